import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { byOrder, callOf, certificate, type PaidShop, paymentParty } from '../orders/order-calls.ts';
import type { OrderRow } from '../orders/orders.ts';

export function freezeCall(order: OrderRow, shop: PaidShop): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/freeze`,
    purpose: 'freeze',
    body: { reason: 'payment_disputed' },
  });
}

export function unfreezeCall(order: OrderRow, shop: PaidShop): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/unfreezing`,
    purpose: 'unfreeze',
    body: {},
  });
}

export function chargeBackCall(order: OrderRow, shop: PaidShop, uncoveredMinor: bigint): CallRow {
  return callOf(order, {
    party: shop.party,
    path: `${certificate(order)}/charge-back`,
    purpose: 'charge_back',
    body: { uncovered_minor: minorToJson(uncoveredMinor) },
  });
}

/** The refund of what was left, by which settlement covers what it lost. */
export function refundLeftCall(
  context: ManagementContext,
  order: OrderRow,
  shop: PaidShop,
  leftMinor: bigint,
): CallRow {
  return callOf(order, {
    party: paymentParty(context, order, shop),
    path: `${byOrder(order)}/refunds`,
    purpose: 'refund_left',
    body: { amount_minor: minorToJson(leftMinor), reason: 'charged_back' },
  });
}
