import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { ShopContext } from '../context.ts';
import { tellHolder } from './tell-holder.ts';

const BATCH_MAX = 100;

/**
 * Tells holders that wrong PINs have locked a certificate, once for each lock. A job, so that the response to a wrong PIN
 * takes no longer for a number that has certificates. Returns how many were told.
 */
export async function tellLocked(context: ShopContext): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    // Without SKIP LOCKED: another process must not take half of a number's certificates.
    const due = await sql<{ certificate_id: string; phone: string }>`
      update certificates set lock_told_for = locked_at
      where certificate_id in (
        select certificate_id from certificates
        where state = 'active' and locked_at is not null and lock_told_for is distinct from locked_at
        order by certificate_id limit ${BATCH_MAX} for no key update)
        and phone is not null
      returning certificate_id, phone`.execute(tx);
    // All certificates of a number are one holder's, and are locked together.
    const byPhone = new Map(due.rows.map(({ phone, certificate_id }) => [phone, certificate_id]));
    for (const certificateId of byPhone.values()) {
      const news = { kind: 'recipient.certificate_locked', at: context.clock() } as const;
      await tellHolder(context, tx, certificateId, news);
    }
    return byPhone.size;
  });
}
