import { Value } from 'typebox/value';
import {
  ACCEPT_CERTIFICATE_REFUSALS,
  SealingKeys,
  SHOP_PATHS,
} from '../../../contracts/shop-certificates.ts';
import { newCertificateNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { parsePhone } from '../../../kit/phone.ts';
import {
  checkPin,
  normalisePin,
  PIN_DIGITS_DEFAULT,
  PIN_DIGITS_MAX,
  PIN_DIGITS_MIN,
  PIN_REFUSALS,
} from '../../../kit/pin-policy.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { sealPin } from '../../../kit/sealed-pin.ts';
import { type Party, signedFetch } from '../../../kit/signing/index.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { beginEnding } from '../orders/end-order.ts';
import { planAccept } from '../orders/order-calls.ts';
import { lockOrder, moveOrder, ORDER_COLUMNS, type OrderRow, readOrder } from '../orders/orders.ts';
import { chooseLocale, recipientAddress, recipientLocale } from '../orders/recipient/locale.ts';
import { readBuyer } from '../orders/tell.ts';
import { shopOf } from '../shops/shops.ts';

export type OfferView = {
  state: 'waiting' | 'being_accepted' | 'accepted' | 'refused' | 'expired' | 'cancelled';
  /** The language that the recipient is written to in. */
  locale: Locale;
  sender_name: string;
  shop: { name_ko: string; name_en: string };
  amount_minor: number;
  currency: string;
  message?: string;
  card_design?: string;
  answer_by?: string;
  pin_digits: { minimum: number; maximum: number; usual: number };
  /** The certificate is opened by this number; who received by mail names one. */
  needs_phone: boolean;
  acceptance_problem?: string;
  /** Once accepted: where its holder sees what is left of it, in the language of the offer. */
  certificate_url?: string;
};

/** The longest word to the sender with a refusal. */
export const REFUSAL_WORD_LETTERS_MAX = 200;

export const FIND_OFFER_REFUSALS = refusals(
  'offer_not_found', // also when the gift was meant for somebody else
);

/** Which order a link leads to. */
export async function findOffer(
  executor: Executor,
  token: string,
): Promise<Result<OrderRow, RefusalOf<typeof FIND_OFFER_REFUSALS>>> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from offer_links l join orders o using (order_id)
    where l.token_digest = ${tokenDigest(token)} and l.ended_at is null`.execute(executor);
  const order = found.rows[0];
  return order === undefined ? refuse('offer_not_found') : done(order);
}

/** Receipt 1: who sent what, with the sender's message. */
export async function viewOffer(
  { parties }: ManagementContext,
  executor: Executor,
  order: OrderRow,
): Promise<OfferView> {
  const shop = await shopOf(executor, order);
  const buyer = await readBuyer(executor, order);
  const state = offerState(order);
  const locale = await recipientLocale(executor, recipientAddress(order), buyer.locale);
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
    ...(order.acceptance_problem === null ? {} : { acceptance_problem: order.acceptance_problem }),
    ...(certificateUrl === null ? {} : { certificate_url: certificateUrl }),
  };
}

/** The recipient chooses the language that this phone or address is written to in. */
export async function chooseOfferLocale(
  context: ManagementContext,
  tx: Executor,
  token: string,
  locale: Locale,
): Promise<Result<OfferView, RefusalOf<typeof FIND_OFFER_REFUSALS>>> {
  const offer = await findOffer(tx, token);
  if (!offer.ok) return offer;
  const address = recipientAddress(offer.value);
  if (address !== null) await chooseLocale(context, tx, address, locale);
  return done({ ...(await viewOffer(context, tx, offer.value)), locale });
}

function offerState(order: OrderRow): OfferView['state'] {
  if (order.state === 'offered') return 'waiting';
  if (order.state === 'accepting') return 'being_accepted';
  if (order.state === 'accepted' || order.state === 'issued') return 'accepted';
  if (order.end_reason === 'refused') return 'refused';
  return order.end_reason === 'not_answered' ? 'expired' : 'cancelled';
}

/** Whether an order is for the one who answers: its buyer may have corrected the recipient since they were asked. */
export type IsFor = (order: OrderRow) => boolean;
const ANYBODY: IsFor = () => true;

/** Who came by a link answers for whom it was sent to. */
export function sameRecipient(asked: OrderRow): IsFor {
  return ({ read_back_id }) => read_back_id === asked.read_back_id;
}

export const ACCEPT_OFFER_REFUSALS = refusals(
  'offer_not_found',
  'already_accepted',
  'already_refused',
  'offer_expired',
  'wrong_state',
  'phone_number_invalid', // received by mail and none or a bad one was named
  ...PIN_REFUSALS,
  'service_unavailable', // the shop's key can't be had
  ...ACCEPT_CERTIFICATE_REFUSALS, // what the shop says
);

/**
 * Receipt 2–3: the recipient accepts and chooses a PIN. It is sealed at once, with the certificate's new number, for
 * the shop server alone; neither is kept here. Taken up again under the same `callId`, it goes on with what was sealed
 * the first time.
 */
export async function acceptOffer(
  context: ManagementContext,
  orderId: string,
  input: Answer,
  callId = newId(),
): Promise<Result<OfferView, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> {
  const begun = await isBegun(context, callId);
  if (!begun) {
    const sealed = await beginAcceptance(context, orderId, input, callId);
    if (!sealed.ok) return sealed;
  }
  await driveOrder(context, orderId);
  const after = await readOrder(context.db, orderId);
  if (after.state === 'offered' && after.acceptance_problem !== null) {
    return refuse(knownRefusal(ACCEPT_CERTIFICATE_REFUSALS, after.acceptance_problem, 'wrong_state'));
  }
  return done(await viewOffer(context, context.db, after));
}

type Answer = { pin: string; phone?: string; isFor?: IsFor };

async function isBegun(context: ManagementContext, callId: string): Promise<boolean> {
  const known = await sql`select 1 from calls where call_id = ${callId}`.execute(context.db);
  return known.rows.length > 0;
}

async function beginAcceptance(
  context: ManagementContext,
  orderId: string,
  input: Answer,
  callId: string,
): Promise<Result<null, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> {
  const { isFor = ANYBODY } = input;
  const before = await readOrder(context.db, orderId);
  const closed = whyClosed(context, before);
  if (closed !== null) return refuse(closed);
  const phone = before.recipient_phone ?? namedPhone(input.phone);
  if (phone === null) return refuse('phone_number_invalid');
  const pin = normalisePin(input.pin);
  const bad = checkPin(pin, { phone });
  if (bad !== null) return refuse(bad);

  const shop = await shopOf(context.db, before);
  const sealingKey = await fetchSealingKey(context, shop.party);
  if (sealingKey === undefined) return refuse('service_unavailable');
  const number = newCertificateNumber(context.random);
  const sealed = await sealPin(sealingKey, {
    certificate_id: orderId,
    certificate_number: number,
    pin,
    phone,
    sealed_at: context.clock().toISOString(),
  });
  return inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined || !isFor(order) || !sameRecipient(before)(order))
        return refuse('offer_not_found');
      const nowClosed = whyClosed(context, order);
      if (nowClosed !== null) return refuse(nowClosed);
      await sql`
      update orders set accepted_phone = ${phone}, certificate_last4 = ${number.slice(-4)}, acceptance_problem = null
      where order_id = ${orderId}`.execute(tx);
      const moved = await moveOrder(tx, order, 'accepting', context.clock(), { kind: 'accepting' });
      await planAccept(context, tx, moved, shop, { sealedPin: sealed, callId });
      return done(null);
    },
  );
}

export const REFUSE_OFFER_REFUSALS = refusals(
  'offer_not_found',
  'already_accepted',
  'offer_expired',
  'wrong_state',
);

/**
 * Receipt 2: the recipient refuses, with a word to the sender if they like; the buyer is refunded and told.
 * Refusing again is the same.
 */
export async function refuseOffer(
  context: ManagementContext,
  orderId: string,
  word: string | undefined,
  isFor = ANYBODY,
): Promise<Result<OfferView, RefusalOf<typeof REFUSE_OFFER_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof REFUSE_OFFER_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined || !isFor(order)) return refuse('offer_not_found');
      const closed = whyClosed(context, order);
      if (closed === 'already_refused') return done(null);
      if (closed !== null) return refuse(closed);
      await sql`update orders set refusal_word = ${word ?? null} where order_id = ${orderId}`.execute(tx);
      await beginEnding(context, tx, order, { reason: 'refused', from: 'shop' });
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  await driveOrder(context, orderId);
  return done(await viewOffer(context, context.db, await readOrder(context.db, orderId)));
}

function whyClosed(
  context: ManagementContext,
  order: OrderRow,
): 'already_accepted' | 'already_refused' | 'offer_expired' | 'wrong_state' | null {
  if (['accepting', 'accepted', 'issued'].includes(order.state)) return 'already_accepted';
  if (order.end_reason === 'refused') return 'already_refused';
  const expired = order.answer_by !== null && order.answer_by <= context.clock();
  if (order.end_reason === 'not_answered' || (order.state === 'offered' && expired)) return 'offer_expired';
  return order.state === 'offered' ? null : 'wrong_state';
}

function namedPhone(raw: string | undefined): string | null {
  const parsed = raw === undefined ? undefined : parsePhone(raw);
  return parsed?.ok ? parsed.e164 : null;
}

/** The shop's public key to seal with; undefined when it can't be had. */
export async function fetchSealingKey(context: ManagementContext, partyName: string) {
  const party: Party | undefined = context.parties.find((candidate) => candidate.party === partyName);
  if (party === undefined) return undefined;
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'GET',
    path: SHOP_PATHS.sealingKeys,
    clock: context.clock,
    timeout_ms: 10_000,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown' || answer.status !== 200) return undefined;
  const keys: unknown = answer.json;
  return Value.Check(SealingKeys, keys) ? keys.keys[0] : undefined;
}
