import { PAYMENT_PATHS } from '../../../contracts/settlement-payments.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { endOfTerm } from '../../../kit/calendar.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { type ManagementContext, settlementParty } from '../context.ts';
import { type Purpose, planPeerCall } from '../peer-calls.ts';
import type { Shop } from '../shops/shops.ts';
import type { OrderRow } from './orders.ts';
import { withConsent } from './payment/consent.ts';
import { deliveryDay } from './terms.ts';

/** Whom to ask for a payment: settlement, or the shop server, which relays it. */
export function paymentParty(
  context: ManagementContext,
  order: Pick<OrderRow, 'payment_route'>,
  shop: Shop,
): string {
  return order.payment_route === 'through_shop' ? shop.party : settlementParty(context).party;
}

type Plan = (context: ManagementContext, tx: Executor, order: OrderRow, shop: Shop) => Promise<string>;

function plan(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  call: { party: string; path: string; body: unknown; purpose: Purpose; call_id?: string },
): Promise<string> {
  return planPeerCall(tx, { method: 'POST', subject_id: order.order_id, ...call }, context.clock());
}

/** The order's own payment, or its group's, which is refunded share by share. */
const byOrder = ({ group_id, order_id }: OrderRow) =>
  `${PAYMENT_PATHS.payments}/by-order/${group_id ?? order_id}`;
const certificate = (order: OrderRow) => `${SHOP_PATHS.certificates}/${order.order_id}`;

/** Purchase 4. */
export const planAuthorise: Plan = async (context, tx, order, shop) =>
  plan(context, tx, order, {
    party: paymentParty(context, order, shop),
    path: PAYMENT_PATHS.payments,
    purpose: 'authorise',
    body: await withConsent(context, order, shop, {
      order_id: order.order_id,
      payer_reference: order.member_id,
      payment_method_id: order.payment_method_id,
      payee: shop.party,
      amount_minor: minorToJson(order.amount_minor),
      currency: order.currency,
      return_url: `${context.publicUrl}/give/${order.order_id}`,
    }),
  });

/** Purchase 12. */
export const planCapture: Plan = (context, tx, order, shop) =>
  plan(context, tx, order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/captures`,
    purpose: 'capture',
    body: { amount_minor: minorToJson(order.amount_minor) },
  });

export const planVoid: Plan = (context, tx, order, shop) =>
  plan(context, tx, order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/voids`,
    purpose: 'void',
    body: {},
  });

export const planRefund: Plan = (context, tx, order, shop) =>
  plan(context, tx, order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/refunds`,
    purpose: 'refund',
    body: { amount_minor: minorToJson(order.amount_minor), reason: order.end_reason ?? 'refund' },
  });

/** Purchase 13. */
export function planRegister(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  shop: Shop,
  buyer: { name: string; member_number: string },
): Promise<string> {
  const term = { delivered_on: deliveryDay(order, shop, context.clock()), months: shop.validity_months };
  return plan(context, tx, order, {
    party: shop.party,
    path: SHOP_PATHS.certificates,
    purpose: 'register',
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
export function planCorrect(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  shop: Shop,
  to: { name: string; phone: string | null; email: string | null },
): Promise<string> {
  return plan(context, tx, order, {
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
export function planAccept(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  shop: Shop,
  { sealedPin, callId }: { sealedPin: string; callId: string },
): Promise<string> {
  return plan(context, tx, order, {
    party: shop.party,
    path: `${certificate(order)}/acceptance`,
    purpose: 'accept',
    call_id: callId,
    body: { sealed_pin: sealedPin },
  });
}

export const planCancel: Plan = (context, tx, order, shop) =>
  plan(context, tx, order, {
    party: shop.party,
    path: `${certificate(order)}/cancellation`,
    purpose: 'cancel',
    body: { reason: order.end_reason },
  });
