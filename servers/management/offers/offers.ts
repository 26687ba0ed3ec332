import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../../kit/typed/pin.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { GIFT_COLUMNS, GIFT_TABLES, type Gift, type GiftRow, giftOf } from '../orders/gift.ts';
import { isNameToConfirm } from '../orders/order-view.ts';
import { isAccepted, isLate, isTaken, type OrderRow } from '../orders/orders.ts';
import { chooseLocale, recipientAddress } from '../orders/recipient/locale.ts';

export type OfferView = {
  state: 'waiting' | 'being_accepted' | 'accepted' | 'refused' | 'expired' | 'cancelled';
  /** The language of messages to the recipient. */
  locale: Locale;
  sender_name: string;
  shop: { name_ko: string; name_en: string };
  amount_minor: number;
  currency: string;
  message?: string;
  card_design?: string;
  answer_by?: string;
  pin_digits: { minimum: number; maximum: number; usual: number };
  /** A phone number opens the certificate, so a recipient by mail gives one when accepting. */
  needs_phone: boolean;
  /** Whoever accepts confirms that this is their name. */
  name_to_confirm?: string;
  acceptance_problem?: string;
  /** Its payment is disputed: nobody can accept it now. */
  frozen?: true;
  /** Once accepted: where its holder sees the balance, in the language of the offer. */
  certificate_url?: string;
};

export const FIND_OFFER_REFUSALS = refusals(
  'offer_not_found', // also when the gift was meant for somebody else
);

/** The gift behind a link. */
export async function findOffer(
  executor: Executor,
  token: string,
): Promise<Result<Gift, RefusalOf<typeof FIND_OFFER_REFUSALS>>> {
  const found = await sql<GiftRow>`
    select ${GIFT_COLUMNS} from offer_links l join ${GIFT_TABLES} on o.order_id = l.order_id
    where l.token_digest = ${tokenDigest(token)} and l.ended_at is null`.execute(executor);
  const [row] = found.rows;
  return row === undefined ? refuse('offer_not_found') : done(giftOf(row));
}

/** Receipt 1: who sent what, with the sender's message. */
export function viewOffer(
  { parties }: ManagementContext,
  { order, shop, buyer, recipientLocale: locale }: Gift,
): OfferView {
  const state = offerState(order);
  const shopUrl = parties.find(({ party }) => party === shop.party)?.base_url;
  const certificateUrl =
    state === 'accepted' && shopUrl !== undefined ? `${shopUrl}/certificate?lang=${locale}` : null;
  return {
    state,
    locale,
    sender_name: buyer.name,
    shop: { name_ko: shop.name_ko, name_en: shop.name_en },
    amount_minor: minorToJson(order.amount_minor),
    currency: order.currency,
    ...(order.message === null ? {} : { message: order.message }),
    ...(order.card_design === null ? {} : { card_design: order.card_design }),
    ...(order.answer_by === null ? {} : { answer_by: order.answer_by.toISOString() }),
    pin_digits: { minimum: PIN_DIGITS_MIN, maximum: PIN_DIGITS_MAX, usual: PIN_DIGITS_DEFAULT.min },
    needs_phone: order.recipient_phone === null,
    ...(isNameToConfirm(order) ? { name_to_confirm: maskName(order.recipient_name ?? '') } : {}),
    ...(order.acceptance_problem === null ? {} : { acceptance_problem: order.acceptance_problem }),
    ...(state === 'waiting' && order.dispute !== null ? { frozen: true } : {}),
    ...(certificateUrl === null ? {} : { certificate_url: certificateUrl }),
  };
}

/** The recipient chooses the language of messages to this phone or address. */
export async function chooseOfferLocale(
  context: ManagementContext,
  tx: Tx,
  token: string,
  locale: Locale,
): Promise<Result<OfferView, RefusalOf<typeof FIND_OFFER_REFUSALS>>> {
  const offer = await findOffer(tx, token);
  if (!offer.ok) return offer;
  const address = recipientAddress(offer.value.order);
  if (address !== null) await chooseLocale(context, tx, address, locale);
  return done({ ...viewOffer(context, offer.value), locale });
}

function offerState(order: OrderRow): OfferView['state'] {
  if (order.state === 'offered') return 'waiting';
  if (order.state === 'accepting') return 'being_accepted';
  if (isAccepted(order)) return 'accepted';
  if (order.end_reason === 'refused') return 'refused';
  return order.end_reason === 'not_answered' ? 'expired' : 'cancelled';
}

/** Whether an order is for the person answering: the buyer may have changed the recipient since that person was asked. */
export type IsFor = (order: OrderRow) => boolean;
export const ANYBODY: IsFor = () => true;

/** A link answers only for the recipient it was sent to. */
export function sameRecipient(asked: OrderRow): IsFor {
  return ({ read_back_id }) => read_back_id === asked.read_back_id;
}

/** Why an offer can't be answered, or null. */
export function whyClosed(
  context: ManagementContext,
  order: OrderRow,
): 'already_accepted' | 'already_refused' | 'offer_expired' | 'wrong_state' | null {
  if (isTaken(order)) return 'already_accepted';
  if (order.end_reason === 'refused') return 'already_refused';
  if (order.end_reason === 'not_answered' || isLate(order, context.clock())) return 'offer_expired';
  return order.state === 'offered' ? null : 'wrong_state';
}
