import type { DialOutcome, LineInput } from '../turn.ts';

/** The outcome of a call that nobody answered, from Twilio's status; null if somebody did. */
export function outcomeOfStatus(status: string, sipCode: string | undefined): DialOutcome | null {
  if (sipCode === '603') return 'declined';
  if (sipCode === '404' || sipCode === '604' || sipCode === '484' || sipCode === '410')
    return 'unknown_number';
  if (status === 'busy') return 'busy';
  if (status === 'no-answer' || status === 'canceled') return 'no_answer';
  return status === 'failed' ? 'unreachable' : null;
}

/** A person or a machine. Undecided counts as a person: a machine gets a sentence too many, but nobody is hung up on. */
export function outcomeOfAnswer(answeredBy: string | undefined): 'answered' | 'machine' {
  return answeredBy?.startsWith('machine') === true || answeredBy === 'fax' ? 'machine' : 'answered';
}

/** The keys. None at all is silence, unless `#` finished the input. */
export function inputOf(fields: Readonly<Record<string, string>>): LineInput {
  const { Digits: keyed, FinishedOnKey: finishedOn } = fields;
  if (keyed === undefined) return { kind: 'said' };
  if (keyed === '' && finishedOn !== '#') return { kind: 'silence' };
  return { kind: 'digits', digits: keyed.replaceAll('#', '').slice(0, 40) };
}
