import type { Catalogue } from './catalogue.ts';
import {
  child,
  children,
  isTree,
  list,
  number,
  type Tree,
  text,
  type Value,
  withoutRelabel,
} from './tree.ts';

const INNER_JOIN = '0';
const LEFT_JOIN = '1';
const RIGHT_JOIN = '3';
const IS_NOT_NULL = '1';

/** The columns that a query's conditions prove to be not null, by table and number. */
export function provenNotNull(query: Tree, { functions }: Catalogue): Set<string> {
  const known = new Set<string>();
  joins(child(query, 'jointree'));
  return known;

  function joins(from: Tree | undefined): void {
    if (from?.kind === 'FROMEXPR') {
      for (const item of children(from, 'fromlist')) joins(item);
      holds(from.fields.quals);
    } else if (from?.kind === 'JOINEXPR') {
      const { jointype } = from.fields;
      // In an outer join, conditions on the preserved side still hold.
      if (jointype === INNER_JOIN || jointype === LEFT_JOIN) joins(child(from, 'larg'));
      if (jointype === INNER_JOIN || jointype === RIGHT_JOIN) joins(child(from, 'rarg'));
      if (jointype === INNER_JOIN) holds(from.fields.quals);
    }
  }

  /** A comparison is true only if neither side is null. */
  function holds(condition: Value | undefined): void {
    if (Array.isArray(condition)) for (const part of condition) holds(part);
    if (!isTree(condition)) return;
    const { kind, fields } = condition;
    if (kind === 'BOOLEXPR' && fields.boolop === 'and') holds(fields.args);
    else if (kind === 'NULLTEST' && fields.nulltesttype === IS_NOT_NULL) markNotNull(fields.arg);
    else if (kind === 'SCALARARRAYOPEXPR' && fields.useOr === 'true') markNotNull(condition);
    else if (kind === 'OPEXPR' || kind === 'VAR') markNotNull(condition);
  }

  function markNotNull(value: Value | undefined): void {
    const given = withoutRelabel(value);
    if (!isTree(given)) return;
    if (given.kind === 'VAR' && given.fields.varlevelsup === '0') add(given);
    const called = text(given, given.kind === 'FUNCEXPR' ? 'funcid' : 'opfuncid');
    if (functions.get(called)?.strict) for (const arg of list(given, 'args')) markNotNull(arg);
  }

  function add(variable: Tree): void {
    known.add(`${text(variable, 'varno')}.${text(variable, 'varattno')}`);
    const source = children(query, 'rtable')[number(variable, 'varno') - 1];
    if (source === undefined) return;
    // A column of a join or a group is an alias of one below it.
    const names =
      source.fields.rtekind === '2' ? 'joinaliasvars' : source.fields.rtekind === '9' ? 'groupexprs' : '';
    const other = withoutRelabel(list(source, names)[number(variable, 'varattno') - 1]);
    if (isTree(other) && other.kind === 'VAR' && other.fields.varlevelsup === '0') add(other);
  }
}
