import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { lockOrder, readOrder } from '../orders/orders.ts';
import { checkGroupPayment } from './check-group-payment.ts';
import { driveGroup } from './drive-group.ts';
import { voidGroup } from './end-group.ts';
import { type GroupLine, lockGroup, readGroup } from './groups.ts';
import { lookUpLine } from './name-line.ts';
import { stepShare } from './step-share.ts';

/** How far ahead a gift's next step is set while one is made, so that one which became due meanwhile shows. */
const STEP_MS = 60 * SECOND_MS;
const CHECK_AGAIN_MS = 10 * SECOND_MS;

const SHOPS = sql`select shop_id as party from shops`;

/** Drives the gifts of groups whose next step is due. Returns how many. */
export function driveDueShares(context: ManagementContext): Promise<number> {
  const shops = (now: Date) => sql`
    select distinct g.shop_id as party from group_lines l join order_groups g using (group_id) where l.due_at <= ${now}`;
  const due = (now: Date) => sql`
    select l.order_id::text as subject_id, l.due_at from group_lines l join order_groups g using (group_id)
    where g.shop_id = p.party and l.due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, shops(claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'group_shares', find, async (within, { subject_id }) => {
    const now = context.clock();
    const begun = await sql<GroupLine>`
      update group_lines set due_at = ${addMs(now, STEP_MS)}, attempts = attempts + 1
      where order_id = ${subject_id} and due_at <= ${now}
      returning order_id, group_id, line_no, address, name, due_at, attempts, problem`.execute(context.db);
    const [line] = begun.rows;
    if (line === undefined) return false;
    await driveShare(within, line);
  });
}

/**
 * Drives a gift as far as it goes: along with its group's payment, then through the look-up or on towards the
 * recipient.
 */
async function driveShare(context: ManagementContext, line: GroupLine): Promise<void> {
  const { order_id, group_id, due_at } = line;
  let dueAt: Date | null = null;
  while (await takeStep(context, order_id, group_id));
  const { state, member_id } = await readOrder(context.db, order_id);
  if (state === 'authorised' && line.problem === null) dueAt = await lookUpLine(context, line, member_id);
  else await driveOrder(context, order_id);
  // A gift that became due again meanwhile, because its payment moved, stays due.
  await sql`
    update group_lines set due_at = ${dueAt} where order_id = ${order_id} and due_at = ${due_at}`.execute(
    context.db,
  );
}

function takeStep(context: ManagementContext, orderId: string, groupId: string): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const share = await lockOrder(tx, orderId);
    return share !== undefined && stepShare(context, tx, share, await readGroup(tx, groupId));
  });
}

/** Checks groups' payments that wait for their bank or payer. */
export function checkWaitingGroups(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select group_id::text as subject_id, check_payment_at as due_at from order_groups
    where shop_id = p.party and state in ('authorising', 'requires_action') and check_payment_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'group_payments', find, async (within, { subject_id }) => {
    await sql`
      update order_groups set check_payment_at = ${addMs(context.clock(), CHECK_AGAIN_MS)}
      where group_id = ${subject_id} and check_payment_at is not null`.execute(context.db);
    await checkGroupPayment(within, subject_id);
  });
}

/** Voids groups' authorisations that the buyer did not confirm in time. */
export function releaseUnconfirmedGroups(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select group_id::text as subject_id, authorise_by as due_at from order_groups
    where shop_id = p.party and state in ('authorising', 'requires_action', 'authorised') and authorise_by <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'unconfirmed_groups', find, async (within, { subject_id }) => {
    await inTransaction(context.db, async (tx) => {
      const group = await lockGroup(tx, subject_id);
      const isOpen =
        group !== undefined && ['authorising', 'requires_action', 'authorised'].includes(group.state);
      if (isOpen) await voidGroup(context, tx, group, 'not_confirmed');
    });
    await driveGroup(within, subject_id);
  });
}
