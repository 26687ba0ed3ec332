import type { DialOutcome, LineInput } from '../turn.ts';

/** How Twilio's words for the end of a call that nobody talked on are ours; null when somebody did. */
export function outcomeOfStatus(status: string, sipCode: string | undefined): DialOutcome | null {
  if (sipCode === '603') return 'declined';
  if (sipCode === '404' || sipCode === '604' || sipCode === '484' || sipCode === '410')
    return 'unknown_number';
  if (status === 'busy') return 'busy';
  if (status === 'no-answer' || status === 'canceled') return 'no_answer';
  return status === 'failed' ? 'unreachable' : null;
}

/** Who picked up. What could not be told is talked to: a machine is left a sentence too much, nobody is hung up on. */
export function outcomeOfAnswer(answeredBy: string | undefined): 'answered' | 'machine' {
  return answeredBy?.startsWith('machine') === true || answeredBy === 'fax' ? 'machine' : 'answered';
}

/** What was keyed. Nothing at all is silence, unless a hash ended it. */
export function inputOf(fields: Readonly<Record<string, string>>): LineInput {
  const { Digits: keyed, FinishedOnKey: finishedOn } = fields;
  if (keyed === undefined) return { kind: 'said' };
  if (keyed === '' && finishedOn !== '#') return { kind: 'silence' };
  return { kind: 'digits', digits: keyed.replaceAll('#', '').slice(0, 40) };
}
