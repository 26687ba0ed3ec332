import Type from 'typebox';
import { refusals } from '../kit/result.ts';
import { closed, Id } from './common.ts';
import { CANCEL_CERTIFICATE_REFUSALS } from './shop-certificates.ts';

/**
 * At management: what a shop's staff have done with a gift of the shop, by the rules that hold for its buyer. Each POST has an
 * Idempotency-Key; a shop that got no answer asks again with the same one.
 */
const giftPath = (orderId: string) => `/v1/peer/gifts/${orderId}`;

/** GET → GiftActions: what can be done with it now, as far as management knows. */
export const giftActionsPath = (orderId: string) => `${giftPath(orderId)}/actions`;
/** POST: its recipient is told once more. It counts against the same limit as when the buyer asks for it. */
export const giftResendsPath = (orderId: string) => `${giftPath(orderId)}/resends`;
/** POST: one that nobody has accepted is cancelled, and refunded. */
export const giftCancellationPath = (orderId: string) => `${giftPath(orderId)}/cancellation`;
/** POST: an accepted one that was not used is refunded. */
export const giftRefundPath = (orderId: string) => `${giftPath(orderId)}/refund`;

/** `SHOP_ACTIONS`, of which a later version may know more. */
export const GiftActions = closed({ order_id: Id, actions: Type.Array(Type.String({ maxLength: 40 })) });
export const AskAboutGift = closed({});
export const AskedAboutGift = closed({ order_id: Id });

export const READ_GIFT_ACTIONS_REFUSALS = refusals(
  'order_not_found', // also one of another shop, here and below
);

export const RESEND_GIFT_REFUSALS = refusals(
  'order_not_found',
  'wrong_state', // nobody waits for an answer
  'certificate_frozen',
  'offer_expired',
  'rate_limited',
);

export const CANCEL_GIFT_REFUSALS = refusals(
  'order_not_found',
  'already_accepted',
  'cancellation_not_allowed',
);

export const REFUND_GIFT_REFUSALS = refusals(
  'order_not_found',
  'wrong_state', // not accepted yet, or ended
  'certificate_frozen', // its payment is disputed
  'refund_period_over',
  ...CANCEL_CERTIFICATE_REFUSALS, // what the shop itself says
);
