import { PAYMENTS_PATH } from '../../../contracts/settlement-payments.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { paymentParty, wayBack } from '../orders/order-calls.ts';
import { withConsent } from '../orders/payment/consent.ts';
import { type Purpose, planPeerCall } from '../peer-calls.ts';
import { shopOf } from '../shops/shops.ts';
import type { GroupRow } from './groups.ts';

/** Authorises the sum of all shares. Settlement knows the payment by the group's id. */
export async function planGroupAuthorise(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
): Promise<CallRow> {
  const shop = await shopOf(tx, group);
  const gifts = await sql<{ deliver_at: Date | null }>`
    select deliver_at from orders where group_id = ${group.group_id} limit 1`.execute(tx);
  const gift = { ...group, deliver_at: gifts.rows[0]?.deliver_at ?? null };
  return plan(context, tx, group, {
    path: PAYMENTS_PATH,
    purpose: 'authorise_group',
    body: await withConsent(context, group, shop, {
      order_id: group.group_id,
      payer_reference: group.member_id,
      payment_method_id: group.payment_method_id,
      payee: shop.party,
      amount_minor: minorToJson(group.amount_minor),
      currency: group.currency,
      return_url: wayBack(context, `/give/several/${group.group_id}`, gift),
    }),
  });
}

/** Captures the confirmed shares; settlement releases the rest of the authorisation. */
export function planGroupCapture(context: ManagementContext, tx: Tx, group: GroupRow): Promise<CallRow> {
  return plan(context, tx, group, {
    path: `${PAYMENTS_PATH}/by-order/${group.group_id}/captures`,
    purpose: 'capture_group',
    body: { amount_minor: minorToJson(group.confirmed_minor) },
  });
}

export function planGroupVoid(context: ManagementContext, tx: Tx, group: GroupRow): Promise<CallRow> {
  return plan(context, tx, group, {
    path: `${PAYMENTS_PATH}/by-order/${group.group_id}/voids`,
    purpose: 'void_group',
    body: {},
  });
}

async function plan(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  call: { path: string; purpose: Purpose; body: unknown },
): Promise<CallRow> {
  const party = paymentParty(context, group, await shopOf(tx, group));
  return planPeerCall(tx, { method: 'POST', party, subject_id: group.group_id, ...call }, context.clock());
}
