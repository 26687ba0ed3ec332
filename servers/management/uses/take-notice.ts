import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import {
  ExpiredNotice,
  IssuedNotice,
  RedeemedNotice,
  ReversedNotice,
} from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { IncomingNotice } from '../../../kit/notices/inbox.ts';
import { Refused, refuse } from '../../../kit/result.ts';
import { bookExpiry, bookReversal, bookUse } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder, moveOrder, type OrderRow, recordEvent, shopOf } from '../orders/orders.ts';
import { markAccepted } from '../orders/take-shop-answer.ts';
import { tellBuyer, tellRecipient } from '../orders/tell.ts';

/**
 * Receipt 8 and 10: what a shop tells of a certificate is kept, and the buyer is told. A kind that is not known here is
 * only kept in the inbox, and logged: a newer shop server may tell more. A notice about somebody else's certificate,
 * or that is not of its kind's shape or contradicts an earlier one, leaves the whole batch untaken.
 */
export async function takeNotice(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<void> {
  switch (notice.kind) {
    case 'certificate_issued':
      return takeIssued(context, tx, sender, notice);
    case 'certificate_redeemed':
    case 'redemption_reversed':
      return takeUse(context, tx, sender, notice);
    case 'certificate_expired':
      return takeExpiry(context, tx, sender, notice);
    default:
      context.log.warn(
        { sender, kind: notice.kind, notice_id: notice.notice_id },
        'a notice of an unknown kind was kept and changed nothing',
      );
  }
}

async function takeIssued(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<void> {
  const content = contentOf(IssuedNotice, notice);
  const order = await orderOf(context, tx, sender, content.order_id);
  const { store_name } = content;
  const change = { kind: 'issued', detail: { store_name } };
  // A reprint is told again and changes nothing here.
  if (order.state === 'accepted') await moveOrder(tx, order, 'issued', context.clock(), change);
  else await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), change);
  await tellBuyer(context, tx, order, 'buyer.certificate_issued', {
    store_name,
    issued_at: notice.occurred_at,
  });
}

async function takeUse(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<void> {
  const reversed = notice.kind === 'redemption_reversed';
  const content = reversed ? contentOf(ReversedNotice, notice) : contentOf(RedeemedNotice, notice);
  const order = await orderOf(context, tx, sender, content.order_id);
  const { entry_no, redemption_id, amount_minor, balance_minor, store_name, currency } = content;
  const kind = reversed ? 'reversed' : 'redeemed';
  const kept = await sql`
    insert into certificate_uses
      (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name, evidence_message_id, at)
    values (${order.order_id}, ${entry_no}, ${kind}, ${redemption_id}, ${amount_minor},
      ${balance_minor}, ${store_name}, ${notice.notice_id}, ${notice.occurred_at})
    on conflict do nothing returning 1`.execute(tx);
  if (kept.rows.length === 0) {
    // A shop that was restored from a backup numbers new uses as it numbered those that it forgot.
    const same = await sql`
      select 1 from certificate_uses where order_id = ${order.order_id} and entry_no = ${entry_no} and kind = ${kind}
        and redemption_id = ${redemption_id} and amount_minor = ${amount_minor} and balance_minor = ${balance_minor}`.execute(
      tx,
    );
    if (same.rows.length === 1) return;
    throw new Refused(refuse('entry_number_reused', { notice_id: notice.notice_id, entry_no }));
  }
  const now = context.clock();
  const book = reversed ? bookReversal : bookUse;
  await book(tx, order, minorFromJson(amount_minor), now);
  const detail = { amount_minor, balance_minor, currency, store_name };
  await recordEvent(tx, order.order_id, order.state, order.state, now, {
    kind: reversed ? 'use_reversed' : 'used',
    detail,
  });
  const vars = {
    amount: { amount_minor, currency },
    remaining: { amount_minor: balance_minor, currency },
    store_name,
    ...(reversed ? { reversed_at: notice.occurred_at } : { used_at: notice.occurred_at }),
  };
  await tellBuyer(context, tx, order, reversed ? 'buyer.use_reversed' : 'buyer.certificate_used', vars);
  // Whose it is knows at once when somebody else uses it. Who took it over is the shop's business and not ours.
  if (content.handed_over !== false) return;
  await tellRecipient(
    context,
    tx,
    order,
    reversed ? 'recipient.use_reversed' : 'recipient.certificate_used',
    {
      how: 'by_text',
      more: vars,
    },
  );
}

async function takeExpiry(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<void> {
  const { order_id, amount_minor, currency } = contentOf(ExpiredNotice, notice);
  const order = await orderOf(context, tx, sender, order_id);
  const now = context.clock();
  await bookExpiry(tx, order, minorFromJson(amount_minor), now);
  const detail = { amount_minor, currency };
  await recordEvent(tx, order_id, order.state, order.state, now, { kind: 'certificate_expired', detail });
}

function contentOf<Schema extends TSchema>(schema: Schema, notice: IncomingNotice): Static<Schema> {
  const { content }: { content: unknown } = notice;
  if (!Value.Check(schema, content))
    throw new Refused(refuse('validation_failed', { notice_id: notice.notice_id }));
  return content as Static<Schema>;
}

async function orderOf(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  orderId: string,
): Promise<OrderRow> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined || (await shopOf(tx, order)).party !== sender) {
    throw new Refused(refuse('certificate_not_found'));
  }
  // The notice overtook the shop's answer to the acceptance, which it proves.
  return order.state === 'accepting' ? markAccepted(context, tx, order, { kind: 'accepted' }) : order;
}
