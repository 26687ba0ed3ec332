import { problemCodeOf } from '../http/problem.ts';
import { isProblemCode, type ProblemCode, UNREADABLE } from '../http/statuses.ts';
import type { SignedAnswer } from '../signing/index.ts';

export type CallRow = {
  call_id: string;
  party: string;
  method: string;
  path: string;
  body: string;
  purpose: string;
  subject_id: string;
  state: 'planned' | 'unknown' | 'done' | 'refused';
  attempts: number;
  status: number | null;
  code: string | null;
  answer: string | null;
  traceparent: string;
};

/**
 * A call has three outcomes. `unknown` is not a failure: the call is retried until it has one of the others. A refusal code
 * that this version does not know is `unknown`, too: only a newer version can tell what it means for the money.
 * So is one that `isDecisive` rejects.
 */
export type CallOutcome =
  | { kind: 'done'; status: number; answer: unknown }
  | { kind: 'refused'; status: number; code: ProblemCode; answer: unknown }
  | { kind: 'unknown'; reason: string };

/** An outcome that is known. */
export type DefiniteOutcome = Exclude<CallOutcome, { kind: 'unknown' }>;

/** What a server's answer says of the call. */
export function outcomeOf(answer: SignedAnswer): CallOutcome {
  if (answer.kind === 'unknown') return answer;
  if (answer.status >= 200 && answer.status < 300) {
    return { kind: 'done', status: answer.status, answer: answer.json };
  }
  const code = problemCodeOf(answer.json);
  // None of these tells whether the request was, or will be, carried out.
  if (answer.status >= 500 || answer.status === 429 || code === undefined) {
    return { kind: 'unknown', reason: code ?? `status_${answer.status}` };
  }
  return refusedWith(code, answer.status, answer.json);
}

/** The outcome of a refusal, whose code is untrusted text. */
function refusedWith(code: string, status: number, answer: unknown): CallOutcome {
  return isProblemCode(code) && !UNREADABLE.has(code) && !UNDECIDED.has(code)
    ? { kind: 'refused', status, code, answer }
    : { kind: 'unknown', reason: code };
}

// A refused signature concerns the message (its clock, its nonce), not what the message asks for.
const UNDECIDED = new Set<ProblemCode>([
  'request_in_progress',
  'signature_missing',
  'signature_invalid',
  'signature_stale',
  'signature_replayed',
  'content_digest_mismatch',
  'caller_not_permitted',
]);

/** The outcome of a call that has its answer. */
export function settledOutcome(call: CallRow): CallOutcome {
  const answer: unknown = JSON.parse(call.answer ?? 'null');
  const status = call.status ?? 0;
  return call.state === 'done'
    ? { kind: 'done', status, answer }
    : refusedWith(call.code ?? '', status, answer);
}
