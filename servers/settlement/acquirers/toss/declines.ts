import type { DeclineReason } from '../port.ts';

/** Toss Payments' error codes (https://docs.tosspayments.com/reference/error-codes) as the reasons that buyers are told. */
const REASONS: Readonly<Record<string, DeclineReason>> = {
  EXCEED_MAX_AMOUNT: 'limit_exceeded',
  EXCEED_MAX_DAILY_PAYMENT_COUNT: 'limit_exceeded',
  EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT: 'limit_exceeded',
  EXCEED_MAX_ONE_DAY_AMOUNT: 'limit_exceeded',
  EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT: 'limit_exceeded',
  EXCEED_MAX_PAYMENT_AMOUNT: 'limit_exceeded',
  FDS_ERROR: 'do_not_honor',
  INVALID_BILL_KEY_REQUEST: 'do_not_honor',
  INVALID_CARD_EXPIRATION: 'expired_card',
  INVALID_CARD_LOST_OR_STOLEN: 'lost_card',
  INVALID_REJECT_CARD: 'do_not_honor',
  INVALID_STOPPED_CARD: 'do_not_honor',
  NOT_MATCHES_CUSTOMER_KEY: 'do_not_honor',
  REJECT_ACCOUNT_PAYMENT: 'insufficient_funds',
  // The card's limit or its balance: Toss Payments doesn't say which.
  REJECT_CARD_PAYMENT: 'insufficient_funds',
};

/** Why the card's bank refuses a charge; undefined if the code says nothing of the card. */
export function tossDecline(code: string): DeclineReason | undefined {
  return REASONS[code] ?? (code.startsWith('REJECT_') ? 'do_not_honor' : undefined);
}
