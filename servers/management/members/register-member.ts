import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { parseEmail } from '../../../kit/email.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { checkPassword, hashSecret } from '../../../kit/passwords.ts';
import { parsePhone } from '../../../kit/phone.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { sendCode } from './verification-codes.ts';

export type RegisterMember = {
  name: string;
  email: string;
  mobile: string;
  password: string;
  phone_pin: string;
  locale: 'ko' | 'en';
  preferred_channel: 'sms' | 'email';
};

export const PHONE_PIN_DIGITS = 6;

export const REGISTER_MEMBER_REFUSALS = refusals(
  'phone_number_invalid',
  'email_invalid',
  'password_too_weak',
  ...PIN_REFUSALS,
);

/**
 * Registers a member and sends a code to the mobile number and one to the email address. Whether somebody else has
 * verified the same number is revealed only to whoever receives the codes.
 */
export async function registerMember(
  context: ManagementContext,
  tx: Executor,
  memberId: string,
  input: RegisterMember,
): Promise<
  Result<
    { member_id: string; codes_sent_to: ('sms' | 'email')[]; codes_expire_at: string },
    RefusalOf<typeof REGISTER_MEMBER_REFUSALS>
  >
> {
  const mobile = parsePhone(input.mobile);
  if (!mobile.ok) return refuse(mobile.code);
  const email = parseEmail(input.email);
  if (!email.ok) return refuse(email.code);
  const weak = checkPassword(input.password, { email: email.email });
  if (weak !== null) return refuse(weak);
  const badPin = checkPin(input.phone_pin, {
    digits: { min: PHONE_PIN_DIGITS, max: PHONE_PIN_DIGITS },
    phone: mobile.e164,
  });
  if (badPin !== null) return refuse(badPin);

  const now = context.clock();
  await sql`
    insert into members (member_id, name, email, mobile, password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${memberId}, ${input.name.trim()}, ${email.email}, ${mobile.e164}, ${await hashSecret(input.password)},
      ${await hashPhonePin(context, memberId, input.phone_pin)}, ${input.locale}, ${input.preferred_channel}, ${now})`.execute(
    tx,
  );
  await sendCode(context, tx, { memberId, channel: 'sms', to: mobile.e164, locale: input.locale });
  const expires = await sendCode(context, tx, {
    memberId,
    channel: 'email',
    to: email.email,
    locale: input.locale,
  });
  return done({
    member_id: memberId,
    codes_sent_to: ['sms', 'email'],
    codes_expire_at: expires.toISOString(),
  });
}

/** A hash of six digits is quickly brute-forced, even argon2id; with a key that is not in the database it is not. */
export async function hashPhonePin(
  context: ManagementContext,
  memberId: string,
  phonePin: string,
): Promise<string> {
  return hashSecret(pepperedPhonePin(context, memberId, phonePin));
}

export function pepperedPhonePin(context: ManagementContext, memberId: string, phonePin: string): string {
  const ring = context.secrets.keyRing('token_pepper');
  return keyedDigest(ring, `phone_pin:${memberId}`, phonePin).digest.toString('base64');
}
