import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { readOpening } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

/** Whether a verification at this terminal opened the certificate, by the PIN that it still has. */
export async function checkVerified(
  context: ShopContext,
  tx: Tx,
  till: Till,
  token: string,
  certificateId: string,
): Promise<Result<null, 'verification_expired' | 'certificate_not_found'>> {
  const opening = await readOpening(context, tx, token, till.terminal_id);
  if (opening === undefined) return refuse('verification_expired');
  const pin_version = opening.get(certificateId.toLowerCase())?.pin_version;
  if (pin_version === undefined) return refuse('certificate_not_found');
  const found = await sql<{ pin_version: number }>`
    select b.pin_version from certificates c join certificate_balances b using (certificate_id)
    where certificate_id = ${certificateId} for no key update`.execute(tx);
  return found.rows[0]?.pin_version === pin_version ? done(null) : refuse('verification_expired');
}
