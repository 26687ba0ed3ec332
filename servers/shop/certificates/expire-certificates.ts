import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { queueNotice } from '../../../kit/notices/outbox.ts';
import { postToBooks } from '../books/books.ts';
import type { ShopContext } from '../context.ts';
import { appendEntry, type CertificateRow } from './certificates.ts';
import { tellHolder } from './tell-holder.ts';

const BATCH_MAX = 100;

/**
 * Expires certificates and takes what is left of them off the outstanding balance. A certificate with a hold expires only
 * once the hold has ended. Whoever holds one that had a balance is told. Returns how many expired.
 */
export async function expireCertificates(context: ShopContext): Promise<number> {
  const now = context.clock();
  return inTransaction(context.db, async (tx) => {
    const due = await sql<CertificateRow>`
      select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at
      from certificates c join certificate_balances b using (certificate_id)
      where c.state = 'active' and c.expires_at <= ${now} and b.held_minor = 0
      order by c.certificate_id limit ${BATCH_MAX} for no key update skip locked`.execute(tx);
    for (const { certificate_id, balance_minor, currency, order_id, operator, expires_at } of due.rows) {
      if (balance_minor > 0n) {
        const entry = {
          certificate_id,
          kind: 'expired',
          delta_minor: -balance_minor,
          reference_id: order_id,
          at: now,
        };
        await appendEntry(tx, entry);
        const transfer = {
          debit: 'outstanding',
          credit: 'expired',
          code: 'expire',
          subject_id: certificate_id,
        } as const;
        await postToBooks(tx, { ...transfer, amount_minor: balance_minor, currency }, now);
        const content = { certificate_id, order_id, amount_minor: minorToJson(balance_minor), currency };
        await queueNotice(tx, { party: operator, kind: 'certificate_expired', content }, now);
        const left = { amount_minor: content.amount_minor, currency };
        const news = { kind: 'recipient.certificate_expired', left, at: expires_at } as const;
        await tellHolder(context, tx, certificate_id, news);
      }
      await sql`update certificates set state = 'expired' where certificate_id = ${certificate_id}`.execute(
        tx,
      );
    }
    return due.rows.length;
  });
}
