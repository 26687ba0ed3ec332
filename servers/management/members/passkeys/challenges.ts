import { addMs, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import type { ManagementContext } from '../../context.ts';

const CHALLENGE_BYTES = 32;
export const CHALLENGE_MS = 5 * MINUTE_MS;

/** A new challenge, for a member who adds a passkey, or for anybody logging in with one. */
export async function newChallenge(
  context: ManagementContext,
  executor: Executor,
  memberId: string | null,
): Promise<string> {
  const now = context.clock();
  const challenge = context.random(CHALLENGE_BYTES).toString('base64url');
  await sql`
    insert into passkey_challenges (challenge_digest, member_id, created_at, expires_at)
    values (${tokenDigest(challenge)}, ${memberId}, ${now}, ${addMs(now, CHALLENGE_MS)})`.execute(executor);
  return challenge;
}

/** Uses up a challenge. Returns whether it was ours, for this purpose, and open. */
export async function takeChallenge(
  context: ManagementContext,
  executor: Executor,
  challenge: string,
  memberId: string | null,
): Promise<boolean> {
  const now = context.clock();
  const taken = await sql`
    update passkey_challenges set used_at = ${now}
    where challenge_digest = ${tokenDigest(challenge)} and member_id is not distinct from ${memberId}::uuid
      and used_at is null and expires_at > ${now}
    returning 1`.execute(executor);
  return taken.rows.length > 0;
}
