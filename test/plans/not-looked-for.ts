/**
 * Foreign keys without an index, as `table (columns)`, by the reason. What they refer to is never deleted, so no delete looks
 * for them; an index that nobody uses would cost every insert.
 */
const BY_REASON = {
  'From an event to the message that proves it, never back.': [
    'acquirer_requests (evidence_id)',
    'calls (evidence_id)',
    'certificates (accepted_evidence_id)',
    'certificates (cancelled_evidence_id)',
    'certificates (registered_evidence_id)',
    'disputes (evidence_id)',
    'inbox (evidence_id)',
    'inbox_batches (evidence_id)',
    'journal_ranges (evidence_id)',
    'member_lookups (evidence_id)',
    'notice_batches (evidence_id)',
    'order_events_before (call_id)',
    'order_events_before (evidence_id)',
    'payment_events_before (evidence_id)',
    'payment_method_setups (evidence_id)',
    'payment_methods (evidence_id)',
    'payment_relays (evidence_id)',
    'payouts (evidence_id)',
    'recipient_corrections (evidence_id)',
    'signed_messages (keyid)',
  ],
  'From a payment, or a refund, to its transfer, never back; books are read by account.': [
    'acquirer_requests (hold_transfer_id)',
    'payments (hold_transfer_id)',
  ],
  'Who did it, or where, is shown beside it; nobody lists what somebody did.': [
    'clerk_openings (clerk_id)',
    'clerk_openings (terminal_id)',
    'differences (dismissed_by)',
    'holds (terminal_id)',
    'issues_before (terminal_id)',
    'reconciliations (staff_id)',
    'redemptions_before (clerk_id)',
    'redemptions_before (terminal_id)',
    'reversals_before (clerk_id)',
    'reversals_before (staff_id)',
    'reversals_before (terminal_id)',
    'service_accounts (made_by)',
    'service_tokens (made_by)',
    'staff_resets (made_by)',
    'telephone_invitations (staff_id)',
    'terminals (store_id)',
    'verifications (terminal_id)',
  ],
  'Found by the payment, and joined to the card.': ['payments (payment_method_id)'],
  'Found by the challenge, and forgotten by its expiry.': [
    'passkey_challenges (member_id)',
    'staff_passkey_challenges (staff_id)',
    'terminal_challenges (terminal_id)',
  ],
  'Written down, and read by nobody but an auditor.': ['certificate_extensions (certificate_id)'],
};

export const NOT_LOOKED_FOR: ReadonlySet<string> = new Set(Object.values(BY_REASON).flat());
