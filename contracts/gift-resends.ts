import { refusals } from '../kit/result.ts';
import { closed, Id } from './common.ts';

/**
 * POST, at management, with an Idempotency-Key: a shop's staff have the recipient of a gift of the shop told once more. It counts
 * against the same limit as when the buyer asks for it.
 */
export function giftResendsPath(orderId: string): string {
  return `/v1/peer/gifts/${orderId}/resends`;
}

export const ResendGift = closed({});
export const ResentGift = closed({ order_id: Id });

export const RESEND_GIFT_REFUSALS = refusals(
  'order_not_found', // also one of another shop
  'wrong_state', // nobody waits for an answer
  'certificate_frozen',
  'offer_expired',
  'rate_limited',
);
