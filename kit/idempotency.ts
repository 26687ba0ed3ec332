import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { addMs, type Clock } from './clock.ts';
import { sql } from './db/sql.ts';
import { constraintOf } from './db/sqlstate.ts';
import { type Db, type Executor, inTransaction } from './db/transaction.ts';
import { IDEMPOTENCY_REFUSALS } from './http/guard-refusals.ts';
import { type Answer, answerOf, ProblemError, problemCodeOf, type StoredAnswer } from './http/problem.ts';
import type { ProblemCode } from './http/statuses.ts';
import { newId } from './ids.ts';
import { keyedDigest, keyedDigests } from './keyed-digest.ts';
import { type RefusalOf, type Result, rollsBack } from './result.ts';
import type { KeyRing } from './secrets.ts';

const KEY_FORM = /^[\x21-\x7e]{1,255}$/;
const CLAIM_MS = 30_000;
/** A key that was used for something which is answered from its fact, and has no row here. */
const KEY_OF_FACT = 'key_of_a_sale';

export type Idempotency = {
  db: Db;
  clock: Clock;
  request: FastifyRequest;
  /** The owner of the keys, such as `member:<id>` or `peer:<party>`: two callers may choose the same key. */
  scope: string;
  /** The status of a successful answer. */
  status: number;
  /** Replaces the header: a form sends its key in a field. */
  key?: string;
  /** Replaces `fingerprintOf` for a body with a PIN or code, whose plain hash could be brute-forced. */
  fingerprint?: Fingerprint;
};

/** A request's digest as it is stored, and those under earlier keys, by which a retry after a rotation is recognised. */
export type Fingerprint = readonly [current: Buffer, ...earlier: Buffer[]];

type Stored = { fingerprint: Buffer; resource_id: string; claimed_until: Date } & (
  | { status: number; content_type: string; body: string }
  | { status: null; content_type: null; body: null }
);

/** The operation's answer, or a refusal of the key itself. */
export type KeyedAnswer<Code extends ProblemCode> = Answer<Code | RefusalOf<typeof IDEMPOTENCY_REFUSALS>>;

/** The refusals to declare on a route that takes an Idempotency-Key: the key's own and the operation's. */
export function withIdempotencyKey<const Codes extends readonly ProblemCode[]>(
  codes: Codes,
): [...typeof IDEMPOTENCY_REFUSALS, ...Codes] {
  return [...IDEMPOTENCY_REFUSALS, ...codes];
}

/**
 * Runs an operation that needs only its own transaction. The key is written once, with the answer, when the operation has
 * ended, so a crash leaves all of them or nothing. Of two requests with one key the second waits, at the key or at a row
 * that both lock, and gets the first one's answer. So does a retry: what it did for nothing is rolled back.
 */
export async function idempotentTransaction<T, Code extends ProblemCode>(
  idempotency: Idempotency,
  operation: (tx: Executor, resourceId: string) => Promise<Result<T, Code>>,
): Promise<KeyedAnswer<Code>> {
  const { db, clock, request, scope, status } = idempotency;
  const key = idempotency.key ?? idempotencyKeyOf(request);
  const fingerprint = idempotency.fingerprint ?? fingerprintOf(request);
  try {
    return await inTransaction(db, async (tx) => {
      const resourceId = newId();
      const result = await operation(tx, resourceId);
      const answer = answerOf(request, result, status);
      if (!isFinal(answer) || rollsBack(result)) throw new RolledBack(answer);
      if (!(await storeOnce(tx, scope, key, fingerprint, resourceId, answer, clock()))) throw new KeyTaken();
      return answer;
    });
  } catch (error) {
    // However a retry ended, it is answered as the first time.
    const stored = await answerUnder(db, scope, key, fingerprint);
    if (stored !== undefined) return stored;
    if (!(error instanceof RolledBack)) throw error;
    const { answer } = error;
    if (!isFinal(answer) || (await storeOnce(db, scope, key, fingerprint, newId(), answer, clock())))
      return answer;
    return (await answerUnder(db, scope, key, fingerprint)) ?? answer;
  }
}

/**
 * Like `idempotentTransaction`, for an operation that first counts a use of a limit or a guess at a code. The count must
 * stand whatever the operation's outcome, so it is committed on its own, before the transaction and never inside it:
 * requests that each hold one connection and wait for a second would deadlock the pool. A retry whose key already has an
 * answer gets that answer and counts nothing, so retries lock nobody out. If `count` refuses, that is the answer;
 * `rate_limited` is not stored under the key.
 */
export async function countedTransaction<Counted, T, CountCode extends ProblemCode, Code extends ProblemCode>(
  idempotency: Idempotency,
  count: () => Promise<Result<Counted, CountCode>>,
  operation: (tx: Executor, resourceId: string, counted: Counted) => Promise<Result<T, Code>>,
): Promise<KeyedAnswer<CountCode | Code>> {
  const { db, request, scope } = idempotency;
  const key = idempotency.key ?? idempotencyKeyOf(request);
  const known = await readStored(db, scope, key);
  const answer = known && answerIn(known, idempotency.fingerprint ?? fingerprintOf(request));
  if (answer !== undefined) return answer;
  const counted = await count();
  return idempotentTransaction(
    idempotency,
    async (tx, resourceId): Promise<Result<T, CountCode | Code>> =>
      counted.ok ? operation(tx, resourceId, counted.value) : counted,
  );
}

/**
 * Runs an operation that also calls other servers, in several transactions. The key is claimed first. If the process
 * dies, a retry after the claim has expired resumes with the same `resourceId`, so the operation must continue from
 * whatever state it finds. While the claim lasts, a second request gets 409. Whoever takes longer than the claim and is
 * overtaken stores nothing, and answers what the other stored.
 */
export async function idempotentProcess<T, Code extends ProblemCode>(
  idempotency: Idempotency,
  operation: (resourceId: string) => Promise<Result<T, Code>>,
): Promise<KeyedAnswer<Code>> {
  const { db, clock, request, scope, status } = idempotency;
  const key = idempotency.key ?? idempotencyKeyOf(request);
  const claimed = await claim(db, scope, key, idempotency.fingerprint ?? fingerprintOf(request), clock());
  if ('answer' in claimed) return claimed.answer;
  try {
    const answer = answerOf(request, await operation(claimed.resourceId), status);
    if (isFinal(answer)) return await storeOwn(db, scope, key, answer, claimed, clock());
    await release(db, scope, key, claimed, clock());
    return answer;
  } catch (error) {
    await release(db, scope, key, claimed, clock());
    throw error;
  }
}

/** The request's Idempotency-Key. Throws the problem if it is missing or not 1 to 255 visible ASCII characters. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new ProblemError('idempotency_key_missing');
  if (typeof key !== 'string' || !KEY_FORM.test(key)) throw new ProblemError('idempotency_key_invalid');
  return key;
}

export function fingerprintOf(request: FastifyRequest): Fingerprint {
  return [
    createHash('sha256')
      .update(`${request.method} ${request.url}\n`)
      .update(request.rawBody ?? '')
      .digest(),
  ];
}

/** Like `fingerprintOf`, but keyed, for bodies with a PIN, a code, a password or a card. */
export function keyedFingerprint(request: FastifyRequest, ring: KeyRing): Fingerprint {
  return fingerprintUnder(ring, fingerprintOf(request)[0].toString('base64'));
}

export function fingerprintUnder(ring: KeyRing, text: string): Fingerprint {
  return [keyedDigest(ring, 'fingerprint', text).digest, ...keyedDigests(ring, 'fingerprint', text)];
}

function isSameRequest(fingerprint: Fingerprint, stored: Buffer): boolean {
  return fingerprint.some((digest) => digest.equals(stored));
}

/**
 * Whether an answer is final. One that could change in a moment, or with the next version of this server, is not stored
 * under the key, because other servers retry with the same key until they get a final one.
 */
function isFinal({ status, body }: StoredAnswer): boolean {
  if (status < 400) return true;
  if (status >= 500 || status === 429) return false;
  const code = problemCodeOf(JSON.parse(body));
  return code !== 'request_in_progress' && code !== 'validation_failed';
}

/** The key was written by somebody else, so the transaction is rolled back. */
class KeyTaken extends Error {}

/** Rolls back the transaction. Its answer is stored afterwards if it is final. */
class RolledBack extends Error {
  readonly answer: StoredAnswer;
  constructor(answer: StoredAnswer) {
    super('The answer rolls back its transaction.');
    this.answer = answer;
  }
}

/**
 * The answer that is kept under a key, or the problem to throw: the key belongs to another request, or has no answer yet.
 * For statements that look up many keys at once.
 */
export function keptAnswer(
  kept: { fingerprint: Buffer; status: number | null; content_type: string | null; body: string | null },
  fingerprint: Fingerprint,
): StoredAnswer | ProblemError {
  const { status, content_type, body } = kept;
  if (!isSameRequest(fingerprint, kept.fingerprint)) return new ProblemError('idempotency_key_reused');
  if (status === null || content_type === null || body === null)
    return new ProblemError('request_in_progress', { retry_after_s: 1 });
  return { status, content_type, body };
}

async function readStored(executor: Executor, scope: string, key: string): Promise<Stored | undefined> {
  const stored = await sql<Stored>`
    select fingerprint, resource_id, claimed_until, status, content_type, body
    from idempotency_keys where scope = ${scope} and key = ${key}`.execute(executor);
  return stored.rows[0];
}

/** The answer of a key, if it has one. Throws if the key belongs to another request. */
function answerIn(row: Stored, fingerprint: Fingerprint): StoredAnswer | undefined {
  if (!isSameRequest(fingerprint, row.fingerprint)) throw new ProblemError('idempotency_key_reused');
  return row.status === null
    ? undefined
    : { status: row.status, content_type: row.content_type, body: row.body };
}

/** The answer that a key has. Throws if the key belongs to another request, or is being used. */
async function answerUnder(
  executor: Executor,
  scope: string,
  key: string,
  fingerprint: Fingerprint,
): Promise<StoredAnswer | undefined> {
  const row = await readStored(executor, scope, key);
  if (row === undefined) return undefined;
  const answer = answerIn(row, fingerprint);
  if (answer === undefined) throw new ProblemError('request_in_progress', { retry_after_s: 1 });
  return answer;
}

/** Writes a key with its answer. False if the key is there already; another transaction that writes it is waited for. */
async function storeOnce(
  executor: Executor,
  scope: string,
  key: string,
  fingerprint: Fingerprint,
  resourceId: string,
  answer: StoredAnswer,
  now: Date,
): Promise<boolean> {
  const stored = await sql`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
      body, answered_at)
    values (${scope}, ${key}, ${fingerprint[0]}, ${resourceId}, ${now}, ${now}, ${answer.status}, ${answer.content_type},
      ${answer.body}, ${now})
    on conflict (scope, key) do nothing
    returning 1`
    .execute(executor)
    .catch(refuseKeyOfFact);
  return stored.rows.length > 0;
}

function refuseKeyOfFact(error: unknown): never {
  throw constraintOf(error) === KEY_OF_FACT ? new ProblemError('idempotency_key_reused') : error;
}

/** `until` also tells owners apart: whoever takes an expired claim over gets a later one. */
type Claimed = { resourceId: string; until: Date };

async function claim(
  executor: Executor,
  scope: string,
  key: string,
  fingerprint: Fingerprint,
  now: Date,
): Promise<Claimed | { answer: StoredAnswer }> {
  const resourceId = newId();
  const until = addMs(now, CLAIM_MS);
  const inserted = await sql`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
    values (${scope}, ${key}, ${fingerprint[0]}, ${resourceId}, ${now}, ${until})
    on conflict (scope, key) do nothing
    returning key`
    .execute(executor)
    .catch(refuseKeyOfFact);
  if (inserted.rows.length === 1) return { resourceId, until };

  const row = await readStored(executor, scope, key);
  if (row === undefined) throw new ProblemError('request_in_progress', { retry_after_s: 1 });
  const answer = answerIn(row, fingerprint);
  if (answer !== undefined) return { answer };
  // The claim has expired, because its process died or was too slow: exactly one retry takes it over.
  const taken = await sql`
    update idempotency_keys set claimed_until = ${until}
    where scope = ${scope} and key = ${key} and status is null and claimed_until <= ${now}
    returning key`.execute(executor);
  if (taken.rows.length === 0) throw new ProblemError('request_in_progress', { retry_after_s: 1 });
  return { resourceId: row.resource_id, until };
}

/** Returns whether it was stored: the claim may be another's by now. */
async function store(
  executor: Executor,
  scope: string,
  key: string,
  answer: StoredAnswer,
  { until }: Claimed,
  now: Date,
): Promise<boolean> {
  const stored = await sql`
    update idempotency_keys
    set status = ${answer.status}, content_type = ${answer.content_type}, body = ${answer.body}, answered_at = ${now}
    where scope = ${scope} and key = ${key} and status is null and claimed_until = ${until}
    returning 1`.execute(executor);
  return stored.rows.length > 0;
}

/** Stores the answer, or returns that of whoever overtook this request. */
async function storeOwn(
  executor: Executor,
  scope: string,
  key: string,
  answer: StoredAnswer,
  claimed: Claimed,
  now: Date,
): Promise<StoredAnswer> {
  if (await store(executor, scope, key, answer, claimed, now)) return answer;
  const row = await readStored(executor, scope, key);
  if (row === undefined || row.status === null)
    throw new ProblemError('request_in_progress', { retry_after_s: 1 });
  return { status: row.status, content_type: row.content_type, body: row.body };
}

async function release(
  executor: Executor,
  scope: string,
  key: string,
  { until }: Claimed,
  now: Date,
): Promise<void> {
  await sql`
    update idempotency_keys set claimed_until = ${now}
    where scope = ${scope} and key = ${key} and status is null and claimed_until = ${until}`.execute(
    executor,
  );
}
