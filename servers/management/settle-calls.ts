import { calledParties, dueCalls } from '../../kit/calls/calls.ts';
import { sql } from '../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../kit/due/claims.ts';
import { eachDue } from '../../kit/due/each-due.ts';
import type { ManagementContext } from './context.ts';
import { applyDisputeAnswer, isDisputeCall } from './disputes/apply-answer.ts';
import { driveGroup } from './groups/drive-group.ts';
import { applyGroupAnswer, isGroupCall } from './groups/take-group-answer.ts';
import { isOrderCall, retryOrderCall } from './orders/drive-order.ts';
import { ASKED_ONCE, tryPeerCall } from './peer-calls.ts';
import { applyPayout } from './shops/pay-out.ts';

/** The janitor: retries unknown calls and drives orders on with the answers. Returns how many calls it settled. */
export function settleUnknown(context: ManagementContext): Promise<number> {
  const find = (claim: Claim) =>
    claimDue(claim, calledParties(context, claim.now), dueCalls(claim.now, ASKED_ONCE)).execute(context.db);
  return eachDue(context, 'unknown_calls', find, (within, { subject_id }) => settleCall(within, subject_id));
}

async function settleCall(context: ManagementContext, callId: string): Promise<boolean> {
  const found = await sql<{ purpose: string; subject_id: string }>`
    select purpose, subject_id from calls where call_id = ${callId}`.execute(context.db);
  const [call] = found.rows;
  if (call === undefined) return false;
  const { purpose, subject_id } = call;
  if (isOrderCall(purpose)) return retryOrderCall(context, callId);
  const outcome = await tryPeerCall(context, callId, (tx, answered, row) =>
    applierOf(purpose)(context, tx, row, answered),
  );
  if (outcome.kind === 'unknown') return false;
  if (isGroupCall(purpose)) await driveGroup(context, subject_id);
  return true;
}

function applierOf(purpose: string) {
  if (isGroupCall(purpose)) return applyGroupAnswer;
  return isDisputeCall(purpose) ? applyDisputeAnswer : applyPayout;
}
