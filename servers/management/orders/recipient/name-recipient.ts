import { Value } from 'typebox/value';
import { MemberLookup, SHOP_PATHS } from '../../../../contracts/shop-certificates.ts';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { parseEmail } from '../../../../kit/email.ts';
import { newId } from '../../../../kit/ids.ts';
import { isMobile, parsePhone } from '../../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { canCall } from '../../messages/plan-dial.ts';
import { planPeerCall, tryPeerCall } from '../../peer-calls.ts';
import { shopOf } from '../../shops/shops.ts';
import {
  lockOrder,
  moveOrder,
  ORDER_COLUMNS,
  type OrderRow,
  type OrderView,
  orderView,
  readOrder,
} from '../orders.ts';

/**
 * A number, an email address with the name that the buyer types, or the buyer. A number that can't receive texts is
 * called, and any number if the buyer asks for it (`by_call`).
 */
export type Recipient =
  | { phone: string; by_call?: boolean }
  | { email: string; name: string }
  | { self: true };

export type Named = {
  channel: 'sms' | 'email' | 'voice';
  phone: string | null;
  email: string | null;
  name: string;
  source: string;
  recycled: boolean | null;
};

/** The read-back warns of a number that changed hands within this many days. */
const RECYCLED_DAYS = 90;
const OPEN = new Set(['authorised', 'awaiting_confirmation']);

export const NAME_OF_REFUSALS = refusals(
  'phone_number_invalid',
  'email_invalid',
  'read_back_limit',
  'recipient_unknown',
  'service_unavailable', // neither could be asked
);

export const NAME_RECIPIENT_REFUSALS = refusals(
  'order_not_found',
  'wrong_state',
  'authorisation_expired',
  ...NAME_OF_REFUSALS,
);

/**
 * Purchase 6–10: sets the recipient and reads back the masked name behind the number; repeatable until confirmed. The
 * number is looked up among the shop's members first, then at the carrier, and only for a buyer with an authorised
 * payment, up to a daily limit. Each read-back has its own `read_back_id`, which the confirmation must give.
 */
export async function nameRecipient(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  recipient: Recipient,
): Promise<Result<OrderView, RefusalOf<typeof NAME_RECIPIENT_REFUSALS>>> {
  const order = await findOpen(context, orderId, memberId);
  if (!order.ok) return order;
  const named = await nameOf(context, order.value, memberId, recipient);
  return inTransaction(
    context.db,
    async (tx): Promise<Result<OrderView, RefusalOf<typeof NAME_RECIPIENT_REFUSALS>>> => {
      const now = context.clock();
      const locked = await lockOrder(tx, orderId, memberId);
      if (locked === undefined) return refuse('order_not_found');
      if (!OPEN.has(locked.state)) return refuse('wrong_state', { state_now: locked.state });
      if (!named.ok) {
        // Without a name there is nothing to confirm.
        if (locked.state === 'awaiting_confirmation') {
          await sql`update orders set recipient_name = null, read_back_id = null where order_id = ${orderId}`.execute(
            tx,
          );
          await moveOrder(tx, locked, 'authorised', now, {
            kind: 'recipient_not_named',
            detail: { code: named.code },
          });
        }
        return named;
      }
      const { channel, phone, email, name, source, recycled } = named.value;
      const readBackId = newId();
      await sql`
      update orders set recipient_channel = ${channel}, recipient_phone = ${phone}, recipient_email = ${email},
        recipient_name = ${name}, read_back_id = ${readBackId}, name_source = ${source}, recycled = ${recycled}
      where order_id = ${orderId}`.execute(tx);
      await moveOrder(tx, locked, 'awaiting_confirmation', now, {
        kind: 'name_read_back',
        detail: { source, read_back_id: readBackId },
      });
      return done(orderView(await readOrder(tx, orderId)));
    },
  );
}

async function findOpen(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderRow, 'order_not_found' | 'wrong_state' | 'authorisation_expired'>> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${orderId} and member_id = ${memberId}`.execute(
    context.db,
  );
  const order = found.rows[0];
  if (order === undefined) return refuse('order_not_found');
  if (!OPEN.has(order.state)) return refuse('wrong_state', { state_now: order.state });
  if (order.authorise_by <= context.clock()) return refuse('authorisation_expired');
  // The gifts of a group follow its payment a moment later: once it is being voided, nobody is looked up.
  const group = await sql<{ state: string }>`
    select state from order_groups where group_id = ${order.group_id} and state <> 'authorised'`.execute(
    context.db,
  );
  const released = group.rows[0];
  if (released !== undefined) return refuse('wrong_state', { state_now: released.state });
  return done(order);
}

/** The name behind what the buyer entered. */
export async function nameOf(
  context: ManagementContext,
  order: OrderRow,
  memberId: string,
  recipient: Recipient,
): Promise<Result<Named, RefusalOf<typeof NAME_OF_REFUSALS>>> {
  if ('self' in recipient) {
    const found = await sql<{ name: string; mobile: string }>`
      select name, mobile from members where member_id = ${memberId}`.execute(context.db);
    const { name = '', mobile = null } = found.rows[0] ?? {};
    return done({ channel: 'sms', phone: mobile, email: null, name, source: 'self', recycled: null });
  }
  if ('email' in recipient) {
    const email = parseEmail(recipient.email);
    if (!email.ok) return refuse(email.code);
    return done({
      channel: 'email',
      phone: null,
      email: email.email,
      name: recipient.name.trim(),
      source: 'typed',
      recycled: null,
    });
  }
  const phone = parsePhone(recipient.phone);
  if (!phone.ok) return refuse('phone_number_invalid');
  const channel = recipient.by_call === true || !isMobile(phone.e164) ? 'voice' : 'sms';
  if (channel === 'voice' && !(await canCall(context))) return refuse('phone_number_invalid');
  const allowed = await context.limits.readBackByMember.consume(memberId);
  if (!allowed.ok) return refuse('read_back_limit', { retry_after_s: allowed.retry_after_s });
  return nameByNumber(context, order, phone.e164, channel);
}

/** Purchase 8–9. */
async function nameByNumber(
  context: ManagementContext,
  order: OrderRow,
  phone: string,
  channel: 'sms' | 'voice',
): Promise<Result<Named, 'recipient_unknown' | 'service_unavailable'>> {
  const about = { channel, phone, email: null };
  const member = await askShop(context, order, phone);
  if (member?.found === true) return done({ ...about, name: member.name, source: 'shop', recycled: null });
  const subscriber = await context.carrier.lookUpName(phone);
  if (subscriber.kind === 'found') {
    const since = addMs(context.clock(), -RECYCLED_DAYS * DAY_MS)
      .toISOString()
      .slice(0, 10);
    const recycled = (await context.carrier.wasRecycledSince(phone, since)) ?? null;
    return done({ ...about, name: subscriber.name, source: 'carrier', recycled });
  }
  // Unknown only if both the shop and the carrier said so.
  return refuse(
    subscriber.kind === 'not_found' && member !== undefined ? 'recipient_unknown' : 'service_unavailable',
  );
}

async function askShop(
  context: ManagementContext,
  order: OrderRow,
  phone: string,
): Promise<MemberLookup | undefined> {
  const shop = await shopOf(context.db, order);
  const callId = await inTransaction(context.db, (tx) =>
    planPeerCall(
      tx,
      {
        party: shop.party,
        method: 'POST',
        path: SHOP_PATHS.memberLookups,
        body: { order_id: order.order_id, phone },
        purpose: 'look_up_member',
        subject_id: order.order_id,
      },
      context.clock(),
    ),
  );
  const outcome = await tryPeerCall(context, callId);
  return outcome.kind === 'done' && Value.Check(MemberLookup, outcome.answer) ? outcome.answer : undefined;
}
