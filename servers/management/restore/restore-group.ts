import { Value } from 'typebox/value';
import { CapturePayment } from '../../../contracts/settlement-payments.ts';
import type { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { isCallKept, storeAnswer } from '../../../kit/calls/calls.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { type GroupRow, groupFact, lockGroup, moveGroup } from '../groups/groups.ts';
import { stepShare } from '../groups/step-share.ts';
import { applyGroupAnswer } from '../groups/take-group-answer.ts';
import { shareKey } from '../orders/order-calls.ts';
import { eventOf, orderFact, orderTerms } from '../orders/order-events.ts';
import { lockOrder } from '../orders/orders.ts';
import { AUTHORISE_MINUTES } from '../orders/place-order.ts';
import type { Shop } from '../shops/shops.ts';
import { asOf, callThen, keepCall, makeAgain } from './make-again.ts';
import { nameAndConfirm, recipientOf } from './restore-order.ts';
import { find, type Ordered, type ToldCall } from './told-calls.ts';

const BEFORE_CAPTURE: ReadonlySet<string> = new Set(['authorising', 'requires_action', 'authorised']);

/** Stores a group again, without its gifts: each comes back with its certificate, and the others were never paid. */
export async function restoreGroup(
  context: ManagementContext,
  told: ToldCall,
  ordered: Ordered,
  shop: Shop,
): Promise<void> {
  const at = asOf(context, told).clock();
  const group: GroupRow = {
    ...{ group_id: ordered.order_id, member_id: ordered.payer_reference, shop_id: shop.shop_id },
    ...{ payment_method_id: ordered.payment_method_id, currency: ordered.currency },
    payment_route: told.party === shop.party ? 'through_shop' : 'direct',
    ...{ amount_minor: minorFromJson(ordered.amount_minor), confirmed_minor: 0n, state: 'authorising' },
    ...{ action_url: null, decline_reason: null, end_reason: null, approval_number: null },
    authorise_by: addMs(at, AUTHORISE_MINUTES * MINUTE_MS),
    created_at: at,
  };
  await inTransaction(context.db, async (tx) => {
    if (await isCallKept(tx, told.call_id)) return;
    await sql`
      insert into order_groups (group_id, member_id, shop_id, payment_method_id, payment_route, amount_minor, currency, state,
        authorise_by, created_at)
      values (${group.group_id}, ${group.member_id}, ${group.shop_id}, ${group.payment_method_id}, ${group.payment_route},
        ${group.amount_minor}, ${group.currency}, ${group.state}, ${group.authorise_by}, ${at})`.execute(tx);
    await writeFact(tx, groupFact(group, null, at));
    await keepCall(tx, callThen(told, 'authorise_group', group.group_id), at);
  });
  await answer(context, told);
}

export function restoreGroupCapture(context: ManagementContext, told: ToldCall): Promise<void> {
  return repeat(context, told, 'capture_group', async (tx, group, at) => {
    const asked: unknown = JSON.parse(told.body);
    if (group.state === 'capturing') return true;
    if (!Value.Check(CapturePayment, asked) || !BEFORE_CAPTURE.has(group.state)) return false;
    const confirmed_minor = minorFromJson(asked.amount_minor);
    await sql`
      update order_groups set confirmed_minor = ${confirmed_minor} where group_id = ${group.group_id}`.execute(
      tx,
    );
    const authorised = group.state === 'authorised' ? group : await moveGroup(tx, group, 'authorised', at);
    await moveGroup(tx, { ...authorised, confirmed_minor }, 'capturing', at);
    return true;
  });
}

export function restoreGroupVoid(context: ManagementContext, told: ToldCall): Promise<void> {
  return repeat(context, told, 'void_group', async (tx, group, at) => {
    if (group.state === 'voiding') return true;
    if (!BEFORE_CAPTURE.has(group.state)) return false;
    await moveGroup(tx, group, 'voiding', at, 'given_up');
    return true;
  });
}

/** Brings a gift of a group to where its certificate is registered. False if it is of no group. */
export async function restoreShare(
  context: ManagementContext,
  told: ToldCall,
  certificate: RegisterCertificate,
): Promise<boolean> {
  const then = asOf(context, told);
  const at = then.clock();
  let isNew = false;
  const isShare = await inTransaction(context.db, async (tx) => {
    const known = await lockOrder(tx, certificate.order_id);
    if (known !== undefined && known.group_id === null) return false;
    const groupId = known?.group_id ?? (await groupOf(tx, told, certificate));
    const group = groupId === undefined ? undefined : await lockGroup(tx, groupId);
    if (group === undefined) return false;
    if (known === undefined) {
      await insertShare(tx, group, certificate);
      isNew = true;
    }
    const share = await lockOrder(tx, certificate.order_id);
    if (share === undefined || group.state !== 'captured') return true;
    const isBefore = BEFORE_CAPTURE.has(share.state) || share.state === 'awaiting_confirmation';
    const waiting = isBefore ? await nameAndConfirm(tx, share, recipientOf(certificate), at) : share;
    if (waiting.state === 'capturing') await stepShare(then, tx, waiting, group);
    return true;
  });
  const { order_id: subject_id } = certificate;
  if (isNew) await find(context, { kind: 'message_not_restored', party: told.party, subject_id });
  return isShare;
}

/** The group whose gift was registered under this key. */
async function groupOf(
  tx: Tx,
  { call_id }: ToldCall,
  { order_id, buyer_member_number, currency }: RegisterCertificate,
): Promise<string | undefined> {
  const found = await sql<{ group_id: string }>`
    select g.group_id from order_groups g join members m using (member_id)
    where m.member_number = ${buyer_member_number} and g.currency = ${currency} and g.state = 'captured'
    order by g.created_at desc`.execute(tx);
  return found.rows.find(({ group_id }) => shareKey(group_id, order_id) === call_id)?.group_id;
}

async function insertShare(tx: Tx, group: GroupRow, certificate: RegisterCertificate): Promise<void> {
  const { order_id, recipient_phone, recipient_email = '', recipient_name } = certificate;
  const amount = minorFromJson(certificate.amount_minor);
  const stored = await sql<{ commission_bp: number }>`
    insert into orders (order_id, group_id, member_id, shop_id, payment_method_id, payment_route, commission_bp, amount_minor,
      currency, state, authorise_by, created_at)
    select ${order_id}, ${group.group_id}, ${group.member_id}, shop_id, ${group.payment_method_id}, ${group.payment_route},
      commission_bp, ${amount}, ${group.currency}, 'authorising', ${group.authorise_by}, ${group.created_at}
    from shops where shop_id = ${group.shop_id} returning commission_bp`.execute(tx);
  await sql`
    insert into group_lines (order_id, group_id, line_no, address, name)
    select ${order_id}, ${group.group_id}, count(*) + 1, ${recipient_phone ?? recipient_email}, ${recipient_name}
    from group_lines where group_id = ${group.group_id}`.execute(tx);
  const commission_bp = stored.rows[0]?.commission_bp ?? 0;
  const terms = orderTerms({ ...group, amount_minor: amount, commission_bp });
  const event = eventOf(order_id, null, 'authorising', { kind: 'ordered', terms });
  await writeFact(tx, orderFact(event, group.created_at));
}

async function repeat(
  context: ManagementContext,
  told: ToldCall,
  purpose: 'capture_group' | 'void_group',
  prepare: (tx: Tx, group: GroupRow, at: Date) => Promise<boolean>,
): Promise<void> {
  const at = asOf(context, told).clock();
  const isThere = await inTransaction(context.db, async (tx) => {
    const group = await lockGroup(tx, told.subject_id);
    if (group === undefined) return false;
    if (await isCallKept(tx, told.call_id)) return true;
    if (!(await prepare(tx, group, at))) return false;
    await keepCall(tx, callThen(told, purpose, group.group_id), at);
    return true;
  });
  if (isThere) await answer(context, told);
  else await find(context, { ...told, kind: 'call_not_repeated' });
}

function answer(context: ManagementContext, told: ToldCall): Promise<void> {
  const then = asOf(context, told);
  return makeAgain(context, told.call_id, async (tx, answered) => {
    if (await storeAnswer(tx, answered, then.clock()))
      await applyGroupAnswer(then, tx, answered.call, answered.outcome);
  });
}
