import { inTransaction } from '../../../kit/db/transaction.ts';
import { type AnyRefusal, done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { ManagementContext } from '../context.ts';
import { askPayment } from '../orders/ask-payment.ts';
import { type GroupView, groupView } from './group-view.ts';
import { lockGroup } from './order-groups.ts';
import { takeGroupPayment } from './take-group-answer.ts';

/**
 * Asks what became of a payment of several that waits for its bank or for the buyer's second step.
 * Refusals in order: group_not_found, payment_unknown.
 */
export async function checkGroupPayment(
  context: ManagementContext,
  groupId: string,
  memberId?: string,
): Promise<Result<GroupView, AnyRefusal>> {
  const group = await inTransaction(context.db, (tx) => lockGroup(tx, groupId, memberId));
  if (group === undefined) return refuse('group_not_found');
  if (group.state !== 'authorising' && group.state !== 'requires_action')
    return done(await groupView(context.db, groupId));
  const asked = await askPayment(context, group, groupId);
  if (!asked.ok) return asked;
  await inTransaction(context.db, async (tx) => {
    const locked = await lockGroup(tx, groupId);
    if (locked?.state !== 'authorising' && locked?.state !== 'requires_action') return;
    await storeEvidence(tx, asked.value.evidence);
    await takeGroupPayment(context, tx, locked, asked.value.payment);
  });
  return done(await groupView(context.db, groupId));
}
