import { calledParties, dueCalls } from '../../kit/calls/calls.ts';
import { sql } from '../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../kit/due/claims.ts';
import { eachDue } from '../../kit/due/each-due.ts';
import type { ManagementContext } from './context.ts';
import { driveGroup } from './groups/drive-group.ts';
import { applyGroupAnswer, isGroupCall } from './groups/take-group-answer.ts';
import { applyAnswer, driveOrder } from './orders/drive-order.ts';
import { ASKED_ONCE, tryPeerCall } from './peer-calls.ts';
import { applyPayout } from './shops/pay-out.ts';

/** The janitor: retries unknown calls and drives orders on with the answers. Returns how many calls it settled. */
export function settleUnknown(context: ManagementContext): Promise<number> {
  const find = (claim: Claim) =>
    claimDue(claim, calledParties(context, claim.now), dueCalls(claim.now, ASKED_ONCE)).execute(context.db);
  return eachDue(context, 'unknown_calls', find, (within, { subject_id }) => settleCall(within, subject_id));
}

async function settleCall(context: ManagementContext, callId: string): Promise<boolean> {
  const outcome = await tryPeerCall(context, callId, (tx, answered, call) =>
    call.purpose === 'pay_out'
      ? applyPayout(context, tx, call, answered)
      : isGroupCall(call.purpose)
        ? applyGroupAnswer(context, tx, call, answered)
        : applyAnswer(context, tx, call, answered),
  );
  if (outcome.kind === 'unknown') return false;
  const settled = await sql<{ purpose: string; subject_id: string; is_order: boolean }>`
    select c.purpose, c.subject_id, exists (select 1 from orders o where o.order_id = c.subject_id) as is_order
    from calls c where c.call_id = ${callId}`.execute(context.db);
  for (const { purpose, subject_id, is_order } of settled.rows) {
    if (isGroupCall(purpose)) await driveGroup(context, subject_id);
    if (is_order) await driveOrder(context, subject_id);
  }
  return true;
}
