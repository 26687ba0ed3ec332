import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import {
  type ExpiredNotice,
  type IssuedNotice,
  SHOP_NOTICES,
} from '../../../../contracts/shop-certificates.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import type { IncomingNotice } from '../../../../kit/notices/inbox.ts';
import { bookExpiry, bookReversal, bookUse } from '../../books/books.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOf } from '../../shops/shops.ts';
import { isAccepted, lockOrder, moveOrder, type OrderRow, recordEvent } from '../orders.ts';
import { markAccepted } from '../take-shop-answer.ts';
import { tellBuyer, tellRecipient } from '../tell.ts';
import {
  type Doubt,
  doubtExpiry,
  doubtIssue,
  doubtState,
  doubtUse,
  knownEntry,
  type ReversedUse,
  readReversed,
  type Use,
} from './check-notice.ts';
import { recordDoubt, recordTaken, waitingNotices } from './doubtful-notices.ts';

/**
 * Receipt 8 and 10: a shop's notice about a certificate is checked against what management knows. If it agrees it is
 * booked and people are told; if not it is kept as doubtful, neither booked nor paid nor told, and holds up nothing
 * else. An unknown kind stays in the inbox: a newer shop server may report more. Returns why the notice is doubtful,
 * if it is.
 */
export async function takeNotice(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Doubt | null> {
  const doubt = await bookNotice(context, tx, sender, notice);
  if (doubt !== null) await recordDoubt(context, tx, sender, notice, doubt);
  return doubt;
}

/** Checks notices again that arrived while the order's cancellation was on its way, in the order of arrival. */
export async function retryWaitingNotices(
  context: ManagementContext,
  tx: Executor,
  orderId: string,
): Promise<void> {
  for (const { sender, ...notice } of await waitingNotices(tx, orderId)) {
    const doubt = await bookNotice(context, tx, sender, notice);
    if (doubt === null) await recordTaken(tx, sender, notice.notice_id, context.clock());
    else await recordDoubt(context, tx, sender, notice, doubt);
  }
}

async function bookNotice(
  context: ManagementContext,
  tx: Executor,
  sender: string,
  notice: IncomingNotice,
): Promise<Doubt | null> {
  if (!isKnownKind(notice.kind)) return null;
  const { content }: { content: unknown } = notice;
  const schema: TSchema = SHOP_NOTICES[notice.kind];
  if (!Value.Check(schema, content) || Number.isNaN(Date.parse(notice.occurred_at))) return 'malformed';
  const { order_id, certificate_id } = content as Static<typeof IssuedNotice>;
  const order = await lockOrder(tx, order_id);
  if (order === undefined || certificate_id.toLowerCase() !== order.order_id) return 'certificate_unknown';
  if ((await shopOf(tx, order)).party !== sender) return 'certificate_of_another_shop';
  switch (notice.kind) {
    case 'certificate_issued':
      return takeIssued(context, tx, order, notice, content as Static<typeof IssuedNotice>);
    case 'certificate_redeemed':
    case 'redemption_reversed':
      return takeUse(context, tx, order, notice, content as Use);
    case 'certificate_expired':
      return takeExpiry(context, tx, order, content as Static<typeof ExpiredNotice>);
  }
}

function isKnownKind(kind: string): kind is keyof typeof SHOP_NOTICES {
  return Object.hasOwn(SHOP_NOTICES, kind);
}

async function takeIssued(
  context: ManagementContext,
  tx: Executor,
  locked: OrderRow,
  notice: IncomingNotice,
  { store_name }: Static<typeof IssuedNotice>,
): Promise<Doubt | null> {
  const doubt = await doubtIssue(tx, locked);
  if (doubt !== null) return doubt;
  const order = await ensureAccepted(context, tx, locked);
  const change = { kind: 'issued', detail: { store_name } };
  // A reprint is reported again and changes nothing here.
  if (order.state === 'accepted') await moveOrder(tx, order, 'issued', context.clock(), change);
  else await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), change);
  // A buyer who is being refunded is not told any more.
  if (isAccepted(order) || order.state === 'cancelling') {
    const vars = { store_name, issued_at: notice.occurred_at };
    await tellBuyer(context, tx, order, 'buyer.certificate_issued', vars);
  }
  return null;
}

async function takeUse(
  context: ManagementContext,
  tx: Executor,
  locked: OrderRow,
  notice: IncomingNotice,
  use: Use,
): Promise<Doubt | null> {
  const known = await knownEntry(tx, locked, use);
  if (known === 'same') return null;
  const reversed = 'reversal_id' in use ? await readReversed(tx, locked, use) : undefined;
  const doubt = known ?? (await doubtState(tx, locked)) ?? (await doubtUse(tx, locked, use, reversed));
  if (doubt !== null) return doubt;
  const order = await ensureAccepted(context, tx, locked);
  await bookEntry(context, tx, order, notice, use, reversed);
  await tellUse(context, tx, order, notice, use);
  return null;
}

async function bookEntry(
  { clock }: ManagementContext,
  tx: Executor,
  { order_id, state, ...order }: OrderRow,
  { notice_id, occurred_at }: IncomingNotice,
  { entry_no, redemption_id, amount_minor, balance_minor, store_name, currency }: Use,
  reversed: ReversedUse | undefined,
): Promise<void> {
  const isReversal = reversed !== undefined;
  await sql`
    insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
      evidence_message_id, at, use_minor, reversed_minor)
    values (${order_id}, ${entry_no}, ${isReversal ? 'reversed' : 'redeemed'}, ${redemption_id}, ${amount_minor},
      ${balance_minor}, ${store_name}, ${notice_id}, ${occurred_at}, ${reversed?.use_minor ?? null},
      ${reversed?.reversed_minor ?? null})`.execute(tx);
  const book = isReversal ? bookReversal : bookUse;
  await book(tx, { order_id, ...order }, minorFromJson(amount_minor), clock());
  await recordEvent(tx, order_id, state, state, clock(), {
    kind: isReversal ? 'use_reversed' : 'used',
    detail: { amount_minor, balance_minor, currency, store_name },
  });
}

async function tellUse(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  { occurred_at }: IncomingNotice,
  { amount_minor, balance_minor, store_name, currency, handed_over, ...use }: Use,
): Promise<void> {
  const isReversal = 'reversal_id' in use;
  const vars = {
    amount: { amount_minor, currency },
    remaining: { amount_minor: balance_minor, currency },
    store_name,
    ...(isReversal ? { reversed_at: occurred_at } : { used_at: occurred_at }),
  };
  await tellBuyer(context, tx, order, isReversal ? 'buyer.use_reversed' : 'buyer.certificate_used', vars);
  // The recipient is told at once if somebody else uses it. Whoever it was handed over to is the shop's business, not
  // ours.
  if (handed_over !== false) return;
  const kind = isReversal ? 'recipient.use_reversed' : 'recipient.certificate_used';
  await tellRecipient(context, tx, order, kind, { how: 'by_text', more: vars });
}

async function takeExpiry(
  context: ManagementContext,
  tx: Executor,
  locked: OrderRow,
  expiry: Static<typeof ExpiredNotice>,
): Promise<Doubt | null> {
  const doubt = (await doubtState(tx, locked)) ?? (await doubtExpiry(tx, locked, expiry));
  if (doubt !== null) return doubt;
  const order = await ensureAccepted(context, tx, locked);
  const { amount_minor, currency } = expiry;
  const now = context.clock();
  await bookExpiry(tx, order, minorFromJson(amount_minor), now);
  const change = { kind: 'certificate_expired', detail: { amount_minor, currency } };
  await recordEvent(tx, order.order_id, order.state, order.state, now, change);
  return null;
}

/** A notice that overtook the shop's answer to the acceptance proves that it was accepted. */
async function ensureAccepted(context: ManagementContext, tx: Executor, order: OrderRow): Promise<OrderRow> {
  return order.state === 'accepting' ? markAccepted(context, tx, order, { kind: 'accepted' }) : order;
}
