import type { DeclineReason } from '../port.ts';

/** Stripe's decline and error codes (https://docs.stripe.com/declines/codes) as the reasons that buyers are told. */
const REASONS: Readonly<Record<string, DeclineReason>> = {
  authentication_required: 'authentication_failed',
  card_velocity_exceeded: 'limit_exceeded',
  expired_card: 'expired_card',
  incorrect_cvc: 'incorrect_cvc',
  insufficient_funds: 'insufficient_funds',
  invalid_cvc: 'incorrect_cvc',
  lost_card: 'lost_card',
  payment_intent_authentication_failure: 'authentication_failed',
  processing_error: 'processing_error',
  stolen_card: 'stolen_card',
  withdrawal_count_limit_exceeded: 'limit_exceeded',
};

export function declineReason(code: string | undefined): DeclineReason {
  return REASONS[code ?? ''] ?? 'do_not_honor';
}
