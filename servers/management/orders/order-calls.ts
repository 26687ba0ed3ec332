import { PAYMENTS_PATH } from '../../../contracts/settlement-payments.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { endOfTerm } from '../../../kit/calendar.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { minorToJson } from '../../../kit/money.ts';
import { type ManagementContext, settlementOf } from '../context.ts';
import { type Purpose, peerCall } from '../peer-calls.ts';
import type { Buyer } from './buyer.ts';
import type { GiftShop } from './gift.ts';
import type { OrderRow } from './orders.ts';
import { withConsent } from './payment/consent.ts';
import { deliveryDay } from './terms.ts';

/** What a payment needs to know of its shop. */
export type PaidShop = Pick<GiftShop, 'party' | 'settlement'>;

/** Whom to ask for a payment: settlement, or the shop server, which relays it. */
export function paymentParty(
  context: ManagementContext,
  order: Pick<OrderRow, 'payment_route'>,
  shop: PaidShop,
): string {
  return order.payment_route === 'through_shop' ? shop.party : settlementOf(context, shop).party;
}

type MakeCall = (context: ManagementContext, order: OrderRow, shop: PaidShop) => CallRow;

export function callOf(
  order: OrderRow,
  call: { party: string; path: string; body: unknown; purpose: Purpose; call_id?: string },
): CallRow {
  return peerCall({ method: 'POST', subject_id: order.order_id, ...call });
}

/** The order's own payment, or its group's, which is refunded share by share. */
export const byOrder = ({ group_id, order_id }: OrderRow) =>
  `${PAYMENTS_PATH}/by-order/${group_id ?? order_id}`;
export const certificate = (order: OrderRow) => `${SHOP_PATHS.certificates}/${order.order_id}`;

/**
 * Where the buyer's browser returns to. It names what no other request says of the order, since that is all that is left of it if
 * this database is restored to before it (`restore/`); the page itself needs none of it.
 */
export function wayBack(
  { publicUrl }: Pick<ManagementContext, 'publicUrl'>,
  path: string,
  { shop_id, deliver_at }: Pick<OrderRow, 'shop_id'> & { deliver_at?: Date | null },
): string {
  const more = new URLSearchParams({ shop: shop_id });
  if (deliver_at) more.set('deliver_at', deliver_at.toISOString());
  return `${publicUrl}${path}?${more}`;
}

/** Purchase 4. */
export async function authoriseCall(
  context: ManagementContext,
  order: OrderRow,
  shop: PaidShop,
): Promise<CallRow> {
  return callOf(order, {
    party: paymentParty(context, order, shop),
    path: PAYMENTS_PATH,
    purpose: 'authorise',
    body: await withConsent(context, order, shop, {
      order_id: order.order_id,
      payer_reference: order.member_id,
      payment_method_id: order.payment_method_id,
      payee: shop.party,
      amount_minor: minorToJson(order.amount_minor),
      currency: order.currency,
      return_url: wayBack(context, `/give/${order.order_id}`, order),
    }),
  });
}

/** Purchase 12. */
export const captureCall: MakeCall = (context, order, shop) =>
  callOf(order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/captures`,
    purpose: 'capture',
    body: { amount_minor: minorToJson(order.amount_minor) },
  });

export const voidCall: MakeCall = (context, order, shop) =>
  callOf(order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/voids`,
    purpose: 'void',
    body: {},
  });

/** The reason is why the order ended. */
export function refundCall(
  context: ManagementContext,
  order: OrderRow,
  shop: PaidShop,
  reason: string | null,
): CallRow {
  return callOf(order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/refunds`,
    purpose: 'refund',
    body: { amount_minor: minorToJson(order.amount_minor), reason: reason ?? 'refund' },
  });
}

/**
 * The key under which a gift of a group is registered. It says which group's payment it is of, which no other request does; a
 * server that was restored finds it by that.
 */
export function shareKey(groupId: string, orderId: string): string {
  return derivedId('register', groupId, orderId);
}

/** Purchase 13. */
export function registerCall(
  context: ManagementContext,
  order: OrderRow,
  shop: GiftShop,
  buyer: Pick<Buyer, 'name' | 'member_number'>,
): CallRow {
  const term = { delivered_on: deliveryDay(order, shop, context.clock()), months: shop.validity_months };
  return callOf(order, {
    party: shop.party,
    path: SHOP_PATHS.certificates,
    purpose: 'register',
    ...(order.group_id === null ? {} : { call_id: shareKey(order.group_id, order.order_id) }),
    body: {
      certificate_id: order.order_id,
      order_id: order.order_id,
      buyer_name: buyer.name,
      buyer_member_number: buyer.member_number,
      amount_minor: minorToJson(order.amount_minor),
      currency: order.currency,
      recipient_name: order.recipient_name,
      ...(order.recipient_phone === null ? {} : { recipient_phone: order.recipient_phone }),
      ...(order.recipient_email === null ? {} : { recipient_email: order.recipient_email }),
      expires_at: endOfTerm(shop.time_zone, term).toISOString(),
      term,
    },
  });
}

/** Tells the shop that the certificate is for somebody else. */
export function correctCall(
  order: OrderRow,
  shop: Pick<GiftShop, 'party'>,
  to: { name: string; phone: string | null; email: string | null },
): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/recipient`,
    purpose: 'correct',
    body: {
      recipient_name: to.name,
      ...(to.phone === null ? {} : { recipient_phone: to.phone }),
      ...(to.email === null ? {} : { recipient_email: to.email }),
    },
  });
}

/** Receipt 3. The PIN is inside `sealedPin`, which only the shop server can open. */
export function acceptCall(
  order: OrderRow,
  shop: Pick<GiftShop, 'party'>,
  { sealedPin, callId }: { sealedPin: string; callId: string },
): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/acceptance`,
    purpose: 'accept',
    call_id: callId,
    body: { sealed_pin: sealedPin },
  });
}

/** The reason is why the order ends. */
export function cancelCall(order: OrderRow, shop: Pick<GiftShop, 'party'>, reason: string | null): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/cancellation`,
    purpose: 'cancel',
    body: { reason },
  });
}
