import type { Personal, Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const SETTLEMENT_RETENTION: Retention = {
  acquirer_movements: 'for good: what acquirers said they did with money',
  acquirer_requests: 'for good: money',
  differences: 'for good: what was found and how it was cleared up',
  dispute_positions: 'for good: how far payers can be told of disputes',
  disputes: 'for good: money',
  payment_events_before: 'for good: money, from before the journal',
  payment_method_setups: 'for good: asked for by a party, with its signed request',
  payment_methods: 'for good: what was paid with; no card number',
  payment_orders: 'for good: money',
  payments: 'for good: money',
  payouts: 'for good: money',
  reconciliations: 'for good: which days were compared',
  test_cards: 'for good: the demo has some',
};

/** What they say of people: nothing. Payers are members' ids, and cards are tokens with four digits. */
export const SETTLEMENT_PERSONAL: Personal = {};
