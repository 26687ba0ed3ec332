import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { reachesTooMany } from '../buyer-standing.ts';
import { driveOn, driveOrder } from '../drive-order.ts';
import { GIFT_COLUMNS, GIFT_TABLES, type Gift, type GiftRow, giftOf } from '../gift.ts';
import type { Step } from '../order-answer.ts';
import { captureCall } from '../order-calls.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { moveOrder, type OrderRow } from '../orders.ts';
import { giveNamesBack, namedIn } from './count-name.ts';

const CONFIRMED = new Set([
  'capturing',
  'registering',
  'offered',
  'scheduled',
  'correcting',
  'accepting',
  'accepted',
  'issued',
]);

export const CONFIRM_RECIPIENT_REFUSALS = refusals(
  'order_not_found',
  'share_of_group', // a group's gifts are confirmed together
  'wrong_state',
  'authorisation_expired',
  'recipient_changed',
  'strangers_limit', // too many people were reached who took nothing
);

/**
 * Purchase 11–13: the buyer confirms the name that was read back; the payment is captured, the certificate
 * registered, and the recipient told. `read_back_id` must be the newest read-back's, so that neither of two tabs or
 * lines confirms a name only the other one was told. Confirming the same read-back again returns the order as it is.
 */
export async function confirmRecipient(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  readBackId: string,
): Promise<Result<OrderView, RefusalOf<typeof CONFIRM_RECIPIENT_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<Confirmed | null, RefusalOf<typeof CONFIRM_RECIPIENT_REFUSALS>>> => {
      const gift = await lockGift(tx, orderId, memberId);
      if (gift === undefined) return refuse('order_not_found');
      const { order, shop } = gift;
      if (order.group_id !== null) return refuse('share_of_group', { group_id: order.group_id });
      const isSame = order.read_back_id === readBackId;
      if (CONFIRMED.has(order.state)) return isSame ? done(null) : refuse('recipient_changed');
      if (order.state !== 'awaiting_confirmation') return refuse('wrong_state', { state_now: order.state });
      if (order.authorise_by <= context.clock()) return refuse('authorisation_expired');
      if (!isSame) return refuse('recipient_changed');
      const now = context.clock();
      const call = captureCall(context, order, shop);
      const [moved, tooMany] = await Promise.all([
        moveOrder(tx, order, 'capturing', now, {
          kind: 'recipient_confirmed',
          detail: { read_back_id: readBackId },
          set: { confirmed_at: now },
          call,
        }),
        reachesTooMany(tx, memberId, now),
      ]);
      if (tooMany) return rollBack(refuse('strangers_limit'));
      return done({ gift, step: { order: moved, call } });
    },
  );
  if (!begun.ok) return begun;
  const viewed = async (order: OrderRow) => done(await orderView(context.db, order, context.clock()));
  if (begun.value === null) return viewed(await driveOrder(context, orderId));
  const { gift, step } = begun.value;
  await giveNamesBack(context, [namedIn(gift)]);
  return viewed(await driveOn(context, step, gift));
}

type Confirmed = { gift: Gift; step: Step };

/** Locks the order and, after it, its buyer, for `reachesTooMany`. */
async function lockGift(tx: Tx, orderId: string, memberId: string): Promise<Gift | undefined> {
  const found = await sql<GiftRow>`
    select ${GIFT_COLUMNS} from ${GIFT_TABLES}
    where o.order_id = ${orderId} and o.member_id = ${memberId} for no key update of o, m`.execute(tx);
  return found.rows[0] && giftOf(found.rows[0]);
}
