import bwipjs from 'bwip-js';
import { Secret } from 'otpauth';
import { sql } from '../db/sql.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { consumeAll } from '../limits.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { openText, sealText } from '../sealed-text.ts';
import { newRecoveryCodes, parseFactorCode, stepOf, totpOf } from './codes.ts';
import type { StaffContext } from './context.ts';
import { afterRemoval, type REMOVE_FACTOR_REFUSALS, readFactors } from './factors.ts';
import { openEnrolled } from './sessions.ts';
import { readStaff } from './staff.ts';

/** 160 bits, as long as the digest of SHA-1 (RFC 4226, 4). */
const SECRET_BYTES = 20;

export type NewAuthenticator = { authenticator_id: string; secret: string; uri: string; qr_svg: string };

/** A secret for an authenticator app. It counts only once a code of it has been entered. */
export async function beginAuthenticator(
  context: StaffContext,
  staffId: string,
): Promise<Done<NewAuthenticator>> {
  const { db, clock, random, publicUrl, signingKey } = context;
  const { login } = await readStaff(context, staffId);
  const authenticator_id = newId();
  const secret = new Secret({ buffer: Uint8Array.from(random(SECRET_BYTES)).buffer }).base32;
  await sql`
    insert into staff_authenticators (authenticator_id, staff_id, secret_sealed, created_at)
    values (${authenticator_id}, ${staffId}, ${sealText(context, authenticator_id, secret)}, ${clock()})`.execute(
    db,
  );
  const issuer = `Seonmul ${signingKey.party} (${new URL(publicUrl).host})`.replaceAll(':', ' ');
  const uri = totpOf(secret, { issuer, label: login }).toString();
  return done({
    authenticator_id,
    secret,
    uri,
    qr_svg: bwipjs.toSVG({ bcid: 'qrcode', text: uri, scale: 4 }),
  });
}

export const CONFIRM_AUTHENTICATOR_REFUSALS = refusals(
  'second_factor_code_invalid', // not six digits
  'rate_limited',
  'not_found', // begun by somebody else, or confirmed before
  'second_factor_wrong',
);

/**
 * Somebody's app has shown a right code: it is their second factor, in place of an earlier app. Those who have no recovery
 * codes get some.
 */
export async function confirmAuthenticator(
  context: StaffContext,
  staffId: string,
  authenticatorId: string,
  typed: string,
): Promise<Result<{ recovery_codes: string[] }, RefusalOf<typeof CONFIRM_AUTHENTICATOR_REFUSALS>>> {
  const code = parseFactorCode(typed);
  if (code?.kind !== 'app') return refuse('second_factor_code_invalid');
  const { limits } = context;
  const allowed = await consumeAll([[limits.staffCodes, `new:${staffId}`]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return inTransaction(context.db, async (tx) => {
    const now = context.clock();
    const found = await sql<{ secret_sealed: Buffer }>`
      select secret_sealed from staff_authenticators
      where authenticator_id = ${authenticatorId} and staff_id = ${staffId}
        and confirmed_at is null and removed_at is null
      for update`.execute(tx);
    const [begun] = found.rows;
    if (begun === undefined) return refuse('not_found');
    const step = stepOf(openText(context, authenticatorId, begun.secret_sealed), code.code, now);
    if (step === undefined) return refuse('second_factor_wrong');
    await sql`
      update staff_authenticators set removed_at = ${now}
      where staff_id = ${staffId} and authenticator_id <> ${authenticatorId} and removed_at is null`.execute(
      tx,
    );
    await sql`
      update staff_authenticators set confirmed_at = ${now}, last_step = ${step}
      where authenticator_id = ${authenticatorId}`.execute(tx);
    await openEnrolled(tx, staffId);
    const { recovery_codes } = await readFactors(tx, staffId);
    return done({ recovery_codes: recovery_codes > 0 ? [] : await newRecoveryCodes(context, tx, staffId) });
  });
}

/** Removes somebody's authenticator app; unless their role needs a second factor and it is their last. */
export async function removeAuthenticator(
  { clock }: StaffContext,
  tx: Tx,
  staffId: string,
  isNeeded: boolean,
): Promise<Result<{ removed: true }, RefusalOf<typeof REMOVE_FACTOR_REFUSALS>>> {
  const removed = await sql`
    update staff_authenticators set removed_at = ${clock()}
    where staff_id = ${staffId} and confirmed_at is not null and removed_at is null returning 1`.execute(tx);
  if (removed.rows.length === 0) return refuse('not_found');
  return afterRemoval(tx, staffId, isNeeded);
}
