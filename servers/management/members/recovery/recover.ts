import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { consumeAll } from '../../../../kit/limits.ts';
import { checkPassword } from '../../../../kit/password-policy.ts';
import { hashSecret } from '../../../../kit/passwords.ts';
import { isMobile, maskPhone } from '../../../../kit/phone.ts';
import { checkPin, PIN_REFUSALS } from '../../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { canCall } from '../../messages/plan-dial.ts';
import { tellEverywhere } from '../../messages/tell-member.ts';
import { endAccess } from '../end-access.ts';
import { knownPlace, NOBODY, type Place } from '../known-places.ts';
import { type Member, readMember } from '../open-session.ts';
import { hashPhonePin } from '../phone-pin-hash.ts';
import { PHONE_PIN_DIGITS } from '../register-member.ts';
import {
  closeRequest,
  openRequest,
  PROVE_REQUEST_REFUSALS,
  provedContacts,
  proveRequestCode,
  sendRequestCode,
} from '../request-codes.ts';
import { type Login, parseLogin } from '../typed-login.ts';

export type RecoveryBegun = { recovery_id: string; code_expires_at: string };

export const BEGIN_RECOVERY_REFUSALS = refusals(
  'email_invalid',
  'member_number_invalid',
  'rate_limited', // of the account, the address, or the place where its member logs in
);

/**
 * Begins the recovery of a forgotten password or phone PIN: a code goes to the member's mail address. The phone gets one
 * only after that, so that a stranger can't have anybody texted. The answer is the same for nobody's address, and for a
 * member who has no mail address or no phone, who is helped by phone.
 */
export async function beginRecovery(
  context: ManagementContext,
  login: Login,
  place: Place,
): Promise<Result<RecoveryBegun, RefusalOf<typeof BEGIN_RECOVERY_REFUSALS>>> {
  const { limits } = context;
  const typed = parseLogin(login);
  if (!typed.ok) return typed;
  const found = await readMember(context, typed.value);
  const account = found?.member_id ?? Object.values(typed.value).join();
  const known = await knownPlace(context, found?.member_id ?? NOBODY, place);
  const allowed = await consumeAll(
    known === undefined
      ? [
          [limits.recoveriesByMember, account],
          [limits.recoveriesByAddress, place.address],
        ]
      : [[limits.recoveriesByPlace, known]],
  );
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const member = found !== undefined && found.email !== null && phoneOf(found) !== null ? found : null;
  return inTransaction(context.db, async (tx) => {
    const requestId = await openRequest(context, tx, 'recovery', member);
    const to = member?.email == null ? null : ({ channel: 'email', address: member.email } as const);
    const expires = await sendRequestCode(context, tx, { requestId, member, contact: 'email', to });
    return done({ recovery_id: requestId, code_expires_at: expires.toISOString() });
  });
}

function phoneOf({ mobile, landline }: Pick<Member, 'mobile' | 'landline'>): string | null {
  return mobile ?? landline;
}

export type PhoneCodeSent = { masked_phone: string; sent_by: 'text' | 'call'; code_expires_at: string };

export const PROVE_RECOVERY_EMAIL_REFUSALS = refusals(
  ...PROVE_REQUEST_REFUSALS,
  'service_unavailable', // the code would be said, and there is no phone line
  'rate_limited', // codes to the member's phone
);

/** The mail address is proved by its code: now the phone gets one, by text, or said in a call. Asking again sends another. */
export async function proveRecoveryEmail(
  context: ManagementContext,
  recoveryId: string,
  { code, phone_code_by = 'text' }: { code: string; phone_code_by?: 'text' | 'call' },
): Promise<Result<PhoneCodeSent, RefusalOf<typeof PROVE_RECOVERY_EMAIL_REFUSALS>>> {
  const proved = await proveRequestCode(context, recoveryId, { purpose: 'recovery', contact: 'email', code });
  if (!proved.ok) return proved;
  const member = await readMember(context, proved.value);
  const phone = member === undefined ? null : phoneOf(member);
  if (member === undefined || phone === null) return refuse('verification_code_wrong');
  const byText = phone_code_by === 'text' && isMobile(phone);
  if (!byText && !(await canCall(context))) return refuse('service_unavailable');
  const allowed = await context.limits.recoveryCodesByMember.consume(member.member_id);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const expires = await inTransaction(context.db, (tx) =>
    sendRequestCode(context, tx, {
      requestId: recoveryId,
      member,
      contact: 'phone',
      to: { channel: byText ? 'sms' : 'voice', address: phone },
    }),
  );
  return done({
    masked_phone: maskPhone(phone),
    sent_by: byText ? 'text' : 'call',
    code_expires_at: expires.toISOString(),
  });
}

export type NewSecrets = {
  code: string;
  new_password?: string;
  new_phone_pin?: string;
  remove_passkeys?: boolean;
};

export const COMPLETE_RECOVERY_REFUSALS = refusals(
  ...PROVE_REQUEST_REFUSALS,
  'password_too_weak',
  ...PIN_REFUSALS,
);

/**
 * Both contacts are proved: the member gets the new password, phone PIN, or both. Everything that the old ones opened
 * ends, and every contact is told.
 */
export async function completeRecovery(
  context: ManagementContext,
  recoveryId: string,
  { code, new_password, new_phone_pin, remove_passkeys = false }: NewSecrets,
): Promise<Result<{ changed: true }, RefusalOf<typeof COMPLETE_RECOVERY_REFUSALS>>> {
  const proved = await proveRequestCode(context, recoveryId, { purpose: 'recovery', contact: 'phone', code });
  if (!proved.ok) return proved;
  const member = await readMember(context, proved.value);
  if (member === undefined) return refuse('verification_code_wrong');
  const problem = await problemOf(member, new_password, new_phone_pin);
  if (problem !== null) return refuse(problem);
  const { member_id } = member;
  const hashes = {
    password: new_password === undefined ? null : await hashSecret(new_password),
    phone_pin: new_phone_pin === undefined ? null : await hashPhonePin(context, member_id, new_phone_pin),
  };
  const isDone = await inTransaction(context.db, async (tx) => {
    const request = await provedContacts(context, tx, recoveryId, 'recovery');
    const isProved = request?.contacts.includes('email') === true && request.contacts.includes('phone');
    if (!isProved || !(await closeRequest(context, tx, recoveryId))) return false;
    await storeSecrets(context, tx, member, hashes, remove_passkeys);
    return true;
  });
  if (!isDone) return refuse('verification_code_wrong');
  await forgetGuesses(context, member_id);
  return done({ changed: true });
}

async function problemOf(
  { name, email, mobile, landline }: Member,
  password: string | undefined,
  phonePin: string | undefined,
): Promise<RefusalOf<typeof PIN_REFUSALS> | 'password_too_weak' | null> {
  const owner = { name, login: email, phones: [mobile, landline] };
  const weak = password === undefined ? null : await checkPassword(password, owner);
  if (weak !== null || phonePin === undefined) return weak;
  const digits = { min: PHONE_PIN_DIGITS, max: PHONE_PIN_DIGITS };
  return checkPin(phonePin, { digits, phone: mobile ?? landline });
}

async function storeSecrets(
  context: ManagementContext,
  tx: Tx,
  member: Member,
  hashes: { password: string | null; phone_pin: string | null },
  removesPasskeys: boolean,
): Promise<void> {
  const { member_id } = member;
  await sql`
    update members set password_hash = coalesce(${hashes.password}, password_hash),
      phone_pin_hash = coalesce(${hashes.phone_pin}, phone_pin_hash)
    where member_id = ${member_id}`.execute(tx);
  await endAccess(context, tx, { member_id, removesPasskeys });
  await sql`delete from known_places where member_id = ${member_id}`.execute(tx);
  const vars = { changed_at: context.clock().toISOString() };
  await tellEverywhere(context, tx, member, { kind: 'account.password_changed', vars });
}

/** Guesses at the old secrets say nothing about the new ones. */
async function forgetGuesses({ limits }: ManagementContext, memberId: string): Promise<void> {
  for (const limit of [limits.logInByMember, limits.phonePinByMember, limits.phonePinByOwnPhone])
    await limit.clear(memberId);
}
