import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

/** The verification at this terminal that opened the certificate. */
export async function findVerified(
  context: ShopContext,
  tx: Executor,
  till: Till,
  token: string,
  certificateId: string,
): Promise<Result<{ verification_id: string }, 'verification_expired' | 'certificate_not_found'>> {
  const found = await sql<{ verification_id: string; certificate_id: string | null }>`
    select v.verification_id, c.certificate_id from verifications v
    left join verified_certificates o on o.verification_id = v.verification_id and o.certificate_id = ${certificateId}
    left join certificates c on c.certificate_id = o.certificate_id and c.phone = v.phone
    where v.token_digest = ${tokenDigest(token)} and v.terminal_id = ${till.terminal_id}
      and v.expires_at > ${context.clock()}`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return refuse('verification_expired');
  if (row.certificate_id === null) return refuse('certificate_not_found');
  return done({ verification_id: row.verification_id });
}
