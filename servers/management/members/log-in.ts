import { inTransaction } from '../../../kit/db/transaction.ts';
import { compareCounted, consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { refuseLogIn } from '../../../kit/log-ins-failed.ts';
import { verifySecret } from '../../../kit/passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { reachesOf } from '../messages/reach.ts';
import { knownPlace, NOBODY, type Place, rememberPlace } from './known-places.ts';
import { type Member, type MemberSession, openSession, readMember } from './open-session.ts';
import {
  closeRequest,
  openRequest,
  PROVE_REQUEST_REFUSALS,
  proveRequestCode,
  sendRequestCode,
} from './request-codes.ts';
import { type Login, parseLogin } from './typed-login.ts';

export type Credentials = Login & { password: string };

/** What is asked for besides the password; `request_id` goes with the code. */
export type SecondFactor = { second_factor: { request_id: string; code_expires_at: string } };

export const LOG_IN_REFUSALS = refusals(
  'email_invalid', // can't be anybody's login, and is no attempt
  'member_number_invalid',
  'rate_limited', // wrong ones from this address
  'credentials_wrong',
);

/**
 * Purchase 1–2: the buyer logs in and gets their name and masked payment methods.
 *
 * Nobody is locked out from afar. Where the member has logged in before, only failures from there count. Failures from
 * anywhere else count together; once there are too many, whoever comes from elsewhere is asked for a code that a right
 * password has sent to the member. The answer is the same for a wrong one, so that guessing on teaches nothing. An unknown
 * member takes as long as a known one.
 */
export async function logIn(
  context: ManagementContext,
  credentials: Credentials,
  place: Place,
): Promise<Result<MemberSession | SecondFactor, RefusalOf<typeof LOG_IN_REFUSALS>>> {
  const { limits } = context;
  const typed = parseLogin(credentials);
  if (!typed.ok) return typed;
  const member = await readMember(context, typed.value);
  const account = member?.member_id ?? Object.values(typed.value).join();
  const known = await knownPlace(context, member?.member_id ?? NOBODY, place);
  const guesses: LimitUse =
    known === undefined ? [limits.logInByMember, account] : [limits.logInByPlace, known];
  const own: LimitUse = [limits.logInByAddress, place.address];
  // Taken before the comparison, so that parallel guesses can't overrun it, and given back after a success.
  const uses = known === undefined ? [guesses, own] : [guesses];
  const allowed = await consumeAll(uses);
  if (!allowed.ok) {
    const mine = known === undefined ? allowed : await consumeAll([own]);
    if (!mine.ok && mine.by.includes(limits.logInByAddress.name))
      return refuse('rate_limited', { retry_after_s: mine.retry_after_s });
  }
  const asker = { from: place.address, share: 'known' } as const;
  const isRight = await compareCounted(allowed.ok ? uses : [], () =>
    verifySecret(member?.password_hash ?? null, credentials.password, asker),
  );
  const who = isRight ? member : undefined;
  if (!allowed.ok) return done(await askForCode(context, who));
  if (who === undefined) return refuseLogIn('member', 'credentials_wrong');
  await rememberPlace(context, who.member_id, place);
  return openSession(context, who, 'web', { place });
}

/** Asks for a code, which only a right password has sent. */
async function askForCode(context: ManagementContext, member: Member | undefined): Promise<SecondFactor> {
  // Beyond it nothing is sent, without a word: a refusal would say that the password is right.
  const maySend =
    member !== undefined && (await context.limits.logInCodesByMember.consume(member.member_id)).ok;
  return inTransaction(context.db, async (tx) => {
    const requestId = await openRequest(context, tx, 'log_in', member ?? null);
    const expires = await sendRequestCode(context, tx, {
      requestId,
      member: member ?? null,
      contact: 'preferred',
      to: maySend ? reachesOf(member)[0] : null,
    });
    return { second_factor: { request_id: requestId, code_expires_at: expires.toISOString() } };
  });
}

export const COMPLETE_LOG_IN_REFUSALS = refusals(...PROVE_REQUEST_REFUSALS, 'credentials_wrong');

/** Completes a log-in for which a code was asked. */
export async function completeLogIn(
  context: ManagementContext,
  { request_id, code }: { request_id: string; code: string },
  place: Place,
): Promise<Result<MemberSession, RefusalOf<typeof COMPLETE_LOG_IN_REFUSALS>>> {
  const proved = await proveRequestCode(context, request_id, {
    purpose: 'log_in',
    contact: 'preferred',
    code,
  });
  if (!proved.ok) return proved;
  const member = await readMember(context, { member_id: proved.value.member_id });
  if (member === undefined || !(await closeRequest(context, context.db, request_id)))
    return refuse('credentials_wrong');
  await rememberPlace(context, member.member_id, place);
  return openSession(context, member, 'web', { place });
}
