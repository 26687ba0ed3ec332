import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import {
  passkeyProof,
  relyingParty,
  type StoredPasskey,
  type UsedPasskey,
} from '../../../../kit/passkeys/verify.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { type MemberSession, openSession, readMember } from '../log-in.ts';
import { CHALLENGE_MS, newChallenge, takeChallenge } from './challenges.ts';

type Passkey = StoredPasskey & { passkey_id: string; member_id: string };

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
  address: string,
): Promise<Result<MemberSession, RefusalOf<typeof PASSKEY_LOG_IN_REFUSALS>>> {
  const allowed = await context.limits.logInByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Passkey>`
    select passkey_id, member_id, credential_id, public_key, sign_count from passkeys
    where credential_id = ${input.credential_id} and removed_at is null`.execute(context.db);
  const [passkey] = found.rows;
  const proof = passkey === undefined ? undefined : await passkeyProof(relyingParty(context), passkey, input);
  if (passkey === undefined || proof === undefined) return refuse('passkey_wrong');
  const isFirst = await inTransaction(context.db, async (tx) => {
    if (!(await takeChallenge(context, tx, proof.challenge, null))) return false;
    // Only if the count is still the one compared: of two concurrent uses the second is a cloned key's.
    const used = await sql`
      update passkeys set sign_count = ${proof.sign_count}, last_used_at = ${context.clock()}
      where passkey_id = ${passkey.passkey_id} and removed_at is null and sign_count = ${passkey.sign_count}
      returning 1`.execute(tx);
    return used.rows.length > 0;
  });
  if (!isFirst) return refuse('passkey_wrong');
  const member = await readMember(context, passkey.member_id);
  return member === undefined ? refuse('passkey_wrong') : openSession(context, member, 'web');
}
