import type { OrderSum } from '../../../contracts/order-sums.ts';

/** How many orders, and how much. */
type Sum = Pick<OrderSum, 'count' | 'amount_minor'>;
/** A sum that two servers' books say differently. */
export type Difference = { readonly what: string; readonly ours: Sum; readonly theirs: Sum };

const NOTHING: Sum = { count: 0, amount_minor: 0 };

/** Where two servers' sums differ, the earliest hour first. */
export function differencesOf(ours: readonly OrderSum[], theirs: readonly OrderSum[]): Difference[] {
  const [own, other] = [byWhat(ours), byWhat(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])]
    .sort()
    .map((what) => ({ what, ours: own.get(what) ?? NOTHING, theirs: other.get(what) ?? NOTHING }))
    .filter(({ ours: a, theirs: b }) => a.count !== b.count || a.amount_minor !== b.amount_minor);
}

/** Those that stand just as they did when last looked at: nothing was on its way. */
export function standing(before: readonly Difference[], now: readonly Difference[]): Difference[] {
  const known = new Set(before.map(differenceText));
  return now.filter((difference) => known.has(differenceText(difference)));
}

export function differenceText({ what, ours, theirs }: Difference): string {
  return `${what}: ${sumText(ours)} here, ${sumText(theirs)} there`;
}

function sumText({ count, amount_minor }: Sum): string {
  return `${amount_minor} (${count})`;
}

function byWhat(sums: readonly OrderSum[]): Map<string, Sum> {
  return new Map(
    sums.map(({ hour, of, currency, count, amount_minor }) => [
      `${hour.slice(0, 13)}Z ${of} ${currency}`,
      { count, amount_minor },
    ]),
  );
}
