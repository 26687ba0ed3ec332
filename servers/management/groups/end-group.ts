import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { driveGroup } from './drive-group.ts';
import { planGroupVoid } from './group-calls.ts';
import { type GroupView, groupView } from './group-view.ts';
import { type GroupRow, lockGroup, moveGroup } from './groups.ts';

const BEFORE_CAPTURE = new Set(['authorising', 'requires_action', 'authorised']);

export const ABANDON_GROUP_REFUSALS = refusals('group_not_found', 'wrong_state');

/**
 * The buyer gives up on a whole group before the capture; the authorisation is voided. Repeating it changes nothing.
 */
export async function abandonGroup(
  context: ManagementContext,
  groupId: string,
  memberId: string,
): Promise<Result<GroupView, RefusalOf<typeof ABANDON_GROUP_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof ABANDON_GROUP_REFUSALS>>> => {
      const group = await lockGroup(tx, groupId, memberId);
      if (group === undefined) return refuse('group_not_found');
      if (group.state === 'voiding' || group.state === 'abandoned') return done(null);
      if (!BEFORE_CAPTURE.has(group.state)) return refuse('wrong_state', { state_now: group.state });
      await voidGroup(context, tx, group, 'given_up');
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  await driveGroup(context, groupId);
  return done(await groupView(context.db, groupId, context.clock()));
}

/** Starts to void the payment of a locked group that was not captured. */
export async function voidGroup(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  reason: 'given_up' | 'not_confirmed',
): Promise<void> {
  await planGroupVoid(context, tx, await moveGroup(tx, group, 'voiding', context.clock(), reason));
}
