import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { isNotWaiting, workThrough } from '../../../kit/failing-work.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { lockOrder, readOrder } from '../orders/orders.ts';
import { checkGroupPayment } from './check-group-payment.ts';
import { driveGroup } from './drive-group.ts';
import { voidGroup } from './end-group.ts';
import { type GroupLine, lockGroup, readGroup } from './groups.ts';
import { lookUpLine } from './name-line.ts';
import { stepShare } from './step-share.ts';

/** Gifts, or groups, taken at once. */
const BATCH = 8;
/**
 * The lease on a gift: longer than all the calls of one step, so another process takes it only after this one died.
 */
const CLAIM_MS = 60 * SECOND_MS;
const CHECK_AGAIN_MS = 10 * SECOND_MS;

/** Drives the gifts of groups whose next step is due. Returns how many. */
export async function driveDueShares(context: ManagementContext): Promise<number> {
  const now = context.clock();
  const claimed = await sql<GroupLine>`
    update group_lines set due_at = ${addMs(now, CLAIM_MS)}, attempts = attempts + 1
    where order_id in (
      select order_id from group_lines l
      where due_at <= ${now} and ${isNotWaiting('group_shares', sql`l.order_id`, now)} order by due_at, order_id limit ${BATCH}
      for update skip locked)
    returning order_id, group_id, line_no, address, name, due_at, attempts, problem`.execute(context.db);
  const done = await Promise.all(
    claimed.rows.map((line) =>
      workThrough(
        context,
        'group_shares',
        [line],
        ({ order_id }) => order_id,
        (share) => driveShare(context, share),
      ),
    ),
  );
  return done.filter((count) => count > 0).length;
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
export async function checkWaitingGroups(context: ManagementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<{ group_id: string }>`
    update order_groups set check_payment_at = ${addMs(now, CHECK_AGAIN_MS)}
    where group_id in (
      select group_id from order_groups g
      where state in ('authorising', 'requires_action') and check_payment_at <= ${now}
        and ${isNotWaiting('group_payments', sql`g.group_id`, now)}
      order by check_payment_at limit ${BATCH} for update skip locked)
    returning group_id`.execute(context.db);
  return workThrough(context, 'group_payments', due.rows, idOf, ({ group_id }) =>
    checkGroupPayment(context, group_id),
  );
}

/** Voids groups' authorisations that the buyer did not confirm in time. */
export async function releaseUnconfirmedGroups(context: ManagementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<{ group_id: string }>`
    select group_id from order_groups g
    where state in ('authorising', 'requires_action', 'authorised') and authorise_by <= ${now}
      and ${isNotWaiting('unconfirmed_groups', sql`g.group_id`, now)}
    order by group_id limit ${BATCH}`.execute(context.db);
  return workThrough(context, 'unconfirmed_groups', due.rows, idOf, async ({ group_id }) => {
    await inTransaction(context.db, async (tx) => {
      const group = await lockGroup(tx, group_id);
      const isOpen =
        group !== undefined && ['authorising', 'requires_action', 'authorised'].includes(group.state);
      if (isOpen) await voidGroup(context, tx, group, 'not_confirmed');
    });
    await driveGroup(context, group_id);
  });
}

function idOf({ group_id }: { group_id: string }): string {
  return group_id;
}
