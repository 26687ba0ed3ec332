import { isServed } from '../../../kit/countries-served.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { newId } from '../../../kit/ids.ts';
import { checkPassword } from '../../../kit/password-policy.ts';
import { hashSecret } from '../../../kit/passwords.ts';
import { isMobile } from '../../../kit/phone.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { checkConsents, type GivenConsents, recordConsents } from './consents/consents.ts';
import { hashPhonePin } from './phone-pin-hash.ts';
import { countCodeCall, countStrangerCodes, sendCode } from './verification-codes.ts';

export type RegisterMember = {
  name: string;
  email: string;
  mobile: string;
  password: string;
  phone_pin: string;
  locale: Locale;
  preferred_channel: 'sms' | 'email';
  /** How the mobile gets its code. */
  code_by?: 'text' | 'call';
  /** The versions of documents that they agree to. */
  consents?: GivenConsents;
};

export const PHONE_PIN_DIGITS = 6;

export const REGISTER_MEMBER_REFUSALS = refusals(
  'name_invalid',
  'phone_number_invalid',
  'country_not_served', // no codes are sent to mobiles of that country
  'email_invalid',
  'password_too_weak',
  ...PIN_REFUSALS,
  'consent_required', // to terms and privacy policy in the versions in force
  'service_unavailable', // a call was asked for, and there is no phone line
  'rate_limited', // from that network address, or codes to that number or address, or to strangers altogether
);

/** What a registration stores. Secrets are hashed before its transaction, which would stay open meanwhile. */
export type CheckedRegistration = Omit<RegisterMember, 'password' | 'phone_pin' | 'consents'> & {
  agreed: Parameters<typeof recordConsents>[2];
  member_id: string;
  password_hash: string;
  phone_pin_hash: string;
};

/**
 * Checks what a member registers with, counts the codes, and hashes the secrets, before the transaction of
 * `registerMember`. `address` is the network address of whoever registers.
 */
export async function countRegistration(
  context: ManagementContext,
  { password, phone_pin, consents = {}, ...input }: RegisterMember,
  address: string,
): Promise<Result<CheckedRegistration, RefusalOf<typeof REGISTER_MEMBER_REFUSALS>>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const mobile = parsePhone(input.mobile);
  if (!mobile.ok || !isMobile(mobile.e164)) return refuse('phone_number_invalid');
  if (!isServed(mobile.e164, context.settings.countriesServed)) return refuse('country_not_served');
  const email = parseEmail(input.email);
  if (!email.ok) return refuse(email.code);
  const weak = await checkPassword(password, {
    name: name.value,
    login: email.email,
    phones: [mobile.e164],
  });
  if (weak !== null) return refuse(weak);
  const badPin = checkPin(phone_pin, {
    digits: { min: PHONE_PIN_DIGITS, max: PHONE_PIN_DIGITS },
    phone: mobile.e164,
  });
  if (badPin !== null) return refuse(badPin);
  const agreed = await checkConsents(context.db, context.clock(), consents);
  if (!agreed.ok) return agreed;
  const counted = await countCodes(context, input.code_by, mobile.e164, email.email, address);
  if (!counted.ok) return counted;
  const member_id = newId();
  const asker = { from: address, share: 'newcomer' } as const;
  return done({
    ...input,
    agreed: agreed.value,
    name: name.value,
    mobile: mobile.e164,
    email: email.email,
    member_id,
    password_hash: await hashSecret(password, asker),
    phone_pin_hash: await hashPhonePin(context, member_id, phone_pin, asker),
  });
}

async function countCodes(
  context: ManagementContext,
  codeBy: RegisterMember['code_by'],
  mobile: string,
  email: string,
  address: string,
): Promise<Result<null, RefusalOf<typeof REGISTER_MEMBER_REFUSALS>>> {
  const byCall = codeBy === 'call';
  const counted = await countStrangerCodes(context, byCall ? { email } : { mobile, email }, [
    [context.limits.registrationsByAddress, address],
  ]);
  return counted.ok && byCall ? countCodeCall(context, mobile) : counted;
}

/**
 * Registers a member and sends a code to the mobile number, or has it said there, and one to the email address. Whether
 * somebody else has verified the same number is revealed only to whoever receives the codes.
 */
export async function registerMember(
  context: ManagementContext,
  tx: Tx,
  registration: CheckedRegistration,
): Promise<
  Result<{ member_id: string; codes_sent_to: ('sms' | 'email')[]; codes_expire_at: string }, never>
> {
  const now = context.clock();
  const {
    member_id: memberId,
    name,
    email,
    mobile,
    locale,
    preferred_channel,
    code_by = 'text',
  } = registration;
  await sql`
    insert into members (member_id, name, email, mobile, password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${memberId}, ${name}, ${email}, ${mobile}, ${registration.password_hash},
      ${registration.phone_pin_hash}, ${locale}, ${preferred_channel}, ${now})`.execute(tx);
  await recordConsents(tx, { member_id: memberId, line: 'web' }, registration.agreed, now);
  await sendCode(context, tx, { memberId, channel: 'sms', to: mobile, by: code_by, locale });
  const expires = await sendCode(context, tx, { memberId, channel: 'email', to: email, locale });
  return done({
    member_id: memberId,
    codes_sent_to: ['sms', 'email'],
    codes_expire_at: expires.toISOString(),
  });
}
