import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { writeFacts } from '../../../../kit/journal/write.ts';
import { bookCertificates } from '../../books/book-certificates.ts';
import { KEPT_BY_SHOP, PAID_IN_CASH } from '../../books/cash.ts';
import type { ManagementContext } from '../../context.ts';
import { orderFact } from '../order-events.ts';
import type { BookedUse, Effects } from './effects.ts';
import { tellUses } from './tell-uses.ts';

/** Writes what a set of notices changes: each table in one statement. The orders are locked. */
export async function writeEffects(context: ManagementContext, tx: Tx, effects: Effects): Promise<void> {
  const now = context.clock();
  await moveOrders(tx, effects);
  await insertUses(tx, effects.uses, now);
  await bookCertificates(tx, effects.moves, now);
  await writeFacts(
    tx,
    effects.events.map((event) => orderFact(event, now)),
  );
  await tellUses(context, tx, effects.tellings);
}

async function moveOrders(tx: Tx, { moved, accepted }: Effects): Promise<void> {
  if (moved.size === 0) return;
  const orders = [...moved.values()].map(({ order }) => order);
  await sql`
    update orders o set state = m.state,
      acceptance_problem = case when m.was_accepted then null else o.acceptance_problem end
    from unnest(${orders.map(({ order_id }) => order_id)}::uuid[], ${orders.map(({ state }) => state)}::text[],
      ${orders.map(({ order_id }) => accepted.has(order_id))}::boolean[]) as m(order_id, state, was_accepted)
    where o.order_id = m.order_id`.execute(tx);
}

/**
 * A use's row is its line in the order's history, too (`order_events`). The statement reads the orders, so that none is of an
 * order that is not there.
 */
async function insertUses(tx: Tx, uses: readonly BookedUse[], now: Date): Promise<void> {
  if (uses.length === 0) return;
  const written = await sql<{ uses: bigint }>`
    with written as (
      insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
        evidence_message_id, at, use_minor, reversed_minor, batch_no, event_id, state_after, trace_id, handed_over,
        booked_at, payout_id)
      select u.*, ${now}::timestamptz, case when ${PAID_IN_CASH} then ${KEPT_BY_SHOP}::uuid end from unnest(${uses.map(({ order_id }) => order_id)}::uuid[],
        ${uses.map(({ use }) => use.entry_no)}::bigint[],
        ${uses.map(({ kind }) => kind)}::text[],
        ${uses.map(({ use }) => use.redemption_id)}::uuid[],
        ${uses.map(({ use }) => use.amount_minor)}::bigint[],
        ${uses.map(({ use }) => use.balance_minor)}::bigint[],
        ${uses.map(({ use }) => use.store_name)}::text[],
        ${uses.map(({ notice }) => notice.notice_id)}::uuid[],
        ${uses.map(({ notice }) => new Date(notice.occurred_at))}::timestamptz[],
        ${uses.map(({ reversed }) => reversed?.use_minor ?? null)}::bigint[],
        ${uses.map(({ reversed }) => reversed?.reversed_minor ?? null)}::bigint[],
        ${uses.map(({ notice }) => notice.batch_no)}::bigint[],
        ${uses.map(({ event_id }) => event_id)}::uuid[],
        ${uses.map(({ state }) => state)}::text[],
        ${uses.map(({ notice }) => notice.trace_id)}::uuid[],
        ${uses.map(({ use }) => use.handed_over ?? null)}::boolean[])
        as u(order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name, evidence_message_id, at,
          use_minor, reversed_minor, batch_no, event_id, state_after, trace_id, handed_over)
        join orders o on o.order_id = u.order_id
      returning order_id)
    select count(*) as uses from written`.execute(tx);
  if (written.rows[0]?.uses !== BigInt(uses.length)) throw new Error('A use has no order.');
}
