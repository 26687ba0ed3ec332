import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { clearAll } from '../../../kit/limits.ts';
import { PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { checkPin, normalisePin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { replacePin } from '../certificates/set-pin.ts';
import type { ShopContext } from '../context.ts';
import { checkPhone } from './check-phone.ts';
import { type CodeFor, GUESS_PHONE_CODE_REFUSALS, guessPhoneCode, spendPhoneCode } from './phone-codes.ts';

export const UNLOCK_BY_CODE_REFUSALS = refusals(
  'rate_limited',
  'phone_number_invalid',
  ...GUESS_PHONE_CODE_REFUSALS,
  ...PIN_REFUSALS,
  ...PHONE_CHECK_REFUSALS, // what the mobile operator says, if a new PIN is chosen; the code stays valid
);

/**
 * With a code to the phone, its certificates get a new PIN, or keep theirs, and everything that was spent on guesses at
 * them starts afresh. The attempt is counted and committed before the code is compared.
 */
export async function unlock(
  context: ShopContext,
  input: { phone: string; code: string; new_pin?: string },
  { address, ...by }: { address: string } & Pick<CodeFor, 'asker' | 'on_line'>,
): Promise<Result<{ unlocked: number }, RefusalOf<typeof UNLOCK_BY_CODE_REFUSALS>>> {
  const allowed = await context.limits.unlockByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const parsed = parsePhone(input.phone);
  if (!parsed.ok) return refuse(parsed.code);
  const phone = parsed.e164;
  const guessed = await guessPhoneCode(context, { purpose: 'unlock', subject: phone, ...by }, input.code);
  if (!guessed.ok) return guessed;
  const pin = input.new_pin === undefined ? undefined : normalisePin(input.new_pin);
  const bad = pin === undefined ? null : checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);
  const checked =
    pin === undefined ? done(null) : await checkPhone(context, context.settings.unlockPolicy, phone);
  if (!checked.ok) return checked;

  const unlocked = await inTransaction(context.db, async (tx) => {
    if (!(await spendPhoneCode(context, tx, guessed.value.code_id))) return refuse('verification_code_wrong');
    const found = await sql<{ certificate_id: string }>`
      select certificate_id from certificates where phone = ${phone} and state in ('active', 'frozen')
      order by certificate_id for no key update`.execute(tx);
    await sql`
      update certificates set code_needed_since = null
      where certificate_id = any(${found.rows.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(
      tx,
    );
    if (pin !== undefined) await replacePin(context, tx, found.rows, { phone, pin });
    return done({ unlocked: found.rows.length });
  });
  if (unlocked.ok) await forgetGuesses(context, phone);
  return unlocked;
}

/** Lets a phone start afresh everywhere, since whoever has it was there. */
async function forgetGuesses({ db, limits }: ShopContext, phone: string): Promise<void> {
  const terminals = await sql<{ terminal_id: string }>`select terminal_id from terminals`.execute(db);
  await clearAll([
    ...terminals.rows.map(
      ({ terminal_id }) => [limits.wrongAtTillByPhone, `${terminal_id} ${phone}`] as const,
    ),
    ...[limits.wrongAtTillsByPhone, limits.wrongOnLineByPhone, limits.wrongInARowByPhone].map(
      (limit) => [limit, phone] as const,
    ),
    ...[limits.wrongAfarByPhone, limits.wrongAfarDailyByPhone, limits.wrongWithCodeByPhone].map(
      (limit) => [limit, phone] as const,
    ),
  ]);
}
