import type { Tx } from '../../../kit/db/transaction.ts';
import { bookCapture } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { readGift } from '../orders/gift.ts';
import { refundCall } from '../orders/order-calls.ts';
import { moveOrder, type OrderRow } from '../orders/orders.ts';
import { registerPaid } from '../orders/payment/take-payment-answer.ts';
import { shopOf } from '../shops/shops.ts';
import type { GroupRow } from './groups.ts';

type Step = (context: ManagementContext, tx: Tx, share: OrderRow, group: GroupRow) => Promise<void>;

/**
 * Moves a locked gift one step after its group's payment, if there is one to take; the steps are those of an order
 * after answers about its own payment. Returns whether it did.
 */
export async function stepShare(
  context: ManagementContext,
  tx: Tx,
  share: OrderRow,
  group: GroupRow,
): Promise<boolean> {
  const step = stepOf(share, group);
  if (step === undefined) return false;
  await step(context, tx, share, group);
  return true;
}

function stepOf({ state }: OrderRow, group: GroupRow): Step | undefined {
  const isVoided = group.state === 'voiding' || group.state === 'abandoned';
  switch (state) {
    case 'authorising':
      if (group.state === 'authorised') return authorise;
      if (group.state === 'declined') return decline;
      return isVoided ? voidShare : undefined;
    case 'authorised':
    case 'awaiting_confirmation':
      return isVoided ? voidShare : undefined;
    case 'capturing':
      if (group.state === 'captured') return capture;
      if (group.state === 'declined') return decline;
      return isVoided ? voidShare : undefined;
    case 'voiding':
      if (group.state === 'captured') return refundCaptured;
      return group.state === 'abandoned' || group.state === 'declined' ? release : undefined;
    default:
      return undefined;
  }
}

const authorise: Step = async ({ clock }, tx, share) => {
  await moveOrder(tx, share, 'authorised', clock(), { kind: 'payment_authorised' });
};

const decline: Step = async ({ clock }, tx, share, { decline_reason: reason }) => {
  const set = { decline_reason: reason };
  await moveOrder(tx, share, 'declined', clock(), { kind: 'payment_declined', detail: { reason }, set });
};

const voidShare: Step = async ({ clock }, tx, share, { end_reason }) => {
  const kind = end_reason ?? 'given_up';
  await moveOrder(tx, share, 'voiding', clock(), { kind, set: { end_reason: kind } });
};

/** Purchase 12: this share was captured, so its certificate is registered at the shop. */
const capture: Step = async (context, tx, share, { approval_number }) => {
  const gift = { ...(await readGift(tx, share.order_id)), order: share };
  await registerPaid(context, tx, gift, { kind: 'payment_captured' }, approval_number);
};

/**
 * A gift that was left out was not captured. A confirmed one was, though its capture had been refused: it is
 * refunded.
 */
const refundCaptured: Step = async (context, tx, share, group) => {
  if (share.end_reason === 'left_out') return release(context, tx, share, group);
  const now = context.clock();
  const call = refundCall(context, share, await shopOf(tx, share), share.end_reason);
  const change = { kind: 'void_refused', call, money: 'captured' } as const;
  const moved = await moveOrder(tx, share, 'refunding', now, change);
  await bookCapture(tx, moved, now);
};

const release: Step = async ({ clock }, tx, share) => {
  await moveOrder(tx, share, 'abandoned', clock(), { kind: 'authorisation_released' });
};
