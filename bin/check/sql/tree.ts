/** A node of PostgreSQL's analysed query (`pg_node_tree`), as `pg_proc.prosqlbody` shows it. */
export type Tree = { kind: string; fields: Readonly<Record<string, Value>> };
export type Value = Tree | readonly Value[] | string | null;

const TOKEN = /[{}()]|\[[^\]]*\]|"(?:\\.|[^"\\])*"|(?:\\.|[^\s{}()"\\])+/gs;

/** Parses a tree and returns its queries; a function's body has one per statement. */
export function readQueries(text: string): Tree[] {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;

  function readValue(): Value {
    const token = tokens[at++] ?? '';
    if (token === '{') return readTree();
    if (token === '(') {
      const items: Value[] = [];
      while (at < tokens.length && tokens[at] !== ')') items.push(readValue());
      at++;
      return items;
    }
    if (token === '<>') return null;
    return (token.startsWith('"') ? token.slice(1, -1) : token).replace(/\\(.)/gs, '$1');
  }

  function readTree(): Tree {
    const kind = tokens[at++] ?? '';
    const fields: Record<string, Value> = {};
    while (at < tokens.length && tokens[at] !== '}') {
      const name = (tokens[at++] ?? '').slice(1);
      const values: Value[] = [];
      while (at < tokens.length && tokens[at] !== '}' && !/^:[A-Za-z]/.test(tokens[at] ?? ''))
        values.push(readValue());
      // A constant's value is its length and its bytes; everything else is one value.
      fields[name] = values.length === 1 ? (values[0] ?? null) : values;
    }
    at++;
    return { kind, fields };
  }

  const queries: Tree[] = [];
  walk(readValue(), (tree) => {
    if (tree.kind !== 'QUERY') return true;
    queries.push(tree);
    return false;
  });
  return queries;
}

/** Visits every node from the top; `see` says whether to visit those below. */
function walk(value: Value | undefined, see: (tree: Tree) => boolean): void {
  if (isList(value)) for (const item of value) walk(item, see);
  else if (isTree(value) && see(value)) for (const field of Object.values(value.fields)) walk(field, see);
}

export function isTree(value: Value | undefined): value is Tree {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A field's node, if it is one. */
export function child(tree: Tree, field: string): Tree | undefined {
  const value = tree.fields[field];
  return isTree(value) ? value : undefined;
}

export function list(tree: Tree, field: string): readonly Value[] {
  const value = tree.fields[field];
  return isList(value) ? value : [];
}

export function children(tree: Tree, field: string): Tree[] {
  return list(tree, field).filter(isTree);
}

export function text(tree: Tree, field: string): string {
  const value = tree.fields[field];
  return typeof value === 'string' ? value : '';
}

export function number(tree: Tree, field: string): number {
  return Number(text(tree, field));
}

/** A query's output columns: the SELECT list, or what RETURNING lists. */
export function outputs(query: Tree): Tree[] {
  const targets = query.fields.commandType === SELECT ? 'targetList' : 'returningList';
  return children(query, targets).filter((target) => text(target, 'resjunk') === 'false');
}

const SELECT = '1';
export const UPDATE = '2';
export const INSERT = '3';

/** The value without casts that only rename its type. */
export function withoutRelabel(value: Value | undefined): Value | undefined {
  return isTree(value) && value.kind === 'RELABELTYPE' ? withoutRelabel(value.fields.arg) : value;
}

/** The text of a text constant. */
export function textOfConstant(value: Value | undefined): string | undefined {
  if (!isTree(value) || value.kind !== 'CONST' || value.fields.consttype !== '25') return undefined;
  const bytes = /\[(.*)\]/s.exec(String(list(value, 'constvalue')[1] ?? ''))?.[1];
  // The first four bytes are the length.
  const codes = bytes?.trim().split(/\s+/).slice(4).map(Number);
  return codes === undefined ? undefined : Buffer.from(codes).toString('utf8');
}
