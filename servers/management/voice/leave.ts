import type { ManagementContext } from '../context.ts';
import { abandonOrder } from '../orders/end-order.ts';
import type { CallRow } from './call-rows.ts';

/** Who hangs up before the name is confirmed gives up: the authorisation need not wait for its time to run out. */
export async function leaveCall(context: ManagementContext, { state }: CallRow): Promise<void> {
  const { order_id, member_id } = state.facts;
  if (order_id === undefined || member_id === undefined) return;
  // What was confirmed, or given up already, is refused here and stays as it is.
  await abandonOrder(context, order_id, member_id);
}
