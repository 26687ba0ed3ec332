import { koreanDay } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';

export type PayoutFilter = { payee?: string; day?: string; before?: string; limit: number };

type PayoutRow = { payout_id: string; payer_party: string; payee: string; currency: string };

/** Payouts to shops, newest first; with `before`, only those made before that payout. */
export async function listPayouts(executor: Executor, { payee, day, before, limit }: PayoutFilter) {
  const conditions = [sql`true`];
  if (payee !== undefined) conditions.push(sql`payee = ${payee}`);
  if (before !== undefined) {
    // Management chooses the ids, so they do not sort by time.
    conditions.push(
      sql`(paid_at, payout_id) < (select paid_at, payout_id from payouts where payout_id = ${before})`,
    );
  }
  if (day !== undefined) {
    const { from, until } = koreanDay(day);
    conditions.push(sql`paid_at >= ${from} and paid_at < ${until}`);
  }
  const found = await sql<
    PayoutRow & { gross_minor: bigint; commission_minor: bigint; net_minor: bigint; paid_at: Date }
  >`
    select payout_id, payer_party, payee, gross_minor, commission_minor, net_minor, currency, paid_at
    from payouts where ${sql.join(conditions, sql` and `)}
    order by paid_at desc, payout_id desc limit ${limit}`.execute(executor);
  return found.rows.map((payout) => ({
    ...payout,
    gross_minor: minorToJson(payout.gross_minor),
    commission_minor: minorToJson(payout.commission_minor),
    net_minor: minorToJson(payout.net_minor),
    paid_at: payout.paid_at.toISOString(),
  }));
}
