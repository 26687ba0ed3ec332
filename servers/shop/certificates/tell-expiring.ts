import { addDays, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import { tellHolder } from './tell-holder.ts';

const DAYS_BEFORE = 30;
const BATCH_MAX = 100;

/**
 * Tells holders that a certificate with a balance is about to expire: once thirty days before, and once on its last day.
 * Returns how many were told.
 */
export async function tellExpiring(context: ShopContext): Promise<number> {
  const now = context.clock();
  const zone = context.settings.timeZone;
  const today = dayIn(zone, now);
  const soon = endOfDay(zone, addDays(today, DAYS_BEFORE));
  const lastDay = endOfDay(zone, today);
  return inTransaction(context.db, async (tx) => {
    const due = await sql<{
      certificate_id: string;
      balance_minor: bigint;
      currency: string;
      expires_at: Date;
    }>`
      update certificates c set expiry_told_for = c.expires_at,
        last_day_told_for = case when c.expires_at <= ${lastDay}::timestamptz then c.expires_at
          else c.last_day_told_for end
      from certificate_balances b
      where b.certificate_id = c.certificate_id and c.certificate_id in (
        select certificate_id from certificates join certificate_balances using (certificate_id)
        where state = 'active' and expires_at > ${now} and balance_minor > 0 and (
          (expires_at <= ${soon} and expiry_told_for is distinct from expires_at)
          or (expires_at <= ${lastDay} and last_day_told_for is distinct from expires_at))
        order by certificate_id limit ${BATCH_MAX} for no key update of certificates skip locked)
      returning c.certificate_id, b.balance_minor, c.currency, c.expires_at`.execute(tx);
    for (const { certificate_id, balance_minor, currency, expires_at } of due.rows) {
      const left = { amount_minor: minorToJson(balance_minor), currency };
      const news = { kind: 'recipient.certificate_expiring', left, at: expires_at } as const;
      await tellHolder(context, tx, certificate_id, news);
    }
    return due.rows.length;
  });
}
