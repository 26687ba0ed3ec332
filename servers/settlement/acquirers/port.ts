import type { DECLINE_REASONS } from '../../../contracts/settlement-payments.ts';

export type DeclineReason = (typeof DECLINE_REASONS)[number];

export type Card = { card_number: string; expiry_month: number; expiry_year: number; security_code: string };

/** What settlement keeps of a card. */
export type CardToken = { token: string; brand: string; last4: string };

export type Authorisation = {
  /** Settlement's own id of the payment; asked again under it, the acquirer does nothing twice. */
  payment_id: string;
  token: string;
  amount_minor: bigint;
  currency: string;
};

/**
 * How an authorisation stands. `unknown` is that no answer came, or none that can be read; `not_found`, that the acquirer
 * was never asked.
 */
export type Standing =
  | { kind: 'done' }
  | { kind: 'refused'; reason: DeclineReason }
  | { kind: 'processing' }
  | { kind: 'second_step' }
  | { kind: 'not_found' }
  | { kind: 'unknown' };

/**
 * Whoever takes the cards' money: one folder beside this file for each provider. It is asked outside of any transaction,
 * and it may be asked again at any time. Nothing here throws because the other side is away: that is `unknown`.
 */
export type Acquirer = {
  /** Whose tokens it gives; a token is worth nothing to another provider. */
  name: string;
  /** No money moves: the pages say so, and what its second step takes. */
  is_test: boolean;
  tokenise(
    card: Card,
  ): Promise<{ kind: 'done'; card: CardToken } | { kind: 'refused' } | { kind: 'unknown' }>;
  authorise(authorisation: Authorisation): Promise<Standing>;
  /** What the payer answered to what the card's bank asked. */
  secondStep(paymentId: string, code: string): Promise<Standing>;
  lookUp(paymentId: string): Promise<Standing>;
};
