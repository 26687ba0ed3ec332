import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { isMobile } from '../../../kit/phone.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { planDial, wantsNoCalls, wantsNoUses } from '../messages/plan-dial.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { CONTACT_COLUMNS, type Contact, isReachable, type Reach, reachesOf } from '../messages/reach.ts';
import { type Shop, shopOf } from '../shops/shops.ts';
import { type OrderRow, recordEvent } from './orders.ts';
import { recipientLocale } from './recipient/locale.ts';

export type Buyer = Contact & {
  name: string;
  member_number: string;
  locale: Locale;
  notices_off: string[];
};

export const BUYER_COLUMNS = sql`name, member_number, locale, notices_off, ${CONTACT_COLUMNS}`;

export async function readBuyer(executor: Executor, order: Pick<OrderRow, 'member_id'>): Promise<Buyer> {
  const found = await sql<Buyer>`
    select ${BUYER_COLUMNS} from members
    where member_id = ${order.member_id} and member_number is not null`.execute(executor);
  const buyer = found.rows[0];
  if (buyer === undefined) throw new Error(`There is no member ${order.member_id}.`);
  return buyer;
}

/** What messages say of a shop. */
export type TellingShop = Pick<Shop, 'name_ko' | 'name_en' | 'answer_days'>;

/** The variables of messages about an order; each template takes those it needs. */
export function commonVars(shop: TellingShop, order: OrderRow, buyer: Buyer, locale: Locale) {
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

export type BuyerKind = Extract<NoticeKind, `buyer.${string}`>;
export type RecipientKind = Extract<NoticeKind, `recipient.${string}`>;

/**
 * Notifies the buyer on their preferred channel, and on another if that fails. Notices they turned off are not sent, and
 * nobody who wants no calls about uses is called about one.
 */
export async function tellBuyer(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  kind: BuyerKind,
  more: Record<string, unknown> = {},
): Promise<void> {
  const buyer = await readBuyer(tx, order);
  if (isTurnedOff(buyer, kind)) return;
  // Whoever closed their account left no contact.
  if (!isReachable(buyer)) return;
  const to = reachesOf(buyer);
  if (await isUnwantedCall(tx, kind, to[0])) return;
  const { locale } = buyer;
  const vars = { ...commonVars(await shopOf(tx, order), order, buyer, locale), ...more };
  await queueMessage(context, tx, {
    kind,
    vars: vars as unknown as NoticeVars<BuyerKind>,
    to,
    locale,
    subject_id: order.order_id,
  });
}

export function isTurnedOff({ notices_off }: Buyer, kind: NoticeKind): boolean {
  return notices_off.some((off) => kind === `buyer.${off}`);
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
 * their own, or are a call in which the answer is given. A number that takes no texts is called, unless its owner opted
 * out of that: then the buyer is told, and staff see that a letter is needed.
 */
export async function tellRecipient(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  kind: RecipientKind,
  { how = 'as_chosen', more = {} }: RecipientNotice = {},
): Promise<void> {
  const { recipient_channel, recipient_phone: phone } = order;
  if (recipient_channel === 'voice' && phone !== null && ASKS.has(kind)) {
    const mayCall = how !== 'by_text' && !(await wantsNoCalls(tx, phone));
    const about = { order_id: order.order_id, phone };
    if (mayCall) return planDial(context, tx, { ...about, due_at: context.clock(), asked_for: false });
    if (!isMobile(phone)) return tellNotReached(context, tx, order, kind);
  }
  const to = recipientReach(order);
  if (to === null || (await isUnwantedCall(tx, kind, to))) return;
  const buyer = await readBuyer(tx, order);
  const locale = await recipientLocale(tx, to.address, buyer.locale);
  const link = ASKS.has(kind) ? `${context.publicUrl}/g/${await newOfferLink(context, tx, order)}` : '';
  const vars = { ...commonVars(await shopOf(tx, order), order, buyer, locale), link, ...more };
  await queueMessage(context, tx, {
    kind,
    vars: vars as unknown as NoticeVars<RecipientKind>,
    to: [to],
    locale,
    subject_id: order.order_id,
  });
}

/** A landline whose owner opted out of calls can't be told of a gift: its buyer can cancel. */
async function tellNotReached(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  kind: RecipientKind,
): Promise<void> {
  if (kind !== 'recipient.gift_arrived') return;
  await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), {
    kind: 'calls_given_up',
    detail: { told_by_text: false },
  });
  await tellBuyer(context, tx, order, 'buyer.recipient_not_reached');
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

async function isUnwantedCall(tx: Executor, kind: NoticeKind, { channel, address }: Reach): Promise<boolean> {
  if (channel !== 'voice') return false;
  return (await wantsNoCalls(tx, address)) || (isAboutUse(kind) && (await wantsNoUses(tx, address)));
}

async function newOfferLink(context: ManagementContext, tx: Executor, order: OrderRow): Promise<string> {
  const token = newToken('offer', context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${order.order_id}, ${context.clock()})`.execute(tx);
  return token;
}
