import type { DialOutcome } from '../turn.ts';

/** Causes of a call's end, ITU-T Q.850, as Asterisk reports them whatever the trunk speaks. */
const CAUSES: Readonly<Record<number, DialOutcome>> = {
  1: 'unknown_number',
  17: 'busy',
  21: 'declined',
  22: 'unknown_number',
  28: 'unknown_number',
};

/**
 * What became of a call that was not answered. No answer (18, 19) and nobody there are the same cause; a phone that was
 * heard ringing tells them apart. Everything else is our own trouble.
 */
export function outcomeOf(cause: number | undefined, rang: boolean): DialOutcome {
  const known = CAUSES[cause ?? 0];
  if (known !== undefined) return known;
  return rang ? 'no_answer' : 'unreachable';
}

/**
 * Whether a person or a machine has answered, from AMD's `AMDSTATUS` and `AMDCAUSE`. Who says nothing counts as a
 * person: a machine always speaks, while people wait for the caller's first word.
 */
export function whoAnswered(status: string | undefined, cause: string | undefined): 'answered' | 'machine' {
  return status === 'MACHINE' && cause?.startsWith('INITIALSILENCE') !== true ? 'machine' : 'answered';
}
