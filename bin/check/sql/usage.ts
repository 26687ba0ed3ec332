import type { Catalogue } from './catalogue.ts';
import { STAR_COLUMN } from './databases.ts';
import {
  children,
  INSERT,
  isTree,
  list,
  number,
  outputs,
  type Tree,
  text,
  textOfConstant,
  UPDATE,
  type Value,
  withoutRelabel,
} from './tree.ts';

/** A table's column, by the catalogue's numbers. */
export type Column = { table: number; column: number };
export type Usage = {
  /** Whether it reads a table's columns by `*`. */
  hasStar: boolean;
  /** Names of tables whose rows it reads as a whole, as in `to_jsonb(o)`. */
  wholeRows: string[];
  /** Text constants that are written to a column or compared with one. */
  words: (Column & { word: string })[];
  /** Parameters that are written to a column or compared with one, by number from 1. */
  parameters: (Column & { parameter: number; isWritten: boolean })[];
};

const OF_TABLE = '0';

/** How a statement uses the columns of tables, anywhere in it. */
export function usageOf(query: Tree): Usage {
  const usage: Usage = { hasStar: false, wholeRows: [], words: [], parameters: [] };
  inQuery(query, []);
  return usage;

  function inQuery(of: Tree, around: readonly Tree[]): void {
    const queries = [of, ...around];
    if (outputs(of).some((target) => target.fields.resname === STAR_COLUMN)) usage.hasStar = true;
    if ([UPDATE, INSERT].includes(text(of, 'commandType'))) {
      const written = children(of, 'rtable')[number(of, 'resultRelation') - 1];
      for (const target of children(of, 'targetList')) {
        const column = {
          table: written === undefined ? 0 : number(written, 'relid'),
          column: number(target, 'resno'),
        };
        meets(column, target.fields.expr, true);
      }
    }
    for (const field of Object.values(of.fields)) within(field, queries);
  }

  function within(value: Value | undefined, queries: readonly Tree[]): void {
    if (Array.isArray(value)) for (const item of value) within(item, queries);
    if (!isTree(value)) return;
    if (value.kind === 'QUERY') {
      inQuery(value, queries);
      return;
    }
    if (value.kind === 'VAR' && value.fields.varattno === '0') {
      const source = sourceOf(value, queries);
      // What an upsert tried to insert is not a row of the table.
      if (source?.fields.rtekind === OF_TABLE && nameOf(source) !== 'excluded')
        usage.wholeRows.push(nameOf(source));
    }
    if (value.kind === 'OPEXPR' || value.kind === 'SCALARARRAYOPEXPR') {
      const [left, right] = list(value, 'args').map(withoutRelabel);
      compares(left, right, queries);
      compares(right, left, queries);
    }
    for (const field of Object.values(value.fields)) within(field, queries);
  }

  function compares(variable: Value | undefined, other: Value | undefined, queries: readonly Tree[]): void {
    const source = isTree(variable) && variable.kind === 'VAR' ? sourceOf(variable, queries) : undefined;
    if (!isTree(variable) || source?.fields.rtekind !== OF_TABLE) return;
    meets({ table: number(source, 'relid'), column: number(variable, 'varattno') }, other, false);
  }

  function meets(column: Column, value: Value | undefined, isWritten: boolean): void {
    const given = withoutRelabel(value);
    if (!isTree(given)) return;
    const word = textOfConstant(given);
    if (word !== undefined) usage.words.push({ ...column, word });
    if (given.kind === 'PARAM')
      usage.parameters.push({ ...column, parameter: number(given, 'paramid'), isWritten });
    if (given.kind === 'ARRAYEXPR' && !isWritten)
      for (const element of list(given, 'elements')) meets(column, element, isWritten);
    if (given.kind === 'CASEEXPR' || given.kind === 'CASE') {
      for (const when of children(given, 'args')) meets(column, when.fields.result, isWritten);
      meets(column, given.fields.defresult, isWritten);
    }
  }
}

function sourceOf(variable: Tree, queries: readonly Tree[]): Tree | undefined {
  const query = queries[number(variable, 'varlevelsup')];
  return query && children(query, 'rtable')[number(variable, 'varno') - 1];
}

function nameOf(source: Tree): string {
  const names = source.fields.eref;
  return isTree(names) ? text(names, 'aliasname') : 'a table';
}

/** Text constants that their columns' CHECKs do not allow. */
export function impossibleWords({ words }: Usage, catalogue: Catalogue): string[] {
  return words.flatMap(({ table, column, word }) => {
    const allowed = catalogue.wordsOf(table, column);
    return allowed === undefined || allowed.has(word)
      ? []
      : [`${catalogue.nameOf(table, column)} can't be '${word}'; it allows ${[...allowed].join(', ')}`];
  });
}
