/** The HTTP status of every refusal code. Its wording is in `kit/words` under the same code. */
export const STATUSES = {
  // The request itself
  validation_failed: 400,
  body_not_json: 400,
  json_member_repeated: 400,
  encoding_invalid: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  not_found: 404,
  method_not_allowed: 405,
  rate_limited: 429,
  internal_error: 500,
  service_unavailable: 503,
  // Idempotency
  idempotency_key_missing: 400,
  idempotency_key_invalid: 400,
  idempotency_key_reused: 422,
  request_in_progress: 409,
  // Authentication
  unauthenticated: 401,
  session_expired: 401,
  credentials_wrong: 401,
  passkey_wrong: 401,
  account_locked: 423,
  forbidden: 403,
  // Between servers
  signature_missing: 401,
  signature_invalid: 401,
  signature_stale: 401,
  signature_replayed: 401,
  content_digest_mismatch: 401,
  caller_not_permitted: 403,
  notice_out_of_order: 409,
  batch_number_reused: 409,
  // Input
  phone_number_invalid: 422,
  email_invalid: 422,
  amount_out_of_range: 422,
  currency_unsupported: 422,
  pin_wrong_length: 422,
  pin_not_digits: 422,
  pin_sequence: 422,
  pin_repeated: 422,
  pin_contains_phone: 422,
  pin_common: 422,
  wrong_state: 409,
  import_refused: 422,
  // Members
  member_not_found: 404,
  member_exists: 409,
  member_left: 410,
  password_too_weak: 422,
  passkey_invalid: 422,
  verification_code_wrong: 422,
  verification_code_expired: 410,
  // Payment
  payment_declined: 402,
  payment_not_found: 404,
  payment_method_not_found: 404,
  payment_method_expired: 410,
  payment_unknown: 503,
  payment_action_required: 402,
  authorisation_expired: 410,
  capture_exceeds_authorisation: 422,
  refund_exceeds_payment: 422,
  payout_exceeds_funds: 422,
  // Orders and offers
  order_not_found: 404,
  delivery_date_out_of_range: 422,
  recipient_unknown: 422,
  read_back_limit: 429,
  recipient_changed: 409,
  // Several recipients, one payment
  group_not_found: 404,
  share_of_group: 409,
  recipient_list_invalid: 422,
  recipient_list_too_long: 422,
  line_not_understood: 422,
  recipient_name_missing: 422,
  recipient_twice: 422,
  offer_not_found: 404,
  offer_expired: 410,
  already_accepted: 409,
  already_refused: 409,
  cancellation_not_allowed: 409,
  refund_period_over: 409,
  certificate_used: 409,
  certificate_handed_over: 409,
  // Certificates
  certificate_not_found: 404,
  certificate_exists: 409,
  pin_or_phone_wrong: 401,
  certificate_locked: 423,
  certificate_not_active: 409,
  insufficient_balance: 422,
  verification_expired: 401,
  redemption_not_found: 404,
  hold_not_found: 404,
  hold_expired: 410,
  already_reversed: 409,
  reversal_not_allowed: 409,
  sealed_pin_unreadable: 422,
  extension_not_allowed: 409,
  hand_over_not_allowed: 409,
  hand_over_not_found: 404,
  // Shops, stores, terminals
  terminal_unknown: 401,
  enrolment_code_wrong: 422,
  shop_not_found: 404,
  shop_exists: 409,
  shop_terms_invalid: 422,
  party_unknown: 422,
  store_not_found: 404,
} as const satisfies Record<string, number>;

/**
 * Refusals of a request that the server can't read. They depend on the server's version and decide nothing: a newer one
 * may accept the request, and an earlier attempt may have been accepted.
 */
export const UNREADABLE: ReadonlySet<string> = new Set<ProblemCode>([
  'validation_failed',
  'body_not_json',
  'json_member_repeated',
  'encoding_invalid',
  'body_too_large',
  'unsupported_media_type',
  'not_found',
  'method_not_allowed',
  'idempotency_key_missing',
  'idempotency_key_invalid',
]);

export type ProblemCode = keyof typeof STATUSES;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(STATUSES, code);
}
