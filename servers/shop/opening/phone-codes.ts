import { timingSafeEqual } from 'node:crypto';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';

/** What a code is for, and the phone or pending row it belongs to. A code for one purpose is no good for another. */
export type CodeFor = {
  purpose: 'unlock' | 'registration' | 'member_session' | 'new_phone' | 'hand_over';
  subject: string;
};

/** Entering the right code proves possession of this phone. */
export type ProvenPhone = { code_id: string; phone: string };

export const CODE_MINUTES = 10;
const CODE_DIGITS = 6;
const ATTEMPTS_MAX = 5;

/** A new code, to be told to the phone that it proves. Only the newest code of a subject is valid. */
export async function newPhoneCode(
  context: ShopContext,
  tx: Executor,
  { purpose, subject }: CodeFor,
  phone: string,
  minutes: number = CODE_MINUTES,
): Promise<{ code: string; expires_at: Date }> {
  const now = context.clock();
  const codeId = newId();
  const code = newNumericCode(context.random, CODE_DIGITS);
  const expires = addMs(now, minutes * MINUTE_MS);
  await sql`
    insert into phone_codes (code_id, purpose, subject, phone, code_digest, expires_at, created_at)
    values (${codeId}, ${purpose}, ${subject}, ${phone}, ${codeDigest(context, codeId, code)},
      ${expires}, ${now})`.execute(tx);
  return { code, expires_at: expires };
}

export const GUESS_PHONE_CODE_REFUSALS = refusals(
  'verification_code_wrong', // also if there is no code, it was used, or after five attempts
  'verification_code_expired',
);

/** Counts and commits the attempt, and only then compares. The code stays valid until `spendPhoneCode`. */
export async function guessPhoneCode(
  context: ShopContext,
  { purpose, subject }: CodeFor,
  code: string,
): Promise<Result<ProvenPhone, RefusalOf<typeof GUESS_PHONE_CODE_REFUSALS>>> {
  const counted = await sql<ProvenPhone & { code_digest: Buffer; expires_at: Date }>`
    update phone_codes set attempts = attempts + 1
    where code_id = (
      select code_id from phone_codes where purpose = ${purpose} and subject = ${subject} and used_at is null
      order by created_at desc, code_id desc limit 1)
      and attempts < ${ATTEMPTS_MAX}
    returning code_id, phone, code_digest, expires_at`.execute(context.db);
  const stored = counted.rows[0];
  const right =
    stored !== undefined && timingSafeEqual(stored.code_digest, codeDigest(context, stored.code_id, code));
  if (!right) return refuse('verification_code_wrong');
  if (stored.expires_at <= context.clock()) return refuse('verification_code_expired');
  return done({ code_id: stored.code_id, phone: stored.phone });
}

/** Marks a code as used, in the transaction of what it permits. False if another request used it first. */
export async function spendPhoneCode(context: ShopContext, tx: Executor, codeId: string): Promise<boolean> {
  const spent = await sql`
    update phone_codes set used_at = ${context.clock()} where code_id = ${codeId} and used_at is null
    returning 1`.execute(tx);
  return spent.rows.length === 1;
}

function codeDigest(context: ShopContext, codeId: string, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), `phone_code:${codeId}`, code).digest;
}
