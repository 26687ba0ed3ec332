import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';

type Held = {
  hold_id: string;
  checkout_id: string | null;
  amount_minor: bigint;
  sale_reference: string;
  held_minor: bigint;
};

/**
 * Ends holds of before the backup that have ended since: that of a use that was restored, which it names, and all of a
 * certificate if what is left of it no longer covers them. The balance is locked. Returns the sale that the use belonged to.
 */
export async function releaseForRestored(
  tx: Tx,
  certificateId: string,
  redemptionId: string | null,
  leftMinor: bigint,
): Promise<{ sale_id: string; sale_reference: string } | undefined> {
  const found = await sql<Held>`
    select h.hold_id, h.checkout_id, h.amount_minor, h.sale_reference, b.held_minor
    from holds h join certificate_balances b using (certificate_id)
    where h.certificate_id = ${certificateId} and h.state = 'held' for update of h`.execute(tx);
  const confirmed = found.rows.find(
    ({ hold_id }) => derivedId('certificate_redeemed', hold_id) === redemptionId,
  );
  const heldAfter = (found.rows[0]?.held_minor ?? 0n) - (confirmed?.amount_minor ?? 0n);
  for (const held of found.rows) {
    if (held !== confirmed && heldAfter <= leftMinor) continue;
    const [state, redemption_id] = held === confirmed ? ['confirmed', redemptionId] : ['released', null];
    await sql`
      update holds set state = ${state}, redemption_id = ${redemption_id} where hold_id = ${held.hold_id}`.execute(
      tx,
    );
    await sql`
      update certificate_balances set held_minor = held_minor - ${held.amount_minor}
      where certificate_id = ${certificateId}`.execute(tx);
  }
  return (
    confirmed && {
      sale_id: confirmed.checkout_id ?? confirmed.hold_id,
      sale_reference: confirmed.sale_reference,
    }
  );
}
