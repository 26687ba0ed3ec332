import { sql } from '../../../../kit/db/sql.ts';
import { endDials } from '../../messages/plan-dial.ts';
import { readGift } from '../gift.ts';
import { openOffer } from '../open-offer.ts';
import type { OrderAnswer, Step } from '../order-answer.ts';
import { changeOrder, moveOrder } from '../orders.ts';
import { recipientColumns } from '../recipient/name-recipient.ts';
import { tell } from '../tell.ts';
import { type Correction, confirmedCorrection, markCorrection } from './corrections.ts';

/**
 * The shop has taken the new recipient, or says why not. The old recipient, if told of the gift, is told that it is
 * not for them; their link ends and they are not called any more. The new one is told as if the gift had just been
 * bought, with the full time to answer.
 */
export async function takeCorrection({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order } = gift;
  const { outcome } = answer;
  const correction = await confirmedCorrection(tx, order.order_id);
  if (correction === undefined) throw new Error(`Order ${order.order_id} has no correction under way.`);
  const wasOffered = order.answer_by !== null;
  if (outcome.kind === 'refused') {
    await markCorrection(tx, correction, 'refused', outcome.code);
    const change = { kind: 'correction_refused', detail: { code: outcome.code }, answer };
    const kept = await moveOrder(tx, order, wasOffered ? 'offered' : 'scheduled', now, change);
    return { order: kept, call: null };
  }
  if (wasOffered) await tell(context, tx, gift, [{ to: 'recipient', kind: 'recipient.gift_cancelled' }]);
  await sql`
    update offer_links set ended_at = ${now} where order_id = ${order.order_id} and ended_at is null`.execute(
    tx,
  );
  await endDials(tx, order.order_id);
  await markCorrection(tx, correction, 'made');
  // The messages to the new recipient are in their language.
  await changeOrder(tx, order, now, { set: readdressed(correction), answer });
  const corrected = await readGift(tx, order.order_id);
  const change = { kind: 'recipient_corrected', callId: answer.call.call_id };
  if (!wasOffered && order.deliver_at !== null && order.deliver_at > now)
    return { order: await moveOrder(tx, corrected.order, 'scheduled', now, change), call: null };
  return { order: await openOffer(context, tx, corrected, change), call: null };
}

function readdressed(to: Correction) {
  const { name_source: source, read_back_id, ...recipient } = to;
  return {
    ...recipientColumns({ ...recipient, source }),
    read_back_id,
    reminded_at: null,
    acceptance_problem: null,
  };
}
