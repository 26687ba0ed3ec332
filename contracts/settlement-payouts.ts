import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { AmountMinor, AmountMinorOrZero, Currency, closed, Id, Timestamp } from './common.ts';

export const PAYOUTS_PATH = '/v1/peer/payouts';

/**
 * POST payouts (from management only): pays a shop for the redemptions in its stores in a period, less commission, out of the
 * buyers' money held in trust. It is planned then, and sent to a bank once the payee's account is confirmed and, above a limit,
 * two people have approved it; GET payouts/:payout_id → Payout says what became of it.
 */
export const PAYOUT_REFUSALS = refusals(
  'amount_out_of_range', // the commission is above the gross
  'wrong_state', // the payout was already made
  'payout_exceeds_funds',
);
export const RequestPayout = closed({
  payout_id: Id,
  payee: Type.String({ minLength: 1, maxLength: 64 }),
  gross_minor: AmountMinor,
  commission_minor: AmountMinorOrZero,
  currency: Currency,
  used_from: Timestamp,
  used_until: Timestamp,
  /**
   * The caller asks what became of it. Without it, as earlier versions send it, the answer is `request_in_progress` until the
   * payout was paid.
   */
  reads_states: Type.Optional(Type.Boolean()),
});
export type RequestPayout = Static<typeof RequestPayout>;

export const PAYOUT_STATES = [
  'planned', // its money is held
  'sent', // the bank has it
  'paid', // also `returned` later, if the payee's bank sends the money back
  'returned', // not paid: its money is in trust again
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** What a planned payout waits for. */
export const PAYOUT_WAITS = [
  'account', // a confirmed account of the payee
  'approval', // of two people, above a limit
  'bank', // one that takes this currency
] as const;
export type PayoutWait = (typeof PAYOUT_WAITS)[number];

/** GET payouts/:payout_id (from whoever asked for it) */
export const READ_PAYOUT_REFUSALS = refusals('payout_not_found');
export const Payout = closed({
  payout_id: Id,
  payee: Type.String(),
  status: Type.Enum([...PAYOUT_STATES]),
  gross_minor: AmountMinor,
  commission_minor: AmountMinorOrZero,
  net_minor: AmountMinorOrZero,
  currency: Currency,
  /** Also of one that was returned after it had been paid. */
  paid_at: Type.Optional(Timestamp),
  returned_at: Type.Optional(Timestamp),
  /** The bank's code (ISO 20022, such as `AC04`), or `refused` by settlement's staff. */
  return_reason: Type.Optional(Type.String()),
});
export type Payout = Static<typeof Payout>;
