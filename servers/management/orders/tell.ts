import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { isMobile } from '../../../kit/phone.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { planDial, wantsNoCalls } from '../messages/plan-dial.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { shopOf } from '../shops/shops.ts';
import type { OrderRow } from './orders.ts';
import { recipientLocale } from './recipient/locale.ts';

export type Buyer = {
  name: string;
  member_number: string;
  mobile: string;
  email: string;
  locale: Locale;
  preferred_channel: 'sms' | 'email';
  notices_off: string[];
};

export async function readBuyer(executor: Executor, order: Pick<OrderRow, 'member_id'>): Promise<Buyer> {
  const found = await sql<Buyer>`
    select name, member_number, mobile, email, locale, preferred_channel, notices_off from members
    where member_id = ${order.member_id} and member_number is not null`.execute(executor);
  const buyer = found.rows[0];
  if (buyer === undefined) throw new Error(`There is no member ${order.member_id}.`);
  return buyer;
}

/** The variables of messages about an order; each template takes those it needs. */
async function commonVars(tx: Executor, order: OrderRow, buyer: Buyer, locale: Locale) {
  const shop = await shopOf(tx, order);
  return {
    sender_name: buyer.name,
    shop_name: locale === 'en' ? shop.name_en : shop.name_ko,
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

type BuyerKind = Extract<NoticeKind, `buyer.${string}`>;
type RecipientKind = Extract<NoticeKind, `recipient.${string}`>;

/**
 * Notifies the buyer on their preferred channel, and on the other if that fails. Notices they turned off are not
 * sent.
 */
export async function tellBuyer(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  kind: BuyerKind,
  more: Record<string, unknown> = {},
): Promise<void> {
  const buyer = await readBuyer(tx, order);
  if (buyer.notices_off.some((off) => kind === `buyer.${off}`)) return;
  const { preferred_channel: channel, locale } = buyer;
  const vars = { ...(await commonVars(tx, order, buyer, locale)), ...more };
  await queueMessage(context, tx, {
    kind,
    vars: vars as unknown as NoticeVars<BuyerKind>,
    channel,
    to: channel === 'sms' ? buyer.mobile : buyer.email,
    fallback_to: channel === 'sms' ? buyer.email : buyer.mobile,
    locale,
    subject_id: order.order_id,
  });
}

/** Messages that ask for an answer, and so carry a link to give it. */
const ASKS: ReadonlySet<string> = new Set(['recipient.gift_arrived', 'recipient.gift_reminder']);

type RecipientNotice = {
  how?: 'as_chosen' | 'by_text';
  /** What this kind's template needs beyond the common variables. */
  more?: Record<string, unknown>;
};

/**
 * Notifies the recipient at the number or address that the buyer gave. Kinds that ask for an answer carry a link of
 * their own. A recipient by phone is called for those, unless they opted out of calls; other kinds are sent as a text
 * if the number can receive one.
 */
export async function tellRecipient(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  kind: RecipientKind,
  { how = 'as_chosen', more = {} }: RecipientNotice = {},
): Promise<void> {
  const { recipient_channel, recipient_phone, recipient_email } = order;
  if (recipient_channel === 'voice' && recipient_phone !== null) {
    const mayCall = how !== 'by_text' && ASKS.has(kind) && !(await wantsNoCalls(tx, recipient_phone));
    const about = { order_id: order.order_id, phone: recipient_phone };
    if (mayCall) return planDial(context, tx, { ...about, due_at: context.clock(), asked_for: false });
    if (!isMobile(recipient_phone)) return;
  }
  const channel = recipient_channel === 'voice' ? 'sms' : recipient_channel;
  const to = channel === 'sms' ? recipient_phone : recipient_email;
  if (channel === null || to === null) return;
  const buyer = await readBuyer(tx, order);
  const locale = await recipientLocale(tx, to, buyer.locale);
  const link = ASKS.has(kind) ? `${context.publicUrl}/g/${await newOfferLink(context, tx, order)}` : '';
  const vars = { ...(await commonVars(tx, order, buyer, locale)), link, ...more };
  await queueMessage(context, tx, {
    kind,
    vars: vars as unknown as NoticeVars<RecipientKind>,
    channel,
    to,
    locale,
    subject_id: order.order_id,
  });
}

async function newOfferLink(context: ManagementContext, tx: Executor, order: OrderRow): Promise<string> {
  const token = newToken('offer', context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${order.order_id}, ${context.clock()})`.execute(tx);
  return token;
}
