import { dueCalls, UNKNOWN_CALLS } from '../../kit/calls/calls.ts';
import { workThrough } from '../../kit/failing-work.ts';
import type { ManagementContext } from './context.ts';
import { driveGroup } from './groups/drive-group.ts';
import { applyGroupAnswer, isGroupCall } from './groups/take-group-answer.ts';
import { isOrderCall, retryOrderCall } from './orders/drive-order.ts';
import { ASKED_ONCE, tryPeerCall } from './peer-calls.ts';
import { applyPayout } from './shops/pay-out.ts';

const BATCH = 20;

type DueCall = Awaited<ReturnType<typeof dueCalls>>[number];

/** The janitor: retries unknown calls and drives orders on with the answers. Returns how many calls it settled. */
export async function settleUnknown(context: ManagementContext): Promise<number> {
  const due = await dueCalls(context.db, context.clock(), BATCH, ASKED_ONCE);
  // Concurrently, so that a silent server does not hold up the answers of others.
  const settle = (call: DueCall) => settleCall(context, call);
  const settled = await Promise.all(
    due.map((call) => workThrough(context, UNKNOWN_CALLS, [call], ({ call_id }) => call_id, settle)),
  );
  return settled.filter((count) => count > 0).length;
}

async function settleCall(
  context: ManagementContext,
  { call_id, subject_id, purpose }: DueCall,
): Promise<boolean> {
  if (isOrderCall(purpose)) return retryOrderCall(context, call_id);
  const outcome = await tryPeerCall(context, call_id, (tx, answered, call) =>
    isGroupCall(call.purpose)
      ? applyGroupAnswer(context, tx, call, answered)
      : applyPayout(context, tx, call, answered),
  );
  if (outcome.kind === 'unknown') return false;
  if (isGroupCall(purpose)) await driveGroup(context, subject_id);
  return true;
}
