import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { checkPassword, hashSecret } from '../../../kit/passwords.ts';
import { isMobile } from '../../../kit/phone.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { hashPhonePin } from './phone-pin-hash.ts';
import { countCodeCall, sendCode } from './verification-codes.ts';

export type RegisterMember = {
  name: string;
  email: string;
  mobile: string;
  password: string;
  phone_pin: string;
  locale: 'ko' | 'en';
  preferred_channel: 'sms' | 'email';
  /** How the mobile gets its code. */
  code_by?: 'text' | 'call';
};

export const PHONE_PIN_DIGITS = 6;

export const REGISTER_MEMBER_REFUSALS = refusals(
  'name_invalid',
  'phone_number_invalid',
  'email_invalid',
  'password_too_weak',
  ...PIN_REFUSALS,
  'service_unavailable', // a call was asked for, and there is no phone line
  'rate_limited', // calls to that number
);

/**
 * Checks what a member registers with, and counts the call if the code is to be said, before the transaction of
 * `registerMember`.
 */
export async function countRegistration(
  context: ManagementContext,
  input: RegisterMember,
): Promise<Result<RegisterMember, RefusalOf<typeof REGISTER_MEMBER_REFUSALS>>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const mobile = parsePhone(input.mobile);
  if (!mobile.ok || !isMobile(mobile.e164)) return refuse('phone_number_invalid');
  const email = parseEmail(input.email);
  if (!email.ok) return refuse(email.code);
  const weak = checkPassword(input.password, { email: email.email });
  if (weak !== null) return refuse(weak);
  const badPin = checkPin(input.phone_pin, {
    digits: { min: PHONE_PIN_DIGITS, max: PHONE_PIN_DIGITS },
    phone: mobile.e164,
  });
  if (badPin !== null) return refuse(badPin);
  if (input.code_by === 'call') {
    const allowed = await countCodeCall(context, mobile.e164);
    if (!allowed.ok) return allowed;
  }
  return done({ ...input, name: name.value, mobile: mobile.e164, email: email.email });
}

/**
 * Registers a member and sends a code to the mobile number, or has it said there, and one to the email address. Whether
 * somebody else has verified the same number is revealed only to whoever receives the codes.
 */
export async function registerMember(
  context: ManagementContext,
  tx: Executor,
  memberId: string,
  { name, email, mobile, password, phone_pin, locale, preferred_channel, code_by = 'text' }: RegisterMember,
): Promise<
  Result<{ member_id: string; codes_sent_to: ('sms' | 'email')[]; codes_expire_at: string }, never>
> {
  const now = context.clock();
  await sql`
    insert into members (member_id, name, email, mobile, password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${memberId}, ${name}, ${email}, ${mobile}, ${await hashSecret(password)},
      ${await hashPhonePin(context, memberId, phone_pin)}, ${locale}, ${preferred_channel}, ${now})`.execute(
    tx,
  );
  await sendCode(context, tx, { memberId, channel: 'sms', to: mobile, by: code_by, locale });
  const expires = await sendCode(context, tx, { memberId, channel: 'email', to: email, locale });
  return done({
    member_id: memberId,
    codes_sent_to: ['sms', 'email'],
    codes_expire_at: expires.toISOString(),
  });
}
