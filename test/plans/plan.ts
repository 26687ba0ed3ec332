import { SMALL_TABLES } from './fill.ts';

/** A node of a plan, as `explain (format json)` shows it. */
export type Plan = {
  'Node Type': string;
  'Parent Relationship'?: string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  Plans?: Plan[];
};

/** What is known above a node: whether it is run for each row of another, and whether only its first rows are wanted. */
type Above = { isRepeated: boolean; isLimited: boolean };

/**
 * The tables that a plan reads more of the more rows there are: a whole table, or a whole index. An index of what is under
 * way is short, so reading all of it once is fine; so is reading any index until enough rows are found, if none is left out.
 */
export function readWhole(
  plan: Plan,
  shortIndexes: ReadonlySet<string>,
  above: Above = { isRepeated: false, isLimited: false },
): string[] {
  const kind = plan['Node Type'];
  const table = plan['Relation Name'];
  const isOfAll = plan['Index Cond'] === undefined;
  const index = plan['Index Name'] ?? '';
  const isFine =
    (shortIndexes.has(index) && !above.isRepeated) || (above.isLimited && plan.Filter === undefined);
  const own =
    table !== undefined &&
    !SMALL_TABLES.has(table) &&
    (kind === 'Seq Scan' || (kind.startsWith('Index') && isOfAll && !isFine))
      ? [table]
      : [];
  return [
    ...own,
    ...(plan.Plans ?? []).flatMap((below) => {
      const isInLoop = kind === 'Nested Loop';
      const isInner = isInLoop && below['Parent Relationship'] === 'Inner';
      const isOuter = isInLoop && below['Parent Relationship'] === 'Outer';
      return readWhole(below, shortIndexes, {
        isRepeated: isInner || (above.isRepeated && kind !== 'Materialize'),
        isLimited: kind === 'Limit' || (above.isLimited && (kind === 'LockRows' || isOuter)),
      });
    }),
  ];
}
