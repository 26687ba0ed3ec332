import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { NOTICE_BATCH_REFUSALS } from '../../../contracts/notices.ts';
import {
  ExpiredNotice,
  IssuedNotice,
  RedeemedNotice,
  ReversedNotice,
} from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { Overdrawn } from '../../../kit/ledger/ledger.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { IncomingNotice } from '../../../kit/notices/inbox.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { bookExpiry, bookReversal, bookUse } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder, moveOrder, type OrderRow, recordEvent, shopOf } from '../orders/orders.ts';
import { markAccepted } from '../orders/take-shop-answer.ts';
import { tellBuyer, tellRecipient } from '../orders/tell.ts';

type Taken = Result<null, RefusalOf<typeof NOTICE_BATCH_REFUSALS>>;

/**
 * Receipt 8 and 10: what a shop tells of a certificate is kept, and the buyer is told. A kind that is not known here is
 * only kept in the inbox: a newer shop server may tell more. A notice about somebody else's certificate, or that is
 * not of its kind's shape, leaves the whole batch untaken.
 */
export async function takeNotice(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Taken> {
  try {
    return await take(context, tx, sender, notice);
  } catch (error) {
    if (error instanceof Overdrawn) return refuse('insufficient_balance');
    throw error;
  }
}

async function take(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Taken> {
  switch (notice.kind) {
    case 'certificate_issued':
      return takeIssued(context, tx, sender, notice);
    case 'certificate_redeemed':
    case 'redemption_reversed':
      return takeUse(context, tx, sender, notice);
    case 'certificate_expired':
      return takeExpiry(context, tx, sender, notice);
    default:
      return done(null);
  }
}

async function takeIssued(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Taken> {
  const content = contentOf(IssuedNotice, notice);
  if (!content.ok) return content;
  const { order_id, store_name } = content.value;
  const found = await orderOf(context, tx, sender, order_id);
  if (!found.ok) return found;
  const order = found.value;
  const change = { kind: 'issued', detail: { store_name } };
  // A reprint is told again and changes nothing here.
  if (order.state === 'accepted') await moveOrder(tx, order, 'issued', context.clock(), change);
  else await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), change);
  await tellBuyer(context, tx, order, 'buyer.certificate_issued', {
    store_name,
    issued_at: notice.occurred_at,
  });
  return done(null);
}

async function takeUse(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Taken> {
  const reversed = notice.kind === 'redemption_reversed';
  const content = reversed ? contentOf(ReversedNotice, notice) : contentOf(RedeemedNotice, notice);
  if (!content.ok) return content;
  const { entry_no, redemption_id, amount_minor, balance_minor, store_name, currency } = content.value;
  const found = await orderOf(context, tx, sender, content.value.order_id);
  if (!found.ok) return found;
  const order = found.value;
  const kept = await sql`
    insert into certificate_uses
      (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name, evidence_message_id, at)
    values (${order.order_id}, ${entry_no}, ${reversed ? 'reversed' : 'redeemed'}, ${redemption_id}, ${amount_minor},
      ${balance_minor}, ${store_name}, ${notice.notice_id}, ${notice.occurred_at})
    on conflict do nothing returning 1`.execute(tx);
  if (kept.rows.length === 0) return done(null);
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
  if (content.value.handed_over !== false) return done(null);
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
  return done(null);
}

async function takeExpiry(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Taken> {
  const content = contentOf(ExpiredNotice, notice);
  if (!content.ok) return content;
  const { order_id, amount_minor, currency } = content.value;
  const found = await orderOf(context, tx, sender, order_id);
  if (!found.ok) return found;
  const order = found.value;
  const now = context.clock();
  await bookExpiry(tx, order, minorFromJson(amount_minor), now);
  const detail = { amount_minor, currency };
  await recordEvent(tx, order_id, order.state, order.state, now, { kind: 'certificate_expired', detail });
  return done(null);
}

function contentOf<Schema extends TSchema>(
  schema: Schema,
  notice: IncomingNotice,
): Result<Static<Schema>, 'validation_failed'> {
  const { content }: { content: unknown } = notice;
  return Value.Check(schema, content)
    ? done(content as Static<Schema>)
    : refuse('validation_failed', { notice_id: notice.notice_id });
}

async function orderOf(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  orderId: string,
): Promise<Result<OrderRow, 'certificate_not_found'>> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined || (await shopOf(tx, order)).party !== sender) {
    return refuse('certificate_not_found');
  }
  // The notice overtook the shop's answer to the acceptance, which it proves.
  return done(
    order.state === 'accepting' ? await markAccepted(context, tx, order, { kind: 'accepted' }) : order,
  );
}
