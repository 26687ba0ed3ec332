import { child, children, list, number, outputs, type Tree, text, type Value } from './tree.ts';

/** A query, and the query around it. */
export type Level = { query: Tree; up: Level | undefined };
/** An expression, and the query that it is part of. */
export type Made = { expression: Value | undefined; level: Level };

const OF_QUERY = '1';
const OF_JOIN = '2';
const OF_VALUES = '5';
const OF_CTE = '6';
const OF_GROUP = '9';

/** The expressions that a query's output column is made of: one for each part of a UNION; undefined if one is unknown. */
export function madeOf(query: Tree, column: Tree, up: Level | undefined): readonly Made[] | undefined {
  const level = { query, up };
  const parts = child(query, 'setOperations');
  if (parts === undefined) return [{ expression: column.fields.expr, level }];
  const made = leaves(parts).map((at) => ofQuery(subquery(query, at), number(column, 'resno'), level));
  return made.every((each) => each !== undefined) ? made.flat() : undefined;
}

/** The same of a variable; undefined also for a column of a table, of a function, or of a query that reads itself. */
export function variableMadeOf(variable: Tree, from: Level): readonly Made[] | undefined {
  const level = levelOf(variable, from);
  const source = level && sourceOf(variable, level);
  if (level === undefined || source === undefined) return undefined;
  const column = number(variable, 'varattno');
  const item = (items: Value | undefined): Made => ({
    expression: Array.isArray(items) ? items[column - 1] : undefined,
    level,
  });
  switch (source.fields.rtekind) {
    case OF_QUERY:
      return ofQuery(child(source, 'subquery'), column, level);
    case OF_JOIN:
      return [item(source.fields.joinaliasvars)];
    case OF_VALUES:
      return list(source, 'values_lists').map(item);
    case OF_CTE:
      return ofCte(source, column, level);
    case OF_GROUP:
      return [item(source.fields.groupexprs)];
    default:
      return undefined;
  }
}

/** The query whose tables a variable means. */
export function levelOf(variable: Tree, from: Level): Level | undefined {
  return above(from, number(variable, 'varlevelsup'));
}

/** What a variable is a column of, at its level. */
export function sourceOf(variable: Tree, { query }: Level): Tree | undefined {
  return children(query, 'rtable')[number(variable, 'varno') - 1];
}

function above(level: Level, levels: number): Level | undefined {
  let found: Level | undefined = level;
  for (let up = levels; up > 0; up--) found = found?.up;
  return found;
}

function ofQuery(
  query: Tree | undefined,
  column: number,
  up: Level | undefined,
): readonly Made[] | undefined {
  const output = query && outputs(query)[column - 1];
  return query === undefined || output === undefined ? undefined : madeOf(query, output, up);
}

function ofCte(source: Tree, column: number, level: Level): readonly Made[] | undefined {
  const where = above(level, number(source, 'ctelevelsup'));
  const cte =
    where && children(where.query, 'cteList').find((c) => text(c, 'ctename') === text(source, 'ctename'));
  return cte === undefined || cte.fields.cterecursive === 'true'
    ? undefined
    : ofQuery(child(cte, 'ctequery'), column, where);
}

function leaves(operation: Tree): number[] {
  if (operation.kind === 'RANGETBLREF') return [number(operation, 'rtindex')];
  return ['larg', 'rarg'].flatMap((side) => {
    const part = child(operation, side);
    return part === undefined ? [] : leaves(part);
  });
}

function subquery(of: Tree, at: number): Tree | undefined {
  const source = children(of, 'rtable')[at - 1];
  return source === undefined ? undefined : child(source, 'subquery');
}
