import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { type Sql, sql } from '../db/sql.ts';
import { type Db, type Executor, inTransaction, type Tx } from '../db/transaction.ts';
import { type BackOff, backOffMs } from '../due/back-off.ts';
import { forgetSilence, isSpared, mayAsk, noteSilence } from '../due/silent-parties.ts';
import type { ProblemCode } from '../http/statuses.ts';
import { newId } from '../ids.ts';
import { insertEvidence } from '../signing/evidence.ts';
import {
  type Evidence,
  type Party,
  type SignedAnswer,
  type SigningKey,
  signedFetch,
} from '../signing/index.ts';
import { currentTraceparent, inTrace } from '../trace.ts';
import {
  type CallOutcome,
  type CallRow,
  type DefiniteOutcome,
  outcomeOf,
  settledOutcome,
} from './outcomes.ts';

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

const COLUMNS = sql`
  call_id, party, method, path, body, purpose, subject_id, state, attempts, status, code, answer, traceparent`;

const TIMEOUT_MS = 10 * SECOND_MS;
/**
 * The wait after an attempt without an answer. It starts well below the time-out, because orders stand still meanwhile and a
 * refused connection may recover soon.
 */
const BACK_OFF: BackOff = { min_ms: SECOND_MS, max_ms: 10 * MINUTE_MS };

/** A call as it is recorded, in the transaction that makes it necessary. */
export function plannedCall(call: PlannedCall): CallRow {
  return {
    call_id: call.call_id ?? newId(),
    party: call.party,
    method: call.method,
    path: call.path,
    body: JSON.stringify(call.body),
    purpose: call.purpose,
    subject_id: call.subject_id,
    state: 'planned',
    attempts: 0,
    status: null,
    code: null,
    answer: null,
    traceparent: currentTraceparent(),
  };
}

/** Records a call, or none: a statement, or part of a larger one. */
export function insertCall(call: CallRow | null, now: Date): Sql {
  return sql`
    insert into calls (call_id, party, method, path, body, purpose, subject_id, next_attempt_at, created_at, traceparent)
    select ${call?.call_id ?? null}::uuid, ${call?.party ?? null}::text, ${call?.method ?? null}::text,
      ${call?.path ?? null}::text, ${call?.body ?? null}::text, ${call?.purpose ?? null}::text,
      ${call?.subject_id ?? null}::uuid, ${addMs(now, TIMEOUT_MS + 5 * SECOND_MS)}::timestamptz, ${now}::timestamptz,
      ${call?.traceparent ?? null}::text
    where ${call?.call_id ?? null}::uuid is not null`;
}

/** Records a call alone. */
export async function planCall(tx: Executor, planned: PlannedCall, now: Date): Promise<CallRow> {
  const call = plannedCall(planned);
  await insertCall(call, now).execute(tx);
  return call;
}

/** Of a party that is silent, jobs ask only now and then. */
const NOT_ASKED = 'party_silent';

/** Whether a refusal with this code answers the call. Another one leaves it unknown. */
export type IsDecisive = (call: CallRow, code: ProblemCode) => boolean;

/** What became of one attempt at a call, before any of it is stored. */
export type Attempt =
  | { call: CallRow; outcome: Extract<CallOutcome, { kind: 'unknown' }>; evidence: null }
  | { call: CallRow; outcome: DefiniteOutcome; evidence: Evidence };

/** An attempt whose outcome is known, with the other side's signed message. */
export type Answered = Extract<Attempt, { evidence: Evidence }>;

/** Whether this server keeps a call with this id. */
export async function isCallKept(executor: Executor, callId: string): Promise<boolean> {
  const kept = await sql`select 1 from calls where call_id = ${callId}`.execute(executor);
  return kept.rows.length > 0;
}

export function isAnswered(attempt: Attempt): attempt is Answered {
  return attempt.evidence !== null;
}

/**
 * Attempts a call that was just planned, or that `beginAttempt` has returned. What comes of it is for the caller to store:
 * an answer by `answerParts` or `storeAnswer`, anything else by `storeUnknown`.
 */
export async function attemptCall(
  context: CallContext,
  call: CallRow,
  isDecisive: IsDecisive = () => true,
): Promise<Attempt> {
  const { db, clock, spares_silent = false } = context;
  if (spares_silent && !(await mayAsk(db, call.party, clock())))
    return { call, outcome: { kind: 'unknown', reason: NOT_ASKED }, evidence: null };
  const answer = await inTrace(call.traceparent, () => send(context, call));
  await noteSilence(db, call.party, answer, clock());
  const outcome = outcomeOf(answer);
  if (answer.kind === 'unknown' || outcome.kind === 'unknown') {
    const reason = outcome.kind === 'unknown' ? outcome.reason : 'unverifiable_answer';
    return { call, outcome: { kind: 'unknown', reason }, evidence: null };
  }
  return outcome.kind === 'refused' && !isDecisive(call, outcome.code)
    ? { call, outcome: { kind: 'unknown', reason: outcome.code }, evidence: null }
    : { call, outcome, evidence: answer.evidence };
}

/**
 * Parts of a statement's `with`: they store an answer, or none, with the signed message, unless the call has one already.
 * `settled` has a row if they did.
 */
export function answerParts(attempt: Answered | null, now: Date): Sql {
  const { call, outcome, evidence } = attempt ?? { call: null, outcome: null, evidence: null };
  return sql`
    waiting as materialized (
      select call_id from calls
      where call_id = ${call?.call_id ?? null}::uuid and state in ('planned', 'unknown') for update),
    heard as (${forgetSilence(call?.party ?? null)}),
    signed as (${insertEvidence(evidence, sql`waiting`)}),
    settled as (
      update calls set state = ${outcome?.kind ?? 'done'}::text, attempts = attempts + 1, settled_at = ${now}::timestamptz,
        status = ${outcome?.status ?? null}::integer, code = ${outcome?.kind === 'refused' ? outcome.code : null}::text,
        answer = ${outcome === null ? null : JSON.stringify(outcome.answer)}::text, unknown_reason = null,
        evidence_id = (select message_id from signed)
      where call_id in (select call_id from waiting)
      returning call_id)`;
}

/** Stores an answer alone. False if the call has one already, which stands. */
export async function storeAnswer(executor: Executor, attempt: Answered, now: Date): Promise<boolean> {
  const stored = await sql`with ${answerParts(attempt, now)} select 1 from settled`.execute(executor);
  return stored.rows.length > 0;
}

/** Stores that an attempt brought no answer, and when the next one is due. */
export async function storeUnknown(
  executor: Executor,
  { call, outcome }: Exclude<Attempt, Answered>,
  now: Date,
): Promise<void> {
  if (outcome.reason === NOT_ASKED) return;
  await sql`
    update calls set state = 'unknown', attempts = attempts + 1, unknown_reason = ${outcome.reason},
      next_attempt_at = ${addMs(now, backOffMs(call.attempts + 1, BACK_OFF))}
    where call_id = ${call.call_id} and state in ('planned', 'unknown')`.execute(executor);
}

/**
 * Attempts the call once. A definite answer is stored exactly once, in one transaction with the other side's signed
 * message and the effects of `apply`, however many processes attempt it.
 */
export async function performCall(
  context: CallContext,
  callId: string,
  apply: (tx: Tx, outcome: CallOutcome, call: CallRow) => Promise<void>,
  isDecisive?: IsDecisive,
): Promise<CallOutcome> {
  const { db, clock } = context;
  const call = await beginAttempt(db, callId, clock());
  if (call.state === 'done' || call.state === 'refused') return settledOutcome(call);
  const attempt = await attemptCall(context, call, isDecisive);
  if (!isAnswered(attempt)) {
    await storeUnknown(db, attempt, clock());
    return attempt.outcome;
  }
  await inTransaction(db, async (tx) => {
    if (await storeAnswer(tx, attempt, clock())) await apply(tx, attempt.outcome, call);
  });
  return attempt.outcome;
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

/**
 * The call, with its next attempt scheduled before this one, so that a crash can't cause a tight loop or a concurrent
 * attempt. One that has its answer is returned as it is.
 */
export async function beginAttempt(executor: Executor, callId: string, now: Date): Promise<CallRow> {
  const begun = await sql<CallRow>`
    update calls set
      next_attempt_at = ${addMs(now, TIMEOUT_MS + 2 * SECOND_MS)}
    where call_id = ${callId} and state in ('planned', 'unknown')
    returning ${COLUMNS}`.execute(executor);
  return begun.rows[0] ?? (await readCall(executor, callId));
}

async function readCall(executor: Executor, callId: string): Promise<CallRow> {
  const found = await sql<CallRow>`
    select ${COLUMNS} from calls where call_id = ${callId}`.execute(executor);
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
