import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { NOT_ASKED } from '../../../kit/restore/reconcile.ts';
import type { ManagementContext } from '../context.ts';
import { beginEnding } from '../orders/end-order.ts';
import { readGift } from '../orders/gift.ts';
import { lockOrder } from '../orders/orders.ts';
import { tell } from '../orders/tell.ts';
import { find } from './told-calls.ts';

/** What is left of orders once all that others hold is here. */
export async function finishOrders(context: ManagementContext): Promise<void> {
  await endUnregistered(context);
  await tellOffered(context);
  await nameGroups(context);
}

/**
 * Orders that were paid and of which no shop has a certificate: for whom they were, nobody knows. Their payment is given back by the
 * steps of an order whose payment was captured after all, and the buyer is told.
 */
async function endUnregistered(context: ManagementContext): Promise<void> {
  const found = await sql<{ order_id: string; party: string }>`
    select o.order_id, s.party from orders o join shops s using (shop_id) join calls c on c.subject_id = o.order_id
    where c.purpose = 'capture' and c.state = 'planned' and c.attempts = 0 and o.group_id is null
      and o.state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation')`.execute(
    context.db,
  );
  for (const { order_id, party } of found.rows) {
    if (await isSpared(context, party)) {
      await find(context, { kind: 'certificate_not_asked_for', party, subject_id: order_id });
      continue;
    }
    await inTransaction(context.db, async (tx) => {
      const order = await lockOrder(tx, order_id);
      if (order === undefined) return;
      await beginEnding(context, tx, order, { reason: 'recipient_lost', from: 'settlement' });
    });
    await find(context, { kind: 'recipient_lost', party, subject_id: order_id });
  }
}

/** Whether somebody went on without this server, which may have the certificate. */
async function isSpared({ db }: ManagementContext, party: string): Promise<boolean> {
  const found = await sql`
    select 1 from restore_findings
    where epoch_no = (select max(epoch_no) from epochs) and kind = ${NOT_ASKED} and party = ${party}`.execute(
    db,
  );
  return found.rows.length > 0;
}

/** The links that recipients were sent since the backup open nothing: whoever has not answered is sent another. */
async function tellOffered(context: ManagementContext): Promise<void> {
  const found = await sql<{ order_id: string }>`
    select o.order_id from orders o
    where o.state = 'offered' and o.answer_by > ${context.clock()}
      and not exists (
        select from messages m where m.subject_id = o.order_id and m.kind = 'recipient.gift_arrived'
          and m.address in (o.recipient_phone, o.recipient_email))
      and not exists (select from voice_dials d where d.order_id = o.order_id)`.execute(context.db);
  for (const { order_id } of found.rows)
    await inTransaction(context.db, async (tx) => {
      const order = await lockOrder(tx, order_id);
      if (order?.state !== 'offered') return;
      const gift = { ...(await readGift(tx, order_id)), order };
      await tell(context, tx, gift, [{ to: 'recipient', kind: 'recipient.gift_arrived' }]);
    });
}

/** Groups of which more was captured than their gifts come to: the rest was paid for gifts that no shop has. */
async function nameGroups(context: ManagementContext): Promise<void> {
  const found = await sql<{ group_id: string; party: string; left_minor: bigint; currency: string }>`
    select g.group_id, s.party, g.confirmed_minor - coalesce(sum(o.amount_minor), 0)::bigint as left_minor, g.currency
    from order_groups g join shops s using (shop_id)
      left join orders o on o.group_id = g.group_id and o.captured_at is not null
    where g.state = 'captured' and g.created_at >= (select lost_since from epochs order by epoch_no desc limit 1)
    group by g.group_id, s.party having g.confirmed_minor <> coalesce(sum(o.amount_minor), 0)`.execute(
    context.db,
  );
  for (const { group_id, party, left_minor, currency } of found.rows)
    await find(context, {
      kind: 'gifts_of_group_lost',
      party,
      subject_id: group_id,
      about: `${currency} ${left_minor}`,
    });
}
