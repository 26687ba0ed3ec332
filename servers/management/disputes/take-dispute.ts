import type { Dispute } from '../../../contracts/settlement-disputes.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { eventOf, orderFact } from '../orders/order-events.ts';
import { readOrder } from '../orders/orders.ts';
import { type BuyerKind, tellBuyer } from '../orders/tell.ts';
import { checkDispute, type DisputedOrder } from './check-dispute.ts';

const EVENTS = { open: 'payment_disputed', won: 'dispute_won', lost: 'dispute_lost' } as const;
const TOLD = {
  open: 'buyer.payment_disputed',
  won: 'buyer.dispute_won',
  lost: 'buyer.dispute_lost',
} as const satisfies Record<Dispute['state'], BuyerKind>;

/**
 * Takes a dispute as a party tells it now, however often it was told before. One that is believed has its gifts worked on
 * (`drive-gift.ts`), and the buyer is told once. A doubtful one is kept for staff; nothing follows from it.
 */
export async function takeDispute(
  context: ManagementContext,
  tx: Tx,
  { toldBy, evidenceId }: { toldBy: string; evidenceId: string },
  dispute: Dispute,
): Promise<void> {
  const now = context.clock();
  const { doubt, orders } = await checkDispute(context, tx, toldBy, dispute);
  const changed = await store(tx, { toldBy, evidenceId, doubt }, dispute, now);
  if (doubt !== null) {
    const { dispute_id } = dispute;
    context.log.error({ party: toldBy, dispute_id, doubt }, 'a dispute contradicts our own orders');
    return;
  }
  if (!changed) return;
  for (const order of orders) await workOn(tx, order, dispute, { evidenceId, now });
  const [first] = orders;
  if (first === undefined) return;
  const amount = { amount_minor: dispute.amount_minor, currency: dispute.currency };
  await tellBuyer(context, tx, await readOrder(tx, first.order_id), TOLD[dispute.state], {
    disputed: amount,
  });
}

/** Whether it has changed. A dispute that was believed stays as it was, whatever else is said of it later. */
async function store(
  tx: Tx,
  { toldBy, evidenceId, doubt }: { toldBy: string; evidenceId: string; doubt: string | null },
  { dispute_id, order_id, state, amount_minor, currency, reason, respond_by }: Dispute,
  now: Date,
): Promise<boolean> {
  const stored = await sql`
    insert into disputes as d (told_by, dispute_id, payment_id, state, amount_minor, currency, reason, respond_by, doubt,
      evidence_id, heard_at, changed_at)
    values (${toldBy}, ${dispute_id}, ${order_id}, ${state}, ${minorFromJson(amount_minor)}, ${currency}, ${reason},
      ${respond_by ?? null}, ${doubt}, ${evidenceId}, ${now}, ${now})
    on conflict (told_by, dispute_id) do update
      set state = excluded.state, amount_minor = excluded.amount_minor, reason = excluded.reason,
        respond_by = excluded.respond_by, doubt = excluded.doubt, evidence_id = excluded.evidence_id, changed_at = ${now}
      where (d.state, d.amount_minor, d.doubt) is distinct from (excluded.state, excluded.amount_minor, excluded.doubt)
        and (excluded.doubt is null or d.doubt is not null)
        and d.payment_id = excluded.payment_id
    returning 1`.execute(tx);
  return stored.rows.length > 0;
}

/** Has the job look at a gift at once. One that was freed before is held again. */
async function workOn(
  tx: Tx,
  { order_id }: DisputedOrder,
  dispute: Dispute,
  { evidenceId, now }: { evidenceId: string; now: Date },
): Promise<void> {
  await sql`
    insert into disputed_gifts as g (order_id, payment_id, state, due_at, since)
    values (${order_id}, ${dispute.order_id}, 'held', ${now}, ${now})
    on conflict (order_id) do update set due_at = ${now},
      state = case when g.state = 'free' then 'held' else g.state end,
      since = case when g.state = 'free' then ${now} else g.since end`.execute(tx);
  if (dispute.state === 'open')
    await sql`update orders set dispute = 'open' where order_id = ${order_id} and dispute is null`.execute(
      tx,
    );
  const { state } = await readOrder(tx, order_id);
  const { amount_minor, currency, reason } = dispute;
  const event = { kind: EVENTS[dispute.state], detail: { amount_minor, currency, reason }, evidenceId };
  await writeFact(tx, orderFact(eventOf(order_id, state, state, event), now));
}
