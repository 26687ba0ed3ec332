import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import type { DialOutcome } from './turn.ts';

/**
 * How long to wait after an outcome that came for the first, second… time; after the last nobody calls again.
 * A busy line is free soon; who declines does not want to be asked the same day; a number that nobody has stays one; what
 * is our own trouble is tried soon and often, since nobody was disturbed. `answered` is a call that ended undecided.
 */
const WAIT_MS: Readonly<Record<DialOutcome, readonly number[]>> = {
  answered: [DAY_MS],
  busy: [5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS],
  declined: [DAY_MS],
  no_answer: [HOUR_MS, 4 * HOUR_MS, DAY_MS, DAY_MS],
  unknown_number: [],
  machine: [4 * HOUR_MS, DAY_MS],
  unreachable: [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, 4 * HOUR_MS],
};

/** More rings than that are a nuisance, whatever came of them. */
const RINGS_MAX = 8;

/**
 * When to call again after the newest outcome, given all of them with it; null when no more. Who has a text message to
 * fall back on gets it instead of a second message on the machine.
 */
export function nextDialAt(
  outcomes: readonly DialOutcome[],
  now: Date,
  { canBeTexted }: { canBeTexted: boolean },
): Date | null {
  const newest = outcomes.at(-1);
  if (newest === undefined) return now;
  if (newest === 'machine' && canBeTexted) return null;
  if (outcomes.filter((outcome) => outcome !== 'unreachable').length >= RINGS_MAX) return null;
  const times = outcomes.filter((outcome) => outcome === newest).length;
  const wait = WAIT_MS[newest][times - 1];
  return wait === undefined ? null : addMs(now, wait);
}
