import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { ManagementContext } from '../context.ts';
import { ASK_PAYMENT_REFUSALS, askPayment } from '../orders/payment/ask-payment.ts';
import { type GroupView, groupView } from './group-view.ts';
import { lockGroup } from './groups.ts';
import { takeGroupPayment } from './take-group-answer.ts';

export const CHECK_GROUP_PAYMENT_REFUSALS = refusals('group_not_found', ...ASK_PAYMENT_REFUSALS);

/**
 * Asks settlement about a group's payment that waits for its bank or for the buyer's second step, and moves the group
 * accordingly.
 */
export async function checkGroupPayment(
  context: ManagementContext,
  groupId: string,
  memberId?: string,
): Promise<Result<GroupView, RefusalOf<typeof CHECK_GROUP_PAYMENT_REFUSALS>>> {
  const group = await inTransaction(context.db, (tx) => lockGroup(tx, groupId, memberId));
  if (group === undefined) return refuse('group_not_found');
  if (group.state !== 'authorising' && group.state !== 'requires_action')
    return done(await groupView(context.db, groupId, context.clock()));
  const asked = await askPayment(context, group, groupId);
  if (!asked.ok) return asked;
  await inTransaction(context.db, async (tx) => {
    const locked = await lockGroup(tx, groupId);
    if (locked?.state !== 'authorising' && locked?.state !== 'requires_action') return;
    await storeEvidence(tx, asked.value.evidence);
    await takeGroupPayment(context, tx, locked, asked.value.payment);
  });
  return done(await groupView(context.db, groupId, context.clock()));
}
