import type { Personal, Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const SETTLEMENT_RETENTION: Retention = {
  account_proposals:
    'for good: what shops asked for, and who decided; number and holder until it was decided',
  acquirer_movements: 'for good: what acquirers said they did with money',
  acquirer_requests: 'for good: money',
  bank_files: 'for good: what banks were told about money, and told; sealed',
  bank_reports: 'for good: money',
  differences: 'for good: what was found and how it was cleared up',
  dispute_positions: 'for good: how far payers can be told of disputes',
  disputes: 'for good: money',
  payee_accounts: 'for good: where money went, and who decided it; number and holder sealed',
  payment_events_before: 'for good: money, from before the journal',
  payment_method_setups: 'for good: asked for by a party, with its signed request',
  payment_methods: 'for good: what was paid with; no card number',
  payment_orders: 'for good: money',
  payments: 'for good: money',
  payout_approvals: 'for good: who let money go',
  payout_batches: 'for good: money',
  payouts: 'for good: money',
  reconciliations: 'for good: which days were compared',
  test_cards: 'for good: the demo has some',
};

/** What they say of people. Payers are members' ids, and cards are tokens with four digits; payees are shops. */
export const SETTLEMENT_PERSONAL: Personal = {
  account_proposals: { columns: 'account_sealed', until: 'it was decided' },
  acquirer_movements: { columns: 'reference', until: 'for good: the acquirer’s own name of a movement' },
  bank_files: {
    columns: 'name body_sealed',
    until: 'for good: payments to shops, sealed; the name is our own',
  },
  payee_accounts: { columns: 'holder_sealed number_sealed', until: 'for good: accounts of shops, sealed' },
};
