import type { Catalogue } from './databases.ts';
import { bare, child, children, isTree, list, number, type Tree, text, type Value } from './tree.ts';

const INNER_JOIN = '0';
const LEFT_JOIN = '1';
const RIGHT_JOIN = '3';
const IS_NOT_NULL = '1';

/** The columns that a query's conditions leave only where they are not null, by table and number. */
export function learn(query: Tree, { functions }: Catalogue): Set<string> {
  const known = new Set<string>();
  joins(child(query, 'jointree'));
  return known;

  function joins(from: Tree | undefined): void {
    if (from?.kind === 'FROMEXPR') {
      for (const item of children(from, 'fromlist')) joins(item);
      holds(from.fields.quals);
    } else if (from?.kind === 'JOINEXPR') {
      const { jointype } = from.fields;
      // Of an outer join the side that is kept whole keeps its conditions.
      if (jointype === INNER_JOIN || jointype === LEFT_JOIN) joins(child(from, 'larg'));
      if (jointype === INNER_JOIN || jointype === RIGHT_JOIN) joins(child(from, 'rarg'));
      if (jointype === INNER_JOIN) holds(from.fields.quals);
    }
  }

  /** A condition is true only when what it compares is there. */
  function holds(condition: Value | undefined): void {
    if (Array.isArray(condition)) for (const part of condition) holds(part);
    if (!isTree(condition)) return;
    const { kind, fields } = condition;
    if (kind === 'BOOLEXPR' && fields.boolop === 'and') holds(fields.args);
    else if (kind === 'NULLTEST' && fields.nulltesttype === IS_NOT_NULL) isThere(fields.arg);
    else if (kind === 'SCALARARRAYOPEXPR' && fields.useOr === 'true') isThere(condition);
    else if (kind === 'OPEXPR' || kind === 'VAR') isThere(condition);
  }

  function isThere(value: Value | undefined): void {
    const given = bare(value);
    if (!isTree(given)) return;
    if (given.kind === 'VAR' && given.fields.varlevelsup === '0') note(given);
    const called = text(given, given.kind === 'FUNCEXPR' ? 'funcid' : 'opfuncid');
    if (functions.get(called)?.strict) for (const arg of list(given, 'args')) isThere(arg);
  }

  function note(variable: Tree): void {
    known.add(`${text(variable, 'varno')}.${text(variable, 'varattno')}`);
    const source = children(query, 'rtable')[number(variable, 'varno') - 1];
    if (source === undefined) return;
    // A join's or a group's column is another name of one below.
    const names =
      source.fields.rtekind === '2' ? 'joinaliasvars' : source.fields.rtekind === '9' ? 'groupexprs' : '';
    const other = bare(list(source, names)[number(variable, 'varattno') - 1]);
    if (isTree(other) && other.kind === 'VAR' && other.fields.varlevelsup === '0') note(other);
  }
}
