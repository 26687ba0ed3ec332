import { sql } from '../../../kit/db/sql.ts';
import { compareCounted, consumeAll } from '../../../kit/limits.ts';
import type { UsedPasskey } from '../../../kit/passkeys/verify.ts';
import { verifySecret } from '../../../kit/passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { readMember } from './open-session.ts';
import { provePasskey } from './passkeys/prove-passkey.ts';

export type Proof = { password: string } | { passkey: UsedPasskey };

export const PROVE_SELF_REFUSALS = refusals(
  'rate_limited', // of this session
  'credentials_wrong',
  'passkey_wrong',
);

/**
 * A member proves again who they are, by password or passkey, before a change that could lose them the account
 * (`requireRecentProof`).
 */
export async function proveSelf(
  context: ManagementContext,
  { member_id, session_id }: { member_id: string; session_id: string },
  proof: Proof,
): Promise<Result<{ proved_at: string }, RefusalOf<typeof PROVE_SELF_REFUSALS>>> {
  const tries = [[context.limits.proofsBySession, session_id]] as const;
  const allowed = await consumeAll(tries);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  if ('passkey' in proof) {
    const isRight = async () => (await provePasskey(context, proof.passkey)) === member_id;
    if (!(await compareCounted(tries, isRight))) return refuse('passkey_wrong');
  } else {
    const member = await readMember(context, { member_id });
    const isRight = () => verifySecret(member?.password_hash ?? null, proof.password);
    if (!(await compareCounted(tries, isRight))) return refuse('credentials_wrong');
  }
  const now = context.clock();
  await sql`update member_sessions set proved_at = ${now} where session_id = ${session_id}`.execute(
    context.db,
  );
  return done({ proved_at: now.toISOString() });
}
