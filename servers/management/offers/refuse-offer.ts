import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseMessage } from '../../../kit/typed/message.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { beginEnding } from '../orders/end-order.ts';
import { readGift } from '../orders/gift.ts';
import { lockOrder } from '../orders/orders.ts';
import { ANYBODY, type OfferView, viewOffer, whyClosed } from './offers.ts';

export const REFUSE_OFFER_REFUSALS = refusals(
  'offer_not_found',
  'already_accepted',
  'offer_expired',
  'wrong_state',
  'message_invalid', // the word to the sender
  'message_has_link',
);

/**
 * Receipt 2: the recipient refuses, optionally with a message to the sender; the buyer is refunded and told.
 * Refusing again changes nothing.
 */
export async function refuseOffer(
  context: ManagementContext,
  orderId: string,
  word: string | undefined,
  isFor = ANYBODY,
): Promise<Result<OfferView, RefusalOf<typeof REFUSE_OFFER_REFUSALS>>> {
  const message = parseMessage(word ?? '');
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof REFUSE_OFFER_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined || !isFor(order)) return refuse('offer_not_found');
      const closed = whyClosed(context, order);
      if (closed === 'already_refused') return done(null);
      if (closed !== null) return refuse(closed);
      if (!message.ok) return message;
      const set = { refusal_word: message.value === '' ? null : message.value };
      await beginEnding(context, tx, order, { reason: 'refused', from: 'shop', set });
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  await driveOrder(context, orderId);
  return done(viewOffer(context, await readGift(context.db, orderId)));
}
