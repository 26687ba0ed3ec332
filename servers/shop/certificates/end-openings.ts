import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';

/**
 * Ends whatever has opened certificates, which the caller has locked: sessions at tills and away from them, checkouts that are
 * not confirmed yet, and hand-overs that nobody has accepted.
 */
export async function endOpenings(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`
    update certificate_balances set pin_version = pin_version + 1
    where certificate_id in (
      select certificate_id from certificate_balances where certificate_id = any(${ids}::uuid[])
      order by certificate_id for no key update)`.execute(tx);
  await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${now}
    where certificate_id = any(${ids}::uuid[]) and state in ('begun', 'open')`.execute(tx);
  await releaseCheckouts(tx, ids);
}

/** Releases all that the checkouts hold, on other certificates too: they are paid in whole or not at all. */
async function releaseCheckouts(tx: Tx, ids: readonly string[]): Promise<void> {
  const held = await sql<{ hold_id: string; certificate_id: string; amount_minor: bigint }>`
    select h.hold_id, h.certificate_id, h.amount_minor
    from holds h join certificate_balances b using (certificate_id)
    where h.state = 'held' and h.checkout_id in (
      select checkout_id from holds where certificate_id = any(${ids}::uuid[]) and state = 'held')
    order by h.certificate_id for update of b, h`.execute(tx);
  for (const { hold_id, certificate_id, amount_minor } of held.rows) {
    await sql`update holds set state = 'released' where hold_id = ${hold_id}`.execute(tx);
    await sql`
      update certificate_balances set held_minor = held_minor - ${amount_minor}
      where certificate_id = ${certificate_id}`.execute(tx);
  }
}
