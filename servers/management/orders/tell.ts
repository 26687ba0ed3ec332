import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { isMobile } from '../../../kit/phone.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Locale, NoticeKind } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { planDial, wantsNoCalls, wantsNoUses } from '../messages/plan-dial.ts';
import {
  insertMessages,
  planCallsFor,
  sealedMessages,
  type UnsealedMessage,
} from '../messages/queue-message.ts';
import { isReachable, type Reach, reachesOf } from '../messages/reach.ts';
import type { Shop } from '../shops/shops.ts';
import type { Buyer } from './buyer.ts';
import { type Gift, readGift } from './gift.ts';
import { type OrderRow, recordEvent } from './orders.ts';

export type BuyerKind = Extract<NoticeKind, `buyer.${string}`>;
export type RecipientKind = Extract<NoticeKind, `recipient.${string}`>;

/** What somebody is told about a gift. `more` is what its template needs beyond the common variables. */
export type Notice =
  | { to: 'buyer'; kind: BuyerKind; more?: Record<string, unknown> }
  | {
      to: 'recipient';
      kind: RecipientKind;
      how?: 'as_chosen' | 'by_text';
      more?: Record<string, unknown>;
    };

/** What messages say of a shop. */
export type TellingShop = Pick<Shop, 'name_ko' | 'name_en' | 'answer_days'>;

/** The variables of messages about an order; each template takes those it needs. */
export function commonVars(shop: TellingShop, order: OrderRow, buyer: Buyer, locale: Locale) {
  return {
    sender_name: buyer.name,
    shop_name: locale === 'ko' ? shop.name_ko : shop.name_en,
    amount: { amount_minor: minorToJson(order.amount_minor), currency: order.currency },
    message: order.message ?? '',
    recipient: maskName(order.recipient_name ?? ''),
    respond_by_at: answerBy(order, shop.answer_days).toISOString(),
  };
}

/** For a gift that is not offered yet, the deadline it will have. */
function answerBy({ answer_by, deliver_at, created_at }: OrderRow, answerDays: number): Date {
  return answer_by ?? addMs(deliver_at ?? created_at, answerDays * DAY_MS);
}

/** Tells people of a step of a gift, all in one statement; only calls need more. A step that is done again is told to nobody. */
export async function tell(
  context: ManagementContext,
  tx: Tx,
  gift: Gift,
  notices: readonly Notice[],
): Promise<void> {
  if (context.isDoneAgain) return;
  const messages: UnsealedMessage[] = [];
  let link: string | null = null;
  for (const notice of notices) {
    if (notice.to === 'buyer') messages.push(...(await buyerMessages(tx, gift, notice)));
    else {
      if (ASKS.has(notice.kind)) link ??= newToken('offer', context.random);
      messages.push(...(await recipientMessages(context, tx, gift, notice, link)));
    }
  }
  if (messages.length === 0) return;
  const now = context.clock();
  const sealed = sealedMessages(context, messages);
  const isLinked = messages.some(({ kind }) => ASKS.has(kind));
  await sql`
    with linked as (
      insert into offer_links (token_digest, order_id, created_at)
      select ${link === null ? null : tokenDigest(link)}::bytea, ${gift.order.order_id}::uuid, ${now}::timestamptz
      where ${isLinked}::boolean)
    ${insertMessages(sealed, now)}`.execute(tx);
  await planCallsFor(context, tx, sealed);
}

/**
 * Notifies the buyer on their preferred channel, and on another if that fails. Notices they turned off are not sent, and
 * nobody who wants no calls about uses is called about one.
 */
export async function tellBuyer(
  context: ManagementContext,
  tx: Tx,
  order: OrderRow,
  kind: BuyerKind,
  more: Record<string, unknown> = {},
): Promise<void> {
  const gift = await readGift(tx, order.order_id);
  await tell(context, tx, { ...gift, order }, [{ to: 'buyer', kind, more }]);
}

async function buyerMessages(
  tx: Tx,
  { buyer, order, shop }: Gift,
  { kind, more = {} }: Extract<Notice, { to: 'buyer' }>,
): Promise<UnsealedMessage[]> {
  if (isTurnedOff(buyer, kind)) return [];
  // Whoever closed their account left no contact.
  if (!isReachable(buyer)) return [];
  const to = reachesOf(buyer);
  if (await isUnwantedCall(tx, kind, to[0])) return [];
  const { locale } = buyer;
  const vars = { ...commonVars(shop, order, buyer, locale), ...more };
  return [{ kind, vars, to, locale, subject_id: order.order_id }];
}

export function isTurnedOff({ notices_off }: Buyer, kind: NoticeKind): boolean {
  return notices_off.some((off) => kind === `buyer.${off}`);
}

/** Messages that ask for an answer, and so carry a link to give it. */
const ASKS: ReadonlySet<string> = new Set(['recipient.gift_arrived', 'recipient.gift_reminder']);

/**
 * Notifies the recipient at the number or address that the buyer gave. Kinds that ask for an answer carry a link of
 * their own, or are a call in which the answer is given. A number that takes no texts is called, unless its owner opted
 * out of that: then the buyer is told, and staff see that a letter is needed.
 */
export async function tellRecipient(
  context: ManagementContext,
  tx: Tx,
  order: OrderRow,
  kind: RecipientKind,
  notice: Pick<Extract<Notice, { to: 'recipient' }>, 'how' | 'more'> = {},
): Promise<void> {
  const gift = await readGift(tx, order.order_id);
  await tell(context, tx, { ...gift, order }, [{ to: 'recipient', kind, ...notice }]);
}

async function recipientMessages(
  context: ManagementContext,
  tx: Tx,
  gift: Gift,
  { kind, how = 'as_chosen', more = {} }: Extract<Notice, { to: 'recipient' }>,
  token: string | null,
): Promise<UnsealedMessage[]> {
  const { order, shop, buyer, recipientLocale: locale } = gift;
  const { recipient_channel, recipient_phone: phone } = order;
  if (recipient_channel === 'voice' && phone !== null && ASKS.has(kind)) {
    const mayCall = how !== 'by_text' && !(await wantsNoCalls(tx, phone));
    if (mayCall) {
      const dial = { order_id: order.order_id, phone, due_at: context.clock(), asked_for: false };
      await planDial(context, tx, dial);
      return [];
    }
    if (!isMobile(phone)) return tellNotReached(context, tx, gift, kind);
  }
  const to = recipientReach(order);
  if (to === null || (await isUnwantedCall(tx, kind, to))) return [];
  const link = token === null ? '' : `${context.publicUrl}/g/${token}`;
  const vars = { ...commonVars(shop, order, buyer, locale), link, ...more };
  return [{ kind, vars, to: [to], locale, subject_id: order.order_id }];
}

/** A landline whose owner opted out of calls can't be told of a gift: its buyer can cancel. */
async function tellNotReached(
  context: ManagementContext,
  tx: Tx,
  gift: Gift,
  kind: RecipientKind,
): Promise<UnsealedMessage[]> {
  if (kind !== 'recipient.gift_arrived') return [];
  const { order_id, state } = gift.order;
  await recordEvent(tx, order_id, state, state, context.clock(), {
    kind: 'calls_given_up',
    detail: { told_by_text: false },
  });
  return buyerMessages(tx, gift, { to: 'buyer', kind: 'buyer.recipient_not_reached' });
}

export function recipientReach({
  recipient_channel,
  recipient_phone,
  recipient_email,
}: OrderRow): Reach | null {
  if (recipient_channel === 'email')
    return recipient_email === null ? null : { channel: 'email', address: recipient_email };
  if (recipient_phone === null) return null;
  return { channel: isMobile(recipient_phone) ? 'sms' : 'voice', address: recipient_phone };
}

const USES: ReadonlySet<string> = new Set<NoticeKind>([
  'buyer.certificate_used',
  'buyer.use_reversed',
  'recipient.certificate_used',
  'recipient.use_reversed',
]);

export function isAboutUse(kind: NoticeKind): boolean {
  return USES.has(kind);
}

async function isUnwantedCall(tx: Tx, kind: NoticeKind, { channel, address }: Reach): Promise<boolean> {
  if (channel !== 'voice') return false;
  return (await wantsNoCalls(tx, address)) || (isAboutUse(kind) && (await wantsNoUses(tx, address)));
}
