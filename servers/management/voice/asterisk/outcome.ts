import type { DialOutcome } from '../turn.ts';

/** Hang-up causes of ITU-T Q.850, which Asterisk reports whatever protocol the trunk uses. */
const CAUSES: Readonly<Record<number, DialOutcome>> = {
  1: 'unknown_number',
  17: 'busy',
  21: 'declined',
  22: 'unknown_number',
  28: 'unknown_number',
};

/**
 * The outcome of a call that was not answered. Causes 18 and 19 stand for both no answer and an unreachable phone; only
 * the former rang. Every other cause is a failure on our side.
 */
export function outcomeOf(cause: number | undefined, rang: boolean): DialOutcome {
  const known = CAUSES[cause ?? 0];
  if (known !== undefined) return known;
  return rang ? 'no_answer' : 'unreachable';
}

/**
 * Whether a person or a machine answered, from AMD's `AMDSTATUS` and `AMDCAUSE`. Initial silence counts as a person: a
 * machine always speaks, while some people wait for the caller to begin.
 */
export function whoAnswered(status: string | undefined, cause: string | undefined): 'answered' | 'machine' {
  return status === 'MACHINE' && cause?.startsWith('INITIALSILENCE') !== true ? 'machine' : 'answered';
}
