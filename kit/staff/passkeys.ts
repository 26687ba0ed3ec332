import { addMs, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../db/transaction.ts';
import { consumeAll } from '../limits.ts';
import {
  type NewPasskey,
  newCredential,
  PASSKEY_ALGORITHMS,
  passkeyProof,
  relyingParty,
  type StoredPasskey,
  type UsedPasskey,
} from '../passkeys/verify.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { tokenDigest } from '../tokens.ts';
import type { StaffContext } from './context.ts';
import { afterRemoval, type REMOVE_FACTOR_REFUSALS } from './factors.ts';
import { type From, openEnrolled, openSession, type StaffSession } from './sessions.ts';
import { readStaff, type Staff } from './staff.ts';

const CHALLENGE_BYTES = 32;
const CHALLENGE_MS = 5 * MINUTE_MS;

export type PasskeyView = { passkey_id: string; name: string; created_at: string; last_used_at?: string };
type Row = { passkey_id: string; name: string; created_at: Date; last_used_at: Date | null };

/** For somebody who adds a passkey, or, without a name, for anybody logging in with one. */
async function newChallenge(
  { clock, random }: StaffContext,
  executor: Executor,
  staffId: string | null,
): Promise<string> {
  const now = clock();
  const challenge = random(CHALLENGE_BYTES).toString('base64url');
  await sql`
    insert into staff_passkey_challenges (challenge_digest, staff_id, created_at, expires_at)
    values (${tokenDigest(challenge)}, ${staffId}, ${now}, ${addMs(now, CHALLENGE_MS)})`.execute(executor);
  return challenge;
}

/** Uses up a challenge. Returns whether it was ours, for this person or for anybody, and open. */
async function takeChallenge(
  { clock }: StaffContext,
  executor: Executor,
  challenge: string,
  staffId: string | null,
): Promise<boolean> {
  const now = clock();
  const taken = await sql`
    update staff_passkey_challenges set used_at = ${now}
    where challenge_digest = ${tokenDigest(challenge)} and staff_id is not distinct from ${staffId}::uuid
      and used_at is null and expires_at > ${now}
    returning 1`.execute(executor);
  return taken.rows.length > 0;
}

export async function listPasskeys({ db }: StaffContext, staffId: string): Promise<PasskeyView[]> {
  const found = await sql<Row>`
    select passkey_id, name, created_at, last_used_at from staff_passkeys
    where staff_id = ${staffId} and removed_at is null order by passkey_id`.execute(db);
  return found.rows.map(viewOf);
}

function viewOf({ passkey_id, name, created_at, last_used_at }: Row): PasskeyView {
  return {
    passkey_id,
    name,
    created_at: created_at.toISOString(),
    ...(last_used_at === null ? {} : { last_used_at: last_used_at.toISOString() }),
  };
}

/** The options a browser creates a passkey from. */
export async function beginPasskey(context: StaffContext, staffId: string) {
  const { login, name } = await readStaff({ db: context.db }, staffId);
  const known = await sql<{ credential_id: string; transports: string[] }>`
    select credential_id, transports from staff_passkeys
    where staff_id = ${staffId} and removed_at is null`.execute(context.db);
  return done({
    challenge: await newChallenge(context, context.db, staffId),
    rp: { id: relyingParty(context).id, name: 'Seonmul' },
    user: { id: Buffer.from(staffId).toString('base64url'), name: login, displayName: name },
    pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: known.rows.map(({ credential_id, transports }) => ({
      id: credential_id,
      type: 'public-key' as const,
      transports,
    })),
    authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
    attestation: 'none' as const,
    timeout: CHALLENGE_MS,
  });
}

export const ADD_STAFF_PASSKEY_REFUSALS = refusals(
  'passkey_invalid', // for another host or page, without an open challenge, or already registered
);

export async function addPasskey(
  context: StaffContext,
  tx: Tx,
  { passkeyId, staffId }: { passkeyId: string; staffId: string },
  input: NewPasskey,
): Promise<Result<PasskeyView, RefusalOf<typeof ADD_STAFF_PASSKEY_REFUSALS>>> {
  const made = await newCredential(relyingParty(context), input);
  if (made === undefined || !(await takeChallenge(context, tx, made.challenge, staffId)))
    return refuse('passkey_invalid');
  const { id, publicKey, counter } = made.credential;
  const kept = await sql<Row>`
    insert into staff_passkeys
      (passkey_id, staff_id, credential_id, public_key, sign_count, transports, name, created_at)
    values (${passkeyId}, ${staffId}, ${id}, ${Buffer.from(publicKey)}, ${BigInt(counter)},
      ${input.transports ?? []}, ${input.name.trim()}, ${context.clock()})
    on conflict (credential_id) do nothing
    returning passkey_id, name, created_at, last_used_at`.execute(tx);
  const [row] = kept.rows;
  if (row === undefined) return refuse('passkey_invalid');
  await openEnrolled(tx, staffId);
  return done(viewOf(row));
}

/** Removes a passkey; unless the role needs a second factor and it is the last. */
export async function removePasskey(
  { clock }: StaffContext,
  tx: Tx,
  { staffId, passkeyId, isNeeded }: { staffId: string; passkeyId: string; isNeeded: boolean },
): Promise<Result<{ removed: true }, RefusalOf<typeof REMOVE_FACTOR_REFUSALS>>> {
  const removed = await sql`
    update staff_passkeys set removed_at = ${clock()}
    where passkey_id = ${passkeyId} and staff_id = ${staffId} and removed_at is null returning 1`.execute(tx);
  return removed.rows.length === 0 ? refuse('not_found') : afterRemoval(tx, staffId, isNeeded);
}

export const BEGIN_STAFF_PASSKEY_LOG_IN_REFUSALS = refusals('rate_limited');

/** A challenge for the device to sign. It names no passkey, so nobody learns from it who has one. */
export async function beginPasskeyLogIn(
  context: StaffContext,
  address: string,
): Promise<
  Result<{ challenge: string; rpId: string; userVerification: 'required'; timeout: number }, 'rate_limited'>
> {
  const allowed = await consumeAll([[context.limits.staffByAddress, address]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const challenge = await newChallenge(context, context.db, null);
  return done({
    challenge,
    rpId: relyingParty(context).id,
    userVerification: 'required',
    timeout: CHALLENGE_MS,
  });
}

export const STAFF_PASSKEY_LOG_IN_REFUSALS = refusals(
  'rate_limited',
  'passkey_wrong', // unknown passkey, bad signature, used or expired challenge, or a counter that went back
);

/**
 * Logs in with a passkey: instead of the password, or as the second factor after it. A passkey is two factors at once, the
 * device and what its owner is or knows, so it needs no password, and strangers who guess at that stop nobody.
 */
export async function logInByPasskey(
  context: StaffContext,
  input: UsedPasskey,
  from: From,
): Promise<Result<StaffSession, RefusalOf<typeof STAFF_PASSKEY_LOG_IN_REFUSALS>>> {
  const allowed = await consumeAll([[context.limits.staffByAddress, from.address]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<StoredPasskey & Staff & { passkey_id: string }>`
    select passkey_id, credential_id, public_key, sign_count, staff_id, login, s.name, role
    from staff_passkeys p join staff s using (staff_id)
    where credential_id = ${input.credential_id} and removed_at is null and left_at is null`.execute(
    context.db,
  );
  const [passkey] = found.rows;
  const proof = passkey === undefined ? undefined : await passkeyProof(relyingParty(context), passkey, input);
  if (passkey === undefined || proof === undefined) return refuse('passkey_wrong');
  const { passkey_id, sign_count, staff_id, login, name, role } = passkey;
  return inTransaction(context.db, async (tx) => {
    if (!(await takeChallenge(context, tx, proof.challenge, null))) return refuse('passkey_wrong');
    // Only if the count is still the one compared: of two concurrent uses the second is a cloned key's.
    const used = await sql`
      update staff_passkeys set sign_count = ${proof.sign_count}, last_used_at = ${context.clock()}
      where passkey_id = ${passkey_id} and removed_at is null and sign_count = ${sign_count}
      returning 1`.execute(tx);
    if (used.rows.length === 0) return refuse('passkey_wrong');
    return done(await openSession(context, tx, { staff_id, login, name, role }, from, 'open'));
  });
}
