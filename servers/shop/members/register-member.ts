import { freeMemberNumber } from '../../../kit/check-digits.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { isServed } from '../../../kit/countries-served.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import {
  CODE_MINUTES,
  codeUse,
  GUESS_PHONE_CODE_REFUSALS,
  guessPhoneCode,
  newPhoneCode,
  type ProvenPhone,
  spendPhoneCode,
} from '../opening/phone-codes.ts';
import { CHECK_PERSON_REFUSALS, checkPerson, type Person } from './members.ts';

export type Registration = {
  name: string;
  phone: string;
  email?: string;
  locale: Locale;
  by?: SentBy | undefined;
};

export const BEGIN_REGISTRATION_REFUSALS = refusals(
  ...CHECK_PERSON_REFUSALS,
  'country_not_served', // no codes are sent to numbers of that country
  'rate_limited', // codes to that phone, from that network address, or to strangers altogether
);

/** Checks the details and counts the code against its limits, before the transaction of `beginRegistration`. */
export async function countRegistration(
  context: ShopContext,
  input: Registration,
  address: string,
): Promise<Result<Person, RefusalOf<typeof BEGIN_REGISTRATION_REFUSALS>>> {
  const person = checkPerson(input);
  if (!person.ok) return person;
  if (!isServed(person.value.phone, context.settings.countriesServed)) return refuse('country_not_served');
  const allowed = await consumeAll([
    codeUse(context, 'registration', person.value.phone),
    [context.limits.codeByAddress, address],
    [context.limits.strangerCodesByServer, 'all'],
  ]);
  if (allowed.ok) return person;
  if (allowed.by.includes(context.limits.strangerCodesByServer.name))
    context.log.error(
      { limit: context.limits.strangerCodesByServer.name },
      'the budget of codes to strangers is used up',
    );
  return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * Starts a sign-up: tells a code to the phone. The response is the same for an existing member's phone; only someone who
 * has proven the phone learns of it.
 */
export async function beginRegistration(
  context: ShopContext,
  tx: Tx,
  registrationId: string,
  { name, phone, email }: Person,
  { locale, by }: Pick<Registration, 'locale' | 'by'>,
): Promise<Result<{ registration_id: string; expires_at: string; sent_by: SentBy }, never>> {
  const now = context.clock();
  const expires = addMs(now, CODE_MINUTES * MINUTE_MS);
  await sql`
    insert into member_registrations (registration_id, name, phone, email, locale, expires_at)
    values (${registrationId}, ${name}, ${phone}, ${email}, ${locale}, ${expires})`.execute(tx);
  const code = await newPhoneCode(context, tx, { purpose: 'registration', subject: registrationId }, phone);
  await tell(context, tx, { phone, locale, by }, { kind: 'account.verification_code', ...code });
  const sent_by = sentBy(phone, by);
  return done({ registration_id: registrationId, expires_at: expires.toISOString(), sent_by });
}

export const COMPLETE_REGISTRATION_REFUSALS = refusals(
  'rate_limited',
  ...GUESS_PHONE_CODE_REFUSALS,
  'member_exists',
);

/** Counts the attempt, then compares the code. */
export async function guessRegistrationCode(
  context: ShopContext,
  registrationId: string,
  code: string,
  address: string,
): Promise<Result<ProvenPhone, RefusalOf<typeof COMPLETE_REGISTRATION_REFUSALS>>> {
  const allowed = await context.limits.unlockByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return guessPhoneCode(context, { purpose: 'registration', subject: registrationId }, code);
}

/**
 * Completes a sign-up with the code from the phone, under a new member number. The response is stored for good, so it has
 * no personal data.
 */
export async function completeRegistration(
  context: ShopContext,
  tx: Tx,
  memberId: string,
  registrationId: string,
  { code_id }: ProvenPhone,
): Promise<
  Result<{ member_id: string; member_no: string }, RefusalOf<typeof COMPLETE_REGISTRATION_REFUSALS>>
> {
  if (!(await spendPhoneCode(context, tx, code_id))) return refuse('verification_code_wrong');
  const registered = await sql<{ name: string; phone: string; email: string | null; locale: Locale }>`
    delete from member_registrations where registration_id = ${registrationId}
    returning name, phone, email, locale`.execute(tx);
  const person = registered.rows[0];
  if (person === undefined) return refuse('verification_code_wrong');
  const { name, phone, email, locale } = person;
  const number = await freeMemberNumber(context.random, async (found) => {
    const taken = await sql`select 1 from members where member_no = ${`S-${found}`}`.execute(tx);
    return taken.rows.length > 0;
  });
  const member_no = `S-${number}`;
  const added = await sql`
    insert into members (member_id, member_no, name, phone, email, locale, origin, created_at)
    values (${memberId}, ${member_no}, ${name}, ${phone}, ${email}, ${locale}, 'self_registered', ${context.clock()})
    on conflict (phone) do nothing returning 1`.execute(tx);
  return added.rows.length === 0 ? refuse('member_exists') : done({ member_id: memberId, member_no });
}
