import type { SEND_UNLOCK_CODE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import { checkPin, normalisePin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import {
  CODE_MINUTES,
  GUESS_PHONE_CODE_REFUSALS,
  guessPhoneCode,
  newPhoneCode,
  spendPhoneCode,
} from './phone-codes.ts';

export type CodeSent = { expires_in_minutes: number; sent_by: SentBy };

/** Tells a code to a phone that has certificates here. The response is the same if it has none. */
export async function requestUnlockCode(
  context: ShopContext,
  input: { phone: string; locale: Locale; by?: SentBy | undefined },
  address: string,
): Promise<Result<CodeSent, RefusalOf<typeof SEND_UNLOCK_CODE_REFUSALS>>> {
  const parsed = parsePhone(input.phone);
  if (!parsed.ok) return refuse(parsed.code);
  const allowed = await consumeAll([
    [context.limits.codeByPhone, parsed.e164],
    [context.limits.codeByAddress, address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const { e164: phone } = parsed;
  const { locale, by } = input;
  await inTransaction(context.db, async (tx) => {
    const certificates = await sql<{ operator: string }>`
      select operator from certificates where phone = ${phone} and state = 'active' limit 1`.execute(tx);
    const [certificate] = certificates.rows;
    if (certificate === undefined) return;
    const code = await newPhoneCode(context, tx, { purpose: 'unlock', subject: phone }, phone);
    const { operator } = certificate;
    await tell(context, tx, { phone, locale, by }, { kind: 'account.unlock_code', operator, ...code });
  });
  return done({ expires_in_minutes: CODE_MINUTES, sent_by: sentBy(phone, by) });
}

export const UNLOCK_BY_CODE_REFUSALS = refusals(
  'rate_limited',
  'phone_number_invalid',
  ...GUESS_PHONE_CODE_REFUSALS,
  ...PIN_REFUSALS,
);

/**
 * Unlocks the phone's certificates with the code. A new PIN is set on those that were locked, or on all if none was. The
 * attempt is counted and committed before the code is compared.
 */
export async function unlock(
  context: ShopContext,
  input: { phone: string; code: string; new_pin?: string },
  address: string,
): Promise<Result<{ unlocked: number }, RefusalOf<typeof UNLOCK_BY_CODE_REFUSALS>>> {
  const allowed = await context.limits.unlockByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const parsed = parsePhone(input.phone);
  if (!parsed.ok) return refuse(parsed.code);
  const phone = parsed.e164;
  const guessed = await guessPhoneCode(context, { purpose: 'unlock', subject: phone }, input.code);
  if (!guessed.ok) return guessed;
  const pin = input.new_pin === undefined ? undefined : normalisePin(input.new_pin);
  const bad = pin === undefined ? null : checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);

  return inTransaction(context.db, async (tx) => {
    if (!(await spendPhoneCode(context, tx, guessed.value.code_id))) return refuse('verification_code_wrong');
    const found = await sql<{ certificate_id: string; locked_at: Date | null }>`
      select certificate_id, locked_at from certificates where phone = ${phone} and state = 'active'
      order by certificate_id for no key update`.execute(tx);
    await sql`
      update certificates set failed_attempts = 0, locked_at = null
      where certificate_id = any(${found.rows.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(
      tx,
    );
    const locked = found.rows.filter(({ locked_at }) => locked_at !== null);
    if (pin !== undefined) await setPin(context, tx, locked.length > 0 ? locked : found.rows, phone, pin);
    return done({ unlocked: locked.length });
  });
}

/** Sets a PIN that was checked on certificates that the caller has locked. */
export async function setPin(
  context: ShopContext,
  tx: Executor,
  certificates: readonly { certificate_id: string }[],
  phone: string,
  pin: string,
): Promise<void> {
  const ring = context.secrets.keyRing('pin_hmac');
  for (const { certificate_id } of certificates) {
    const { digest, key_version } = pinDigest(ring, { certificate_id, phone, pin });
    await sql`
      update certificates set pin_digest = ${digest}, pin_key_version = ${key_version}
      where certificate_id = ${certificate_id}`.execute(tx);
  }
}
