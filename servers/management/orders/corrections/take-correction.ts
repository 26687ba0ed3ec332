import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { endDials } from '../../messages/plan-dial.ts';
import { openOffer } from '../open-offer.ts';
import type { OrderAnswer } from '../order-answer.ts';
import { moveOrder, type OrderRow, readOrder } from '../orders.ts';
import { tellRecipient } from '../tell.ts';
import { type Correction, confirmedCorrection, markCorrection } from './corrections.ts';

/**
 * The shop has taken the new recipient, or says why not. The old recipient, if told of the gift, is told that it is
 * not for them; their link ends and they are not called any more. The new one is told as if the gift had just been
 * bought, with the full time to answer.
 */
export async function takeCorrection({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  const correction = await confirmedCorrection(tx, order.order_id);
  if (correction === undefined) throw new Error(`Order ${order.order_id} has no correction under way.`);
  const wasOffered = order.answer_by !== null;
  if (outcome.kind === 'refused') {
    await markCorrection(tx, correction, 'refused', outcome.code);
    const detail = { code: outcome.code };
    await moveOrder(tx, order, wasOffered ? 'offered' : 'scheduled', now, {
      kind: 'correction_refused',
      detail,
      callId,
    });
    return;
  }
  if (wasOffered) await tellRecipient(context, tx, order, 'recipient.gift_cancelled');
  await sql`
    update offer_links set ended_at = ${now} where order_id = ${order.order_id} and ended_at is null`.execute(
    tx,
  );
  await endDials(tx, order.order_id);
  const corrected = await readdress(tx, order, correction);
  await markCorrection(tx, correction, 'made');
  const change = { kind: 'recipient_corrected', callId };
  if (!wasOffered && order.deliver_at !== null && order.deliver_at > now)
    await moveOrder(tx, corrected, 'scheduled', now, change);
  else await openOffer(context, tx, corrected, change);
}

async function readdress(tx: Executor, { order_id }: OrderRow, to: Correction): Promise<OrderRow> {
  await sql`
    update orders set recipient_channel = ${to.channel}, recipient_phone = ${to.phone}, recipient_email = ${to.email},
      recipient_name = ${to.name}, read_back_id = ${to.read_back_id}, name_source = ${to.name_source},
      recycled = ${to.recycled}, reminded_at = null, acceptance_problem = null
    where order_id = ${order_id}`.execute(tx);
  return readOrder(tx, order_id);
}
