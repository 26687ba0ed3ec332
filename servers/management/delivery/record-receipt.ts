import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { gathered } from '../../../kit/gatherer.ts';
import type { Receipt } from '../../../kit/texts/port.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder } from '../orders/orders.ts';
import { settleDelivery } from './record-outcome.ts';

/** Records what became of a text. Always taken: it may arrive before its message is recorded as sent. */
export async function recordReceipt(
  context: ManagementContext,
  { provider_message_id, state }: Receipt,
): Promise<boolean> {
  if (state === 'delivered') await recordDelivered(context, provider_message_id);
  else await recordUndelivered(context, provider_message_id, state === 'unknown' ? 'unknown' : 'failed');
  return true;
}

/** Receipts of texts that arrived are the most by far, and a text's parts get theirs together: they are recorded in sets. */
const recordDelivered = gathered<ManagementContext, string, null>({
  fromOf: () => 'providers',
  keysOf: (id) => [id],
  run: async (context, ids) => {
    await inTransaction(context.db, (tx) => settleDelivered(context, tx, [...new Set(ids)]));
    return ids.map(() => null);
  },
});

/**
 * The messages are locked before their parts are read, so that whoever records the last part sees all others. They are looked
 * up by a statement of their own, since the first may have waited for whoever records that they were sent.
 */
async function settleDelivered(context: ManagementContext, tx: Tx, ids: readonly string[]) {
  const now = context.clock();
  const [, locked] = await Promise.all([
    sql`
      insert into message_parts (provider_message_id, state, received_at)
      select id, 'delivered', ${now}::timestamptz from unnest(${ids}::text[]) as p(id) order by id
      on conflict (provider_message_id) do update set state = excluded.state, received_at = excluded.received_at`.execute(
      tx,
    ),
    sql<{ message_id: string }>`
      select message_id from messages
      where message_id in (select message_id from message_parts where provider_message_id = any(${ids}::text[]))
        and state = 'sent' and channel = 'sms'
      order by message_id for update`.execute(tx),
  ]);
  if (locked.rows.length === 0) return;
  const ended = await sql<{ message_id: string }>`
    with parts as materialized (
      select message_id, bool_and(state = 'delivered') as delivered, bool_or(state = 'submitted') as waits
      from message_parts where message_id = any(${locked.rows.map(({ message_id }) => message_id)}::uuid[])
      group by message_id),
    delivered as (
      update messages set state = 'delivered', vars_sealed = null, forget_at = null, delivered_at = ${now}::timestamptz,
        problem = null
      where message_id in (select message_id from parts where delivered))
    select message_id from parts where message_id is not null and not delivered and not waits`.execute(tx);
  // Another part was not delivered: this was the last one that it was waited for.
  for (const { message_id } of ended.rows) await settleDelivery(context, tx, message_id);
}

async function recordUndelivered(
  context: ManagementContext,
  providerMessageId: string,
  state: 'failed' | 'unknown',
): Promise<void> {
  const now = context.clock();
  await inTransaction(context.db, async (tx) => {
    if (state === 'failed') {
      const about = await sql<{ subject_id: string }>`
        select m.subject_id from message_parts p join messages m using (message_id)
        where p.provider_message_id = ${providerMessageId}`.execute(tx);
      if (about.rows[0] !== undefined) await lockOrder(tx, about.rows[0].subject_id);
    }
    const part = await sql<{ message_id: string | null }>`
      insert into message_parts (provider_message_id, state, received_at)
      values (${providerMessageId}, ${state}, ${now})
      on conflict (provider_message_id) do update set state = excluded.state, received_at = excluded.received_at
      returning message_id`.execute(tx);
    const messageId = part.rows[0]?.message_id ?? null;
    if (messageId !== null) await settleDelivery(context, tx, messageId);
  });
}
