import { Secret, TOTP } from 'otpauth';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { openText } from '../sealed-text.ts';
import { tokenDigest } from '../tokens.ts';
import type { StaffContext } from './context.ts';

const RECOVERY_CODES = 10;
/** 120 bits, so that a plain digest of a code can't be reversed by trying. Earlier codes have 80. */
const RECOVERY_BYTES = 15;
/** Codes of the step before and after count too, because clocks differ. */
const STEPS_BESIDE = 1;

/** A code as somebody typed it: of an authenticator app, or one of the recovery codes. */
export type FactorCode = { kind: 'app' | 'recovery'; code: string };

/** Six digits, or a recovery code; however they are spaced and written. Undefined for anything else. */
export function parseFactorCode(typed: string): FactorCode | undefined {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toLowerCase();
  if (/^\d{6}$/.test(code)) return { kind: 'app', code };
  return /^(?:[a-z2-7]{16}|[a-z2-7]{24})$/.test(code) ? { kind: 'recovery', code } : undefined;
}

/** An authenticator of somebody's (RFC 6238), with the values that every app knows: SHA-1, six digits, 30 seconds. */
export function totpOf(secret: string, { issuer = '', label = '' } = {}): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret) });
}

/** The step that the code is of, if it is right now. */
export function stepOf(secret: string, code: string, now: Date): bigint | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: STEPS_BESIDE });
  return delta === null ? undefined : BigInt(TOTP.counter({ timestamp }) + delta);
}

/** Uses up a code. Returns whether it was right and had not been used before. */
export function takeFactorCode(
  context: StaffContext,
  tx: Executor,
  staffId: string,
  { kind, code }: FactorCode,
): Promise<boolean> {
  return kind === 'app'
    ? takeAppCode(context, tx, staffId, code)
    : takeRecoveryCode(context, tx, staffId, code);
}

async function takeAppCode(
  context: StaffContext,
  tx: Executor,
  staffId: string,
  code: string,
): Promise<boolean> {
  const found = await sql<{ authenticator_id: string; secret_sealed: Buffer }>`
    select authenticator_id, secret_sealed from staff_authenticators
    where staff_id = ${staffId} and confirmed_at is not null and removed_at is null`.execute(tx);
  const [known] = found.rows;
  if (known === undefined) return false;
  const { authenticator_id, secret_sealed } = known;
  const step = stepOf(openText(context, authenticator_id, secret_sealed), code, context.clock());
  if (step === undefined) return false;
  const used = await sql`
    update staff_authenticators set last_step = ${step}
    where authenticator_id = ${authenticator_id} and removed_at is null
      and (last_step is null or last_step < ${step})
    returning 1`.execute(tx);
  return used.rows.length > 0;
}

async function takeRecoveryCode(
  { clock }: StaffContext,
  tx: Executor,
  staffId: string,
  code: string,
): Promise<boolean> {
  const used = await sql`
    update staff_recovery_codes set used_at = ${clock()}
    where code_digest = ${tokenDigest(code)} and staff_id = ${staffId}
      and used_at is null and replaced_at is null
    returning 1`.execute(tx);
  return used.rows.length > 0;
}

/** New recovery codes in place of the old ones, such as `k3mq-77fa-x2lp-9dwe-h4ty-b6rs`. They are shown once. */
export async function newRecoveryCodes(
  { clock, random }: StaffContext,
  tx: Tx,
  staffId: string,
): Promise<string[]> {
  const now = clock();
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ buffer: Uint8Array.from(random(RECOVERY_BYTES)).buffer }).base32.toLowerCase(),
  );
  await endRecoveryCodes({ clock }, tx, staffId);
  await sql`
    insert into staff_recovery_codes (code_digest, staff_id, created_at)
    select digest, ${staffId}::uuid, ${now}::timestamptz
    from unnest(${codes.map(tokenDigest)}::bytea[]) as codes (digest)`.execute(tx);
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

export async function endRecoveryCodes(
  { clock }: Pick<StaffContext, 'clock'>,
  tx: Tx,
  staffId: string,
): Promise<void> {
  await sql`
    update staff_recovery_codes set replaced_at = ${clock()}
    where staff_id = ${staffId} and used_at is null and replaced_at is null`.execute(tx);
}
