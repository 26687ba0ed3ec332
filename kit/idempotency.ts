import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from './clock.ts';
import { type Db, inTransaction, type Tx, untilNoRaceIsLost } from './db/transaction.ts';
import { IDEMPOTENCY_REFUSALS } from './http/guard-refusals.ts';
import { type Answer, answerOf, ProblemError, problemCodeOf, type StoredAnswer } from './http/problem.ts';
import type { ProblemCode } from './http/statuses.ts';
import {
  answerIn,
  answerUnder,
  claim,
  type Fingerprint,
  type Keeping,
  readStored,
  refuseKeyOfFact,
  release,
  storeOnce,
  storeOwn,
} from './idempotency-keys.ts';
import { newId } from './ids.ts';
import { keyedDigest, keyedDigests } from './keyed-digest.ts';
import { type Done, type RefusalOf, type Result, rollsBack } from './result.ts';
import type { KeyRing } from './secrets.ts';

const KEY_FORM = /^[\x21-\x7e]{1,255}$/;
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

export type { Fingerprint } from './idempotency-keys.ts';

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
  operation: (tx: Tx, resourceId: string) => Promise<Result<T, Code>>,
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

/** The answer of an operation whose statement has kept it by `keepParts`. */
export type Kept<T> = Done<T> & { readonly isKept: true };

export function kept<T>(value: T): Kept<T> {
  return { ok: true, value, isKept: true };
}

/**
 * Runs an operation whose whole effect is one statement, which also writes the key, with the answer, by `keepParts`: without
 * a transaction around it, nobody's locks are held while this process and the database wait for each other. What the
 * operation answers without an effect is written under the key afterwards. Of two requests with one key the second one's
 * statement fails, and it gets the first one's answer.
 */
export async function idempotentStatement<T, Code extends ProblemCode>(
  idempotency: Idempotency,
  operation: (keeping: Keeping) => Promise<Result<T, Code> | Kept<T>>,
): Promise<KeyedAnswer<Code>> {
  const { db, clock, request, scope, status } = idempotency;
  const key = idempotency.key ?? idempotencyKeyOf(request);
  const fingerprint = idempotency.fingerprint ?? fingerprintOf(request);
  const answerTo = (value: unknown) => answerOf(request, { ok: true, value }, status);
  const keeping = { scope, key, fingerprint, resourceId: newId(), answerOf: answerTo, now: clock() };
  let result: Result<T, Code> | Kept<T>;
  try {
    result = await untilNoRaceIsLost(() => operation(keeping));
  } catch (error) {
    const stored = await answerUnder(db, scope, key, fingerprint);
    if (stored !== undefined) return stored;
    return refuseKeyOfFact(error);
  }
  const answer = answerOf(request, result, status);
  if ('isKept' in result) return answer;
  const { resourceId } = keeping;
  const isFirst =
    isFinal(answer) && (await storeOnce(db, scope, key, fingerprint, resourceId, answer, clock()));
  return isFirst ? answer : ((await answerUnder(db, scope, key, fingerprint)) ?? answer);
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
  operation: (tx: Tx, resourceId: string, counted: Counted) => Promise<Result<T, Code>>,
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
