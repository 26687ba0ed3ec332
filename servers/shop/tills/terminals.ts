import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { groupedDigits } from '../../../kit/typed/digits.ts';
import { endSessionsAt } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';

const ENROLMENT = 'enrolment';

const ENROLMENT_DAYS = 7;
const CODE_DIGITS = 10;

/** The public key of a device; the private key can't leave it. */
export type DeviceKey =
  | { kty: 'EC'; crv: 'P-256'; x: string; y: string }
  | { kty: 'OKP'; crv: 'Ed25519'; x: string };

export const ADD_TERMINAL_REFUSALS = refusals('store_not_found');

/** Adds a terminal to a store; with an enrolment code if one is given, as in demo data. */
export async function addTerminal(
  context: ShopContext,
  tx: Executor,
  {
    terminal_id,
    store_id,
    name,
    code,
  }: { terminal_id: string; store_id: string; name: string; code?: string },
): Promise<
  Result<{ terminal_id: string; store_id: string; name: string }, RefusalOf<typeof ADD_TERMINAL_REFUSALS>>
> {
  const now = context.clock();
  const store = await sql`select 1 from stores where store_id = ${store_id}`.execute(tx);
  if (store.rows.length === 0) return refuse('store_not_found');
  await sql`
    insert into terminals (terminal_id, store_id, name, created_at)
    values (${terminal_id}, ${store_id}, ${name}, ${now}) on conflict do nothing`.execute(tx);
  if (code !== undefined) {
    await sql`
      insert into terminal_enrolments (terminal_id, code_digest, expires_at)
      values (${terminal_id}, ${enrolmentDigest(context, code)}, ${addMs(now, ENROLMENT_DAYS * DAY_MS)})
      on conflict do nothing`.execute(tx);
  }
  return done({ terminal_id, store_id, name });
}

export const NEW_ENROLMENT_CODE_REFUSALS = refusals('terminal_unknown');

/** A new one-time code to enrol a device as the terminal; it replaces an earlier code, and later the earlier device. */
export async function newEnrolmentCode(
  context: ShopContext,
  terminalId: string,
): Promise<
  Result<{ enrolment_code: string; expires_at: string }, RefusalOf<typeof NEW_ENROLMENT_CODE_REFUSALS>>
> {
  const now = context.clock();
  const code = newNumericCode(context.random, CODE_DIGITS);
  const expires = addMs(now, ENROLMENT_DAYS * DAY_MS);
  const made = await sql`
    insert into terminal_enrolments (terminal_id, code_digest, expires_at)
    select terminal_id, ${enrolmentDigest(context, code)}::bytea, ${expires}::timestamptz
    from terminals where terminal_id = ${terminalId} and blocked_at is null
    on conflict (terminal_id) do update
      set code_digest = excluded.code_digest, expires_at = excluded.expires_at, used_at = null
    returning 1`.execute(context.db);
  if (made.rows.length === 0) return refuse('terminal_unknown');
  return done({ enrolment_code: code, expires_at: expires.toISOString() });
}

export const BLOCK_TERMINAL_REFUSALS = refusals('terminal_unknown');

/** Blocks a terminal for good and ends its sessions. Blocking again changes nothing. */
export async function blockTerminal(
  context: ShopContext,
  tx: Tx,
  terminalId: string,
): Promise<Result<{ terminal_id: string; blocked_at: string }, RefusalOf<typeof BLOCK_TERMINAL_REFUSALS>>> {
  const blocked = await sql<{ blocked_at: Date }>`
    update terminals set blocked_at = coalesce(blocked_at, ${context.clock()}::timestamptz)
    where terminal_id = ${terminalId} returning blocked_at`.execute(tx);
  const at = blocked.rows[0]?.blocked_at;
  return at === undefined
    ? refuse('terminal_unknown')
    : done({ terminal_id: terminalId, blocked_at: at.toISOString() });
}

export const ENROL_TERMINAL_REFUSALS = refusals('code_not_digits', 'rate_limited', 'enrolment_code_wrong');

/** Parses the code and counts an attempt to enrol with it, before the transaction of `enrolTerminal`. */
export async function countEnrolment(
  context: ShopContext,
  typed: string,
  address: string,
): Promise<Result<string, 'code_not_digits' | 'rate_limited'>> {
  const code = groupedDigits(typed);
  if (code?.length !== CODE_DIGITS) return refuse('code_not_digits');
  const allowed = await context.limits.enrolmentByAddress.consume(address);
  return allowed.ok ? done(code) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/** Enrols a device as the terminal that the code belongs to. */
export async function enrolTerminal(
  context: ShopContext,
  tx: Tx,
  input: { code: string; public_jwk: DeviceKey },
): Promise<Result<{ terminal_id: string }, 'enrolment_code_wrong'>> {
  if (!isKey(input.public_jwk)) return refuse('enrolment_code_wrong');
  const now = context.clock();
  const digests = keyedDigests(context.secrets.keyRing('token_pepper'), ENROLMENT, input.code);
  const used = await sql<{ terminal_id: string }>`
    update terminal_enrolments set used_at = ${now}
    where code_digest = any(${digests}) and used_at is null and expires_at > ${now} returning terminal_id`.execute(
    tx,
  );
  const terminalId = used.rows[0]?.terminal_id;
  if (terminalId === undefined) return refuse('enrolment_code_wrong');
  await sql`
    update terminals set public_jwk = ${JSON.stringify(input.public_jwk)}::jsonb, enrolled_at = ${now}
    where terminal_id = ${terminalId}`.execute(tx);
  // Log out the device enrolled before, and whoever is signed in at it.
  await sql`
    update terminal_sessions set ended_at = ${now} where terminal_id = ${terminalId} and ended_at is null`.execute(
    tx,
  );
  await endSessionsAt(context, tx, terminalId);
  return done({ terminal_id: terminalId });
}

function isKey(jwk: DeviceKey): boolean {
  try {
    createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

function enrolmentDigest(context: ShopContext, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), ENROLMENT, code).digest;
}
