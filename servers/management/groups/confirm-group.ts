import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { lockBuyer, reachesTooMany } from '../orders/buyer-standing.ts';
import { readGift } from '../orders/gift.ts';
import { moveOrder, type OrderRow } from '../orders/orders.ts';
import { giveNamesBack, namedIn } from '../orders/recipient/count-name.ts';
import { driveGroup } from './drive-group.ts';
import { planGroupCapture } from './group-calls.ts';
import { type GroupView, groupView } from './group-view.ts';
import { type GroupRow, lockGroup, lockShares, moveGroup } from './groups.ts';

/** A confirmed gift, with the read-back of its name. */
export type ConfirmedShare = { order_id: string; read_back_id: string };

export const CONFIRM_GROUP_REFUSALS = refusals(
  'group_not_found',
  'recipient_changed', // other gifts were confirmed before
  'wrong_state',
  'authorisation_expired',
  'recipient_changed',
  'strangers_limit', // too many people were reached who took nothing
);

/**
 * Purchase 11–12 for a group: the buyer confirms the names that were read back; gifts that are not among them are
 * left out. The sum of the confirmed gifts is captured at once, which releases the rest of the authorisation; then
 * each gift continues alone. Confirming the same gifts again returns the group as it is.
 */
export async function confirmGroup(
  context: ManagementContext,
  groupId: string,
  memberId: string,
  confirmed: ConfirmedShare[],
): Promise<Result<GroupView, RefusalOf<typeof CONFIRM_GROUP_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<OrderRow[], RefusalOf<typeof CONFIRM_GROUP_REFUSALS>>> => {
      const group = await lockGroup(tx, groupId, memberId);
      if (group === undefined) return refuse('group_not_found');
      const shares = await lockShares(tx, groupId);
      const readBacks = new Map(confirmed.map(({ order_id, read_back_id }) => [order_id, read_back_id]));
      const chosen = shares.filter(({ order_id }) => readBacks.has(order_id));
      const isCurrent = chosen.length === readBacks.size && chosen.every((share) => isSame(share, readBacks));
      if (group.confirmed_minor > 0n && group.end_reason === null)
        return isCurrent &&
          shares.every((share) => readBacks.has(share.order_id) || share.end_reason === 'left_out')
          ? done([])
          : refuse('recipient_changed');
      if (group.state !== 'authorised') return refuse('wrong_state', { state_now: group.state });
      if (group.authorise_by <= context.clock()) return refuse('authorisation_expired');
      if (!isCurrent || chosen.some(({ state }) => state !== 'awaiting_confirmation'))
        return refuse('recipient_changed');
      await lockBuyer(tx, memberId);
      await beginCapture(context, tx, group, shares, readBacks);
      if (await reachesTooMany(tx, memberId, context.clock())) return rollBack(refuse('strangers_limit'));
      return done(chosen);
    },
  );
  if (!begun.ok) return begun;
  const gifts = await Promise.all(begun.value.map(({ order_id }) => readGift(context.db, order_id)));
  await giveNamesBack(context, gifts.map(namedIn));
  await driveGroup(context, groupId);
  return done(await groupView(context.db, groupId, context.clock()));
}

function isSame({ order_id, read_back_id }: OrderRow, readBacks: ReadonlyMap<string, string>): boolean {
  return read_back_id !== null && readBacks.get(order_id) === read_back_id;
}

async function beginCapture(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  shares: OrderRow[],
  readBacks: ReadonlyMap<string, string>,
): Promise<void> {
  const now = context.clock();
  let sum = 0n;
  for (const share of shares) {
    const readBackId = readBacks.get(share.order_id);
    if (readBackId === undefined) {
      await moveOrder(tx, share, 'voiding', now, { kind: 'left_out', set: { end_reason: 'left_out' } });
      continue;
    }
    sum += share.amount_minor;
    const detail = { read_back_id: readBackId };
    const set = { confirmed_at: now };
    await moveOrder(tx, share, 'capturing', now, { kind: 'recipient_confirmed', detail, set });
  }
  await sql`
    update order_groups set confirmed_minor = ${sum} where group_id = ${group.group_id}`.execute(tx);
  await planGroupCapture(
    context,
    tx,
    await moveGroup(tx, { ...group, confirmed_minor: sum }, 'capturing', now),
  );
}
