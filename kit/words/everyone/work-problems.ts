import type { ProblemCode } from '../../http/statuses.ts';

/** Refusals that only a program, or somebody who works here, meets: they are in Korean and English. */
export const WORK_PROBLEMS = [
  // A request that none of our pages makes
  ...[
    'json_member_repeated',
    'encoding_invalid',
    'unsupported_media_type',
    'method_not_allowed',
    'body_not_json',
  ],
  ...['idempotency_key_missing', 'idempotency_key_invalid', 'idempotency_key_reused', 'period_not_kept'],
  // Between servers
  ...[
    'signature_missing',
    'signature_invalid',
    'signature_stale',
    'signature_replayed',
    'content_digest_mismatch',
  ],
  ...[
    'caller_not_permitted',
    'notice_out_of_order',
    'batch_number_reused',
    'epoch_passed',
    'expiry_mismatch',
  ],
  ...['sealed_code_unreadable', 'sealed_card_unreadable', 'sealed_pin_unreadable', 'certificate_exists'],
  ...['sealed_account_unreadable', 'account_proposal_not_found', 'from_before_restore'],
  // Staff, clerks, operators
  ...['second_factor_wrong', 'second_factor_required', 'second_factor_code_invalid', 'second_factor_last'],
  ...[
    'terminal_permit_invalid',
    'login_invalid',
    'reset_link_expired',
    'not_for_oneself',
    'other_admin_needed',
    'views_limit',
  ],
  ...['address_range_invalid', 'import_refused', 'other_person_needed', 'line_number_unset'],
  ...['capture_exceeds_authorisation', 'refund_exceeds_payment', 'payout_exceeds_funds', 'payout_not_found'],
  ...['bank_account_invalid', 'bank_account_not_found', 'bank_not_found', 'bank_file_not_found'],
  ...[
    'bank_file_unreadable',
    'redemption_not_found',
    'hold_not_found',
    'already_reversed',
    'reversal_not_allowed',
  ],
  ...['terminal_unknown', 'enrolment_code_wrong', 'shop_exists', 'shop_terms_invalid', 'party_unknown'],
  ...['clerk_not_found', 'clerk_required', 'clerk_pin_wrong', 'clerk_pin_is_first', 'document_name_differs'],
  ...['outcome_unknown', 'badge_unknown', 'second_person_needed', 'second_person_same'],
  // Whoever publishes for a business
  ...['changed_meanwhile', 'picture_invalid', 'picture_unknown', 'colour_unreadable'],
  ...['wording_variable_unknown', 'wording_variable_missing'],
] as const satisfies readonly ProblemCode[];

/** Refusals that a recipient or a buyer reads. */
export type PersonProblem = Exclude<ProblemCode, (typeof WORK_PROBLEMS)[number]>;
