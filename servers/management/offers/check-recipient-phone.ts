import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { judgePhone, needsChecking, type PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder, type OrderRow, recordEvent } from '../orders/orders.ts';

/**
 * Whoever accepts chooses the PIN, and has got the gift by nothing but the number it was sent to. So its operator is asked
 * whether the number has had another owner since the buyer named it, or its SIM was changed lately; what follows from the
 * answers is a policy (`ACCEPTANCE_POLICY`). The buyer sees a refusal in the gift's timeline.
 */
export async function checkRecipientPhone(
  context: ManagementContext,
  order: OrderRow,
): Promise<Result<null, RefusalOf<typeof PHONE_CHECK_REFUSALS>>> {
  const { carriers, settings, db } = context;
  const { recipient_phone: phone, order_id } = order;
  const policy = settings.acceptancePolicy;
  if (phone === null || !needsChecking(policy)) return done(null);
  const named = await sql<{ at: Date | null }>`
    select max(at) as at from order_events
    where order_id = ${order_id} and kind in ('name_read_back', 'recipient_corrected')`.execute(db);
  const [recycled, swapped] = await Promise.all([
    carriers.wasRecycledSince(phone, named.rows[0]?.at ?? order.created_at),
    carriers.wasSimSwapped(phone, policy.hours),
  ]);
  const code = judgePhone(policy, { recycled: recycled ?? null, sim_swapped: swapped ?? null });
  if (code === null) return done(null);
  await recordFailure(context, order_id, code);
  return refuse(code);
}

async function recordFailure({ db, clock }: ManagementContext, orderId: string, code: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { state } = (await lockOrder(tx, orderId)) ?? {};
    if (state === undefined) return;
    await recordEvent(tx, orderId, state, state, clock(), { kind: 'phone_check_failed', detail: { code } });
  });
}
