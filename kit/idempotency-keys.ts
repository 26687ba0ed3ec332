import { addMs } from './clock.ts';
import { ONCE_CONFIRMED } from './db/once-confirmed.ts';
import { type Sql, sql } from './db/sql.ts';
import { constraintOf } from './db/sqlstate.ts';
import type { Executor } from './db/transaction.ts';
import { ProblemError, type StoredAnswer } from './http/problem.ts';
import { newId } from './ids.ts';

const CLAIM_MS = 30_000;
/** A key that was used for something which is answered from its fact, and has no row here. */
const KEY_OF_FACT = 'key_of_a_sale';

/** A request's digest as it is stored, and those under earlier keys, by which a retry after a rotation is recognised. */
export type Fingerprint = readonly [current: Buffer, ...earlier: Buffer[]];

type Stored = { fingerprint: Buffer; resource_id: string; claimed_until: Date; is_confirmed: boolean } & (
  | { status: number; content_type: string; body: string }
  | { status: null; content_type: null; body: null }
);

function isSameRequest(fingerprint: Fingerprint, stored: Buffer): boolean {
  return fingerprint.some((digest) => digest.equals(stored));
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

/** What is there under a key, once a standby has it, too. */
export async function readStored(
  executor: Executor,
  scope: string,
  key: string,
): Promise<Stored | undefined> {
  const stored = await sql<Stored>`
    select fingerprint, resource_id, claimed_until, status, content_type, body,
      ${ONCE_CONFIRMED} as is_confirmed
    from idempotency_keys where scope = ${scope} and key = ${key}`.execute(executor);
  return stored.rows[0];
}

/** The answer of a key, if it has one. Throws if the key belongs to another request. */
export function answerIn(row: Stored, fingerprint: Fingerprint): StoredAnswer | undefined {
  if (!isSameRequest(fingerprint, row.fingerprint)) throw new ProblemError('idempotency_key_reused');
  return row.status === null
    ? undefined
    : { status: row.status, content_type: row.content_type, body: row.body };
}

/** The answer that a key has. Throws if the key belongs to another request, or is being used. */
export async function answerUnder(
  executor: Executor,
  scope: string,
  key: string,
  fingerprint: Fingerprint,
): Promise<StoredAnswer | undefined> {
  const row = await readStored(executor, scope, key);
  const answer = row && keptAnswer(row, fingerprint);
  if (answer instanceof ProblemError) throw answer;
  return answer;
}

/** What a statement needs to keep its answer under its request's key. */
export type Keeping = {
  scope: string;
  key: string;
  fingerprint: Fingerprint;
  resourceId: string;
  answerOf: (value: unknown) => StoredAnswer;
  now: Date;
};

/**
 * A part of a statement's `with`: it writes the key with the answer `value`, or none, if `from` has a row. The statement
 * fails, and so has no effect, if the key is there already; another transaction that writes it is waited for.
 */
export function keepParts(keeping: Keeping | null, value: unknown, from: Sql): Sql {
  const answer = keeping?.answerOf(value);
  return sql`
    kept as (
      insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
        body, answered_at)
      select ${keeping?.scope ?? null}::text, ${keeping?.key ?? null}::text, ${keeping?.fingerprint[0] ?? null}::bytea,
        ${keeping?.resourceId ?? null}::uuid, ${keeping?.now ?? null}::timestamptz, ${keeping?.now ?? null}::timestamptz,
        ${answer?.status ?? null}::integer, ${answer?.content_type ?? null}::text, ${answer?.body ?? null}::text,
        ${keeping?.now ?? null}::timestamptz
      from ${from} where ${keeping?.key ?? null}::text is not null)`;
}

/** Writes a key with its answer. False if the key is there already; another transaction that writes it is waited for. */
export async function storeOnce(
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

export function refuseKeyOfFact(error: unknown): never {
  throw constraintOf(error) === KEY_OF_FACT ? new ProblemError('idempotency_key_reused') : error;
}

/** `until` also tells owners apart: whoever takes an expired claim over gets a later one. */
type Claimed = { resourceId: string; until: Date };

export async function claim(
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

/** Stores the answer, or returns that of whoever overtook this request. */
export async function storeOwn(
  executor: Executor,
  scope: string,
  key: string,
  answer: StoredAnswer,
  { until }: Claimed,
  now: Date,
): Promise<StoredAnswer> {
  const stored = await sql`
    update idempotency_keys
    set status = ${answer.status}, content_type = ${answer.content_type}, body = ${answer.body}, answered_at = ${now}
    where scope = ${scope} and key = ${key} and status is null and claimed_until = ${until}
    returning 1`.execute(executor);
  if (stored.rows.length > 0) return answer;
  const row = await readStored(executor, scope, key);
  if (row === undefined || row.status === null)
    throw new ProblemError('request_in_progress', { retry_after_s: 1 });
  return { status: row.status, content_type: row.content_type, body: row.body };
}

export async function release(
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
