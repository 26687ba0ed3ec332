import { CORRECT_RECIPIENT_REFUSALS } from '../../../../contracts/shop-certificates.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOf } from '../../shops/shops.ts';
import { type AskedBy, isStaff, noteAct, ownerAsking } from '../asked-by.ts';
import { driveOrder } from '../drive-order.ts';
import { correctCall } from '../order-calls.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { lockOrder, moveOrder } from '../orders.ts';
import { WAITING_REFUSALS } from '../waiting.ts';
import { type Correction, markCorrection, newestCorrection } from './corrections.ts';
import { whyNotCorrected } from './name-correction.ts';

export const CONFIRM_CORRECTION_REFUSALS = refusals(
  'order_not_found',
  'recipient_changed',
  'already_accepted',
  'wrong_state',
  ...WAITING_REFUSALS,
  ...CORRECT_RECIPIENT_REFUSALS, // what the shop says
);

/**
 * The buyer, or staff for them, confirms the name that was read back last: the shop is told that the certificate is for that recipient.
 * From now on the first recipient can't accept; whether they were in time depends on who locked the order first. No
 * money moves. Confirming the same read-back again returns the order as it is.
 */
export async function confirmCorrection(
  context: ManagementContext,
  orderId: string,
  by: AskedBy,
  readBackId: string,
): Promise<Result<OrderView, RefusalOf<typeof CONFIRM_CORRECTION_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof CONFIRM_CORRECTION_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId, ownerAsking(by));
      if (order === undefined) return refuse('order_not_found');
      const correction = await newestCorrection(tx, orderId);
      if (correction?.read_back_id !== readBackId) return refuse('recipient_changed');
      if (correction.state !== 'read_back') return done(null);
      const closed = whyNotCorrected(order, context.clock());
      if (closed !== null) return refuse(closed, { state_now: order.state });
      await markCorrection(tx, correction, 'confirmed');
      await moveOrder(tx, order, 'correcting', context.clock(), {
        kind: isStaff(by) ? 'correction_by_staff' : 'correction_confirmed',
        detail: { read_back_id: readBackId, source: correction.name_source },
        call: correctCall(order, await shopOf(tx, order), correction),
      });
      await noteAct(tx, by, { subject_id: orderId, action: 'correct', at: context.clock() });
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  const order = await driveOrder(context, orderId);
  const refused = refusalOf(await newestCorrection(context.db, orderId));
  return refused ?? done(await orderView(context.db, order, context.clock()));
}

function refusalOf(
  correction: Correction | undefined,
): Result<never, RefusalOf<typeof CORRECT_RECIPIENT_REFUSALS>> | undefined {
  return correction?.state === 'refused'
    ? refuse(knownRefusal(CORRECT_RECIPIENT_REFUSALS, correction.refusal_code, 'wrong_state'))
    : undefined;
}
