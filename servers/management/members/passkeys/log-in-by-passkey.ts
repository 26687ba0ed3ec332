import { consumeAll, giveBack } from '../../../../kit/limits.ts';
import { relyingParty, type UsedPasskey } from '../../../../kit/passkeys/verify.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { type Place, rememberPlace } from '../known-places.ts';
import { type MemberSession, openSession, readMember } from '../open-session.ts';
import { CHALLENGE_MS, newChallenge } from './challenges.ts';
import { provePasskey } from './prove-passkey.ts';

export const BEGIN_PASSKEY_LOG_IN_REFUSALS = refusals('rate_limited');

/** A challenge for the device to sign. It names no passkey, so nobody learns from it who has one. */
export async function beginPasskeyLogIn(context: ManagementContext, address: string) {
  const allowed = await context.limits.logInByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return done({
    challenge: await newChallenge(context, context.db, null),
    rpId: relyingParty(context).id,
    userVerification: 'required' as const,
    timeout: CHALLENGE_MS,
  });
}

export const PASSKEY_LOG_IN_REFUSALS = refusals(
  'rate_limited',
  'passkey_wrong', // unknown passkey, bad signature, used or expired challenge, or a counter that went back
  'credentials_wrong', // the password was changed in the meantime
);

/** Purchase 1–2 without a password: the device proves that it holds the passkey's key and has verified its user. */
export async function logInByPasskey(
  context: ManagementContext,
  input: UsedPasskey,
  place: Place,
): Promise<Result<MemberSession, RefusalOf<typeof PASSKEY_LOG_IN_REFUSALS>>> {
  const tries = [[context.limits.logInByAddress, place.address]] as const;
  const allowed = await consumeAll(tries);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const member_id = await provePasskey(context, input);
  const member = member_id === undefined ? undefined : await readMember(context, { member_id });
  if (member === undefined) return refuse('passkey_wrong');
  await giveBack(tries);
  await rememberPlace(context, member.member_id, place);
  return openSession(context, member, 'web', { place });
}
