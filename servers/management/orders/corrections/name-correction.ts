import { storeAnswer } from '../../../../kit/calls/calls.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { maskEmail } from '../../../../kit/email.ts';
import { newId } from '../../../../kit/ids.ts';
import { maskName } from '../../../../kit/names.ts';
import { maskPhone } from '../../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { readGift } from '../gift.ts';
import { isBeforeAcceptance } from '../order-states.ts';
import type { OrderView } from '../order-view.ts';
import { isTaken, lockOrder, type OrderRow } from '../orders.ts';
import { LOOK_UP_NAME_REFUSALS, lookUpName, type Recipient } from '../recipient/look-up-name.ts';
import { WAITING_REFUSALS, whyNotWaiting } from '../waiting.ts';
import { keepCorrection } from './corrections.ts';

export type ReadBack = NonNullable<OrderView['recipient']>;

export const NAME_CORRECTION_REFUSALS = refusals(
  'order_not_found',
  'already_accepted',
  'wrong_state',
  ...WAITING_REFUSALS,
  ...LOOK_UP_NAME_REFUSALS,
);

/**
 * The buyer named the wrong recipient, and they or staff name another: reads back the name behind another number or address and changes nothing until
 * that is confirmed. Counts towards the buyer's daily limit of look-ups.
 *
 * @param memberId Whose order it has to be; undefined for staff.
 */
export async function nameCorrection(
  context: ManagementContext,
  orderId: string,
  memberId: string | undefined,
  recipient: Recipient,
): Promise<Result<ReadBack, RefusalOf<typeof NAME_CORRECTION_REFUSALS>>> {
  const own = await inTransaction(context.db, (tx) => lockOrder(tx, orderId, memberId));
  if (own === undefined) return refuse('order_not_found');
  const gift = await readGift(context.db, orderId);
  const closed = whyNotCorrected(gift.order, context.clock());
  if (closed !== null) return refuse(closed, { state_now: gift.order.state });
  const { named, answer } = await lookUpName(context, gift, recipient);
  if (!named.ok) {
    if (answer !== null) await storeAnswer(context.db, answer, context.clock());
    return named;
  }
  const { channel, phone, email, name, recycled, source } = named.value;
  const readBackId = newId();
  await inTransaction(context.db, async (tx) => {
    if (answer !== null) await storeAnswer(tx, answer, context.clock());
    await keepCorrection(tx, { orderId, readBackId }, named.value, context.clock());
  });
  return done({
    masked_name: maskName(name),
    masked_address: channel === 'email' ? maskEmail(email ?? '') : maskPhone(phone ?? ''),
    channel,
    ...(recycled === null ? {} : { recycled }),
    ...(source === 'typed' && phone !== null ? { to_be_confirmed: true } : {}),
    read_back_id: readBackId,
  });
}

/** Why a gift's recipient can't be corrected, or null. */
export function whyNotCorrected(
  order: OrderRow,
  now: Date,
): 'already_accepted' | 'wrong_state' | RefusalOf<typeof WAITING_REFUSALS> | null {
  if (isBeforeAcceptance(order.state)) return whyNotWaiting(order, now);
  return isTaken(order) ? 'already_accepted' : 'wrong_state';
}
