import { sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import {
  type NewPasskey,
  newCredential,
  PASSKEY_ALGORITHMS,
  relyingParty,
} from '../../../../kit/passkeys/verify.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { CONTACT_COLUMNS } from '../../messages/reach.ts';
import { type Addressee, tellMember } from '../../messages/tell-member.ts';
import { CHALLENGE_MS, newChallenge, takeChallenge } from './challenges.ts';

export type PasskeyView = { passkey_id: string; name: string; created_at: string; last_used_at?: string };

type Row = { passkey_id: string; name: string; created_at: Date; last_used_at: Date | null };

export async function listPasskeys(executor: Executor, memberId: string): Promise<PasskeyView[]> {
  const found = await sql<Row>`
    select passkey_id, name, created_at, last_used_at from passkeys
    where member_id = ${memberId} and removed_at is null order by passkey_id`.execute(executor);
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

/**
 * The options a browser creates a passkey from. The device must verify its user, because a passkey replaces the
 * password.
 */
export async function beginPasskey(context: ManagementContext, tx: Tx, memberId: string) {
  const found = await sql<{ name: string; email: string | null }>`
    select name, email from members where member_id = ${memberId}`.execute(tx);
  const known = await sql<{ credential_id: string; transports: string[] }>`
    select credential_id, transports from passkeys where member_id = ${memberId} and removed_at is null`.execute(
    tx,
  );
  const { name = '', email = null } = found.rows[0] ?? {};
  return done({
    challenge: await newChallenge(context, tx, memberId),
    rp: { id: relyingParty(context).id, name: 'Seonmul' },
    user: { id: Buffer.from(memberId).toString('base64url'), name: email ?? name, displayName: name },
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

export const ADD_PASSKEY_REFUSALS = refusals(
  'passkey_invalid', // for another host or page, without an open challenge, or already registered
);

/** Stores a member's new passkey, and tells them. */
export async function addPasskey(
  context: ManagementContext,
  tx: Tx,
  { passkeyId, memberId }: { passkeyId: string; memberId: string },
  input: NewPasskey,
): Promise<Result<PasskeyView, RefusalOf<typeof ADD_PASSKEY_REFUSALS>>> {
  const made = await newCredential(relyingParty(context), input);
  if (made === undefined || !(await takeChallenge(context, tx, made.challenge, memberId)))
    return refuse('passkey_invalid');
  const now = context.clock();
  const { publicKey, counter } = made.credential;
  const kept = await sql<Row>`
    insert into passkeys (passkey_id, member_id, credential_id, public_key, sign_count, transports, name, created_at)
    values (${passkeyId}, ${memberId}, ${made.credential.id}, ${Buffer.from(publicKey)}, ${BigInt(counter)},
      ${input.transports ?? []}, ${input.name.trim()}, ${now})
    on conflict (credential_id) do nothing
    returning passkey_id, name, created_at, last_used_at`.execute(tx);
  const [row] = kept.rows;
  if (row === undefined) return refuse('passkey_invalid');
  await tellOfPasskey(context, tx, memberId, now);
  return done(viewOf(row));
}

async function tellOfPasskey(
  context: ManagementContext,
  tx: Tx,
  memberId: string,
  changed_at: Date,
): Promise<void> {
  const found = await sql<Addressee>`
    select member_id, locale, ${CONTACT_COLUMNS} from members
    where member_id = ${memberId}`.execute(tx);
  for (const member of found.rows)
    await tellMember(context, tx, member, { kind: 'account.passkey_added', changed_at });
}

export const REMOVE_PASSKEY_REFUSALS = refusals('not_found');

/** Removes a passkey, which no longer logs anybody in; repeating it changes nothing. */
export async function removePasskey(
  context: ManagementContext,
  memberId: string,
  passkeyId: string,
): Promise<Result<null, RefusalOf<typeof REMOVE_PASSKEY_REFUSALS>>> {
  const removed = await sql`
    update passkeys set removed_at = coalesce(removed_at, ${context.clock()})
    where passkey_id = ${passkeyId} and member_id = ${memberId} returning 1`.execute(context.db);
  return removed.rows.length === 0 ? refuse('not_found') : done(null);
}
