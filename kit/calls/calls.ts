import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { type Sql, sql } from '../db/sql.ts';
import { type Db, type Executor, inTransaction } from '../db/transaction.ts';
import { isSpared, mayAsk, noteAnswer } from '../due/silent-parties.ts';
import { problemCodeOf } from '../http/problem.ts';
import { isProblemCode, type ProblemCode, UNREADABLE } from '../http/statuses.ts';
import { newId } from '../ids.ts';
import { storeEvidence } from '../signing/evidence.ts';
import { type Party, type SignedAnswer, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceparent, inTrace } from '../trace.ts';

/** What a call needs from its server. */
export type CallContext = {
  db: Db;
  clock: Clock;
  signingKey: SigningKey;
  parties: readonly Party[];
  /** Within a job: a silent party is asked only now and then, and everything else stays unknown without waiting for it. */
  spares_silent?: true;
};

export type PlannedCall = {
  party: string;
  method: 'POST' | 'PUT';
  path: string;
  body: unknown;
  /** What it is for, such as `authorise`: by this the retry job finds the operation to continue. */
  purpose: string;
  /** The order, payment or certificate that it is about. */
  subject_id: string;
  /** Given by a caller that must find the call again after a crash; new by default. */
  call_id?: string;
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

const COLUMNS = sql`
  call_id, party, method, path, body, purpose, subject_id, state, attempts, status, code, answer, traceparent`;

const TIMEOUT_MS = 10 * SECOND_MS;
const RETRY_MS_MIN = SECOND_MS;
const RETRY_MS_MAX = 10 * MINUTE_MS;

/** Records the call, in the transaction that makes it necessary. */
export async function planCall(tx: Executor, call: PlannedCall, now: Date): Promise<string> {
  const callId = call.call_id ?? newId();
  await sql`
    insert into calls (call_id, party, method, path, body, purpose, subject_id, next_attempt_at, created_at, traceparent)
    values (${callId}, ${call.party}, ${call.method}, ${call.path}, ${JSON.stringify(call.body)}, ${call.purpose},
      ${call.subject_id}, ${addMs(now, TIMEOUT_MS + 5 * SECOND_MS)}, ${now}, ${currentTraceparent()})`.execute(
    tx,
  );
  return callId;
}

/** Whether a refusal with this code answers the call. Another one leaves it unknown. */
export type IsDecisive = (call: CallRow, code: ProblemCode) => boolean;

/**
 * Attempts the call once. A definite answer is stored exactly once, in one transaction with the other side's signed
 * message and the effects of `apply`, however many processes attempt it.
 */
export async function performCall(
  context: CallContext,
  callId: string,
  apply: (tx: Executor, outcome: CallOutcome, call: CallRow) => Promise<void>,
  isDecisive: IsDecisive = () => true,
): Promise<CallOutcome> {
  const { db, clock } = context;
  if (context.spares_silent === true) {
    const { party } = await readCall(db, callId);
    if (!(await mayAsk(db, party, clock()))) return { kind: 'unknown', reason: 'party_silent' };
  }
  const { has_been_silent, ...call } = await beginAttempt(db, callId, clock());
  if (call.state === 'done' || call.state === 'refused') return settledOutcome(call);

  const answer = await inTrace(call.traceparent, `call ${call.purpose}`, () => send(context, call));
  await noteAnswer(db, call.party, answer, has_been_silent, clock());
  const told = outcomeOf(answer);
  const outcome: CallOutcome =
    told.kind === 'refused' && !isDecisive(call, told.code) ? { kind: 'unknown', reason: told.code } : told;
  await inTransaction(db, async (tx) => {
    const current = await lockCall(tx, callId);
    // Another process got its answer first, and that one stands.
    if (current.state === 'done' || current.state === 'refused') return;
    if (outcome.kind === 'unknown' || answer.kind === 'unknown') {
      const reason = outcome.kind === 'unknown' ? outcome.reason : 'unverifiable_answer';
      await sql`
        update calls set state = 'unknown', unknown_reason = ${reason},
          next_attempt_at = ${addMs(clock(), retryMs(current.attempts))}
        where call_id = ${callId}`.execute(tx);
    } else {
      const evidenceId = await storeEvidence(tx, answer.evidence);
      await sql`
        update calls set state = ${outcome.kind}, settled_at = ${clock()}, status = ${outcome.status},
          code = ${outcome.kind === 'refused' ? outcome.code : null}, answer = ${JSON.stringify(outcome.answer)},
          evidence_id = ${evidenceId}, unknown_reason = null
        where call_id = ${callId}`.execute(tx);
    }
    await apply(tx, outcome, current);
  });
  return outcome;
}

/** The parties that calls go to and that may be asked now, for `claimDue`. */
export function calledParties({ parties }: Pick<CallContext, 'parties'>, now: Date): Sql {
  return sql`
    select party from unnest(${parties.map(({ party }) => party)}::text[]) called (party)
    where party is not null and not ${isSpared(sql`party`, now)}`;
}

/**
 * The calls to `p.party` that are due for an attempt, for `claimDue`. Those with a purpose in `askedOnce`, such as look-ups,
 * are not retried: nobody waits for their answer any more.
 */
export function dueCalls(now: Date, askedOnce: readonly string[] = []): Sql {
  return sql`
    select call_id::text as subject_id, next_attempt_at as due_at from calls
    where party = p.party and state in ('planned', 'unknown') and next_attempt_at <= ${now}
      and purpose <> all (${askedOnce}::text[])`;
}

async function beginAttempt(
  executor: Executor,
  callId: string,
  now: Date,
): Promise<CallRow & { has_been_silent: boolean }> {
  // The next attempt is scheduled before this one, so that a crash can't cause a tight loop or a concurrent attempt.
  const begun = await sql<CallRow & { has_been_silent: boolean }>`
    update calls set attempts = attempts + 1,
      next_attempt_at = ${addMs(now, TIMEOUT_MS + 2 * SECOND_MS)}
    where call_id = ${callId} and state in ('planned', 'unknown')
    returning ${COLUMNS}, exists (
      select 1 from silent_parties s where s.party = calls.party) as has_been_silent`.execute(executor);
  return begun.rows[0] ?? { ...(await readCall(executor, callId)), has_been_silent: false };
}

/**
 * The wait after an attempt without an answer, doubled each time. It starts well below the time-out, because orders stand
 * still meanwhile and a refused connection may recover soon.
 */
function retryMs(attempts: number): number {
  return Math.min(RETRY_MS_MIN * 2 ** Math.min(Math.max(attempts - 1, 0), 10), RETRY_MS_MAX);
}

async function readCall(executor: Executor, callId: string): Promise<CallRow> {
  const found = await sql<CallRow>`
    select ${COLUMNS} from calls where call_id = ${callId}`.execute(executor);
  const call = found.rows[0];
  if (call === undefined) throw new Error(`There is no call ${callId}.`);
  return call;
}

async function lockCall(tx: Executor, callId: string): Promise<CallRow> {
  const found = await sql<CallRow>`
    select ${COLUMNS} from calls where call_id = ${callId} for update`.execute(tx);
  const call = found.rows[0];
  if (call === undefined) throw new Error(`There is no call ${callId}.`);
  return call;
}

function send({ signingKey, parties, clock }: CallContext, call: CallRow): Promise<SignedAnswer> {
  const party = parties.find((candidate) => candidate.party === call.party);
  if (party === undefined) return Promise.resolve({ kind: 'unknown', reason: 'party_not_configured' });
  return signedFetch({
    key: signingKey,
    party,
    method: call.method,
    path: call.path,
    body: Buffer.from(call.body),
    idempotency_key: call.call_id,
    clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
}

function outcomeOf(answer: SignedAnswer): CallOutcome {
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

function settledOutcome(call: CallRow): CallOutcome {
  const answer: unknown = JSON.parse(call.answer ?? 'null');
  const status = call.status ?? 0;
  return call.state === 'done'
    ? { kind: 'done', status, answer }
    : refusedWith(call.code ?? '', status, answer);
}
