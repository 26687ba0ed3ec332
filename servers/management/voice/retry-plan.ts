import { addMs, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import type { DialOutcome } from './turn.ts';

/**
 * How long to wait after the first, second… time that a call had this outcome; after the last we don't call again.
 * `answered` stands for a call that ended without what it was for.
 */
export type RetryPlan = Readonly<Record<DialOutcome, readonly number[]>>;

/**
 * For calls that we make of our own accord. A busy line is soon free; somebody who declined should not be called again
 * the same day; an unassigned number stays unassigned; failures on our side are retried soon and often, since nobody was
 * disturbed.
 */
export const USUAL_PLAN: RetryPlan = {
  answered: [DAY_MS],
  busy: [5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS],
  declined: [DAY_MS],
  no_answer: [HOUR_MS, 4 * HOUR_MS, DAY_MS, DAY_MS],
  unknown_number: [],
  machine: [4 * HOUR_MS, DAY_MS],
  unreachable: [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, 4 * HOUR_MS],
};

/** For calls that somebody is waiting for at the phone. */
export const URGENT_PLAN: RetryPlan = {
  answered: [MINUTE_MS],
  busy: [30 * SECOND_MS, MINUTE_MS, 2 * MINUTE_MS],
  declined: [],
  no_answer: [MINUTE_MS, 3 * MINUTE_MS],
  unknown_number: [],
  machine: [2 * MINUTE_MS],
  unreachable: [10 * SECOND_MS, 30 * SECOND_MS, MINUTE_MS, 2 * MINUTE_MS],
};

/** More rings than this are a nuisance, whatever their outcomes. */
const RINGS_MAX = 8;

/**
 * When to call again, given all outcomes so far; null for never. A phone that can be texted gets a text rather than a
 * second message on its answering machine.
 */
export function nextDialAt(
  plan: RetryPlan,
  outcomes: readonly DialOutcome[],
  now: Date,
  { canBeTexted }: { canBeTexted: boolean },
): Date | null {
  const newest = outcomes.at(-1);
  if (newest === undefined) return now;
  if (newest === 'machine' && canBeTexted) return null;
  if (outcomes.filter((outcome) => outcome !== 'unreachable').length >= RINGS_MAX) return null;
  const times = outcomes.filter((outcome) => outcome === newest).length;
  const wait = plan[newest][times - 1];
  return wait === undefined ? null : addMs(now, wait);
}
