import { inSeconds } from '../hosts/until.ts';
import type { Entry, Kind } from '../load/record.ts';

/** What a client got, by its own record. */
export type Account = {
  done: number;
  refused: number;
  unknown: number;
  /** Requests that got no answer in time. */
  hung: number;
  slowest_s: number;
  /** The longest time without a sale that was done, and the same for what buyers and recipients do. */
  no_sale_s: number;
  no_gift_s: number;
  /** Why requests were not done, and how many. */
  reasons: Readonly<Record<string, number>>;
};

const GIFTS: readonly Kind[] = ['order', 'confirmation', 'acceptance'];

export function accountOf(entries: readonly Entry[], since: number, until: number): Account {
  const of = (outcome: Entry['outcome']) => entries.filter((entry) => entry.outcome === outcome).length;
  const reasons: Record<string, number> = {};
  for (const { outcome, why } of entries) if (outcome !== 'done') reasons[why] = (reasons[why] ?? 0) + 1;
  return {
    ...{ done: of('done'), refused: of('refused'), unknown: of('unknown') },
    hung: entries.filter(({ hung }) => hung).length,
    slowest_s: inSeconds(Math.max(0, ...entries.map(({ begun, ended }) => ended - begun))),
    no_sale_s: inSeconds(longestWithout(entries, ['sale'], since, until)),
    no_gift_s: inSeconds(longestWithout(entries, GIFTS, since, until)),
    reasons,
  };
}

function longestWithout(
  entries: readonly Entry[],
  kinds: readonly Kind[],
  since: number,
  until: number,
): number {
  const done = entries
    .filter(
      ({ kind, outcome, ended }) =>
        kinds.includes(kind) && outcome === 'done' && ended > since && ended < until,
    )
    .map(({ ended }) => ended)
    .sort((a, b) => a - b);
  const times = [since, ...done, until];
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
}

/** What a client knows of one thing that it asked for, however often. */
export type Known = { kind: Kind; key: string; subject: string | undefined; is: Entry['outcome'] };

/** If one of its requests was done, it is done; if one may have been, it may be. */
export function knownOf(entries: readonly Entry[]): Known[] {
  const known = new Map<string, Known>();
  for (const { kind, key, subject, outcome } of entries) {
    const before = known.get(key)?.is;
    const is =
      before === 'done' || outcome === 'done'
        ? 'done'
        : before === 'unknown' || outcome === 'unknown'
          ? 'unknown'
          : 'refused';
    known.set(key, { kind, key, subject, is });
  }
  return [...known.values()];
}
