import type { Dispute } from '../../../contracts/settlement-disputes.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { type ManagementContext, settlementName } from '../context.ts';

/** Why a dispute is not believed: it contradicts what management knows of the payment. */
export const DISPUTE_DOUBTS = [
  'payment_unknown', // no order of ours was paid so
  'payment_of_another', // it was taken by another server
  'payment_differs', // the same dispute was about another payment before
  'currency_differs',
  'exceeds_payment',
] as const;
export type DisputeDoubt = (typeof DISPUTE_DOUBTS)[number];

export type DisputedOrder = { order_id: string; shop_id: string };

type Paid = DisputedOrder & {
  amount_minor: bigint;
  currency: string;
  payment_route: 'direct' | 'through_shop';
  party: string;
  settlement: string | null;
};

/**
 * The orders that were paid with a disputed payment, locked in the order of their ids, and what speaks against the dispute:
 * it must be about a payment of our own, taken by the server that tells of it, and about no more than was paid.
 */
export async function checkDispute(
  context: Pick<ManagementContext, 'parties'>,
  tx: Tx,
  toldBy: string,
  { dispute_id, order_id: paymentId, amount_minor, currency }: Dispute,
): Promise<{ doubt: DisputeDoubt | null; orders: DisputedOrder[] }> {
  const found = await sql<Paid>`
    select o.order_id, o.shop_id, o.amount_minor, o.currency, o.payment_route, s.party, s.settlement
    from orders o join shops s using (shop_id)
    where (o.order_id = ${paymentId} and o.group_id is null or o.group_id = ${paymentId}) and o.captured_at is not null
    order by o.order_id for update of o`.execute(tx);
  const orders = found.rows;
  const [first] = orders;
  if (first === undefined) return { doubt: 'payment_unknown', orders: [] };
  const takenBy =
    first.payment_route === 'through_shop'
      ? first.party
      : settlementName(context, { settlement: first.settlement });
  if (takenBy !== toldBy) return { doubt: 'payment_of_another', orders: [] };
  if (first.currency !== currency) return { doubt: 'currency_differs', orders: [] };
  const paid = orders.reduce((sum, order) => sum + order.amount_minor, 0n);
  if (minorFromJson(amount_minor) > paid) return { doubt: 'exceeds_payment', orders: [] };
  const known = await sql<{ payment_id: string }>`
    select payment_id from disputes where told_by = ${toldBy} and dispute_id = ${dispute_id}`.execute(tx);
  const was = known.rows[0]?.payment_id;
  if (was !== undefined && was !== paymentId.toLowerCase()) return { doubt: 'payment_differs', orders: [] };
  return { doubt: null, orders };
}
