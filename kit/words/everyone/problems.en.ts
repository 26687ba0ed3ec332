import type { ProblemCode } from '../../http/statuses.ts';

/** Title and detail of every problem document. One line a code; the compiler asks for the lines of a new code. */
export const problemsEn = {
  // The request itself
  validation_failed: ['Invalid request', 'Some members are missing, unknown or malformed; see errors.'],
  body_not_json: ['Body is not JSON', 'Send the body as JSON (RFC 8259).'],
  json_member_repeated: [
    'A member occurs twice',
    'One object gives the same member two values. Send it once.',
  ],
  encoding_invalid: ['Invalid encoding', 'Send text as UTF-8 without NUL characters or lone surrogates.'],
  body_too_large: ['Body too large', 'The body is larger than this address accepts.'],
  unsupported_media_type: [
    'Unsupported content type',
    'Send the body with a content type that this address accepts.',
  ],
  not_found: ['Not found', 'There is nothing at this address.'],
  method_not_allowed: ['Method not allowed', 'This address does not answer to this method.'],
  rate_limited: ['Too many requests', 'Wait a while before you try again.'],
  internal_error: [
    'Something went wrong',
    'The fault is ours. Try again, and tell us the trace id if it stays.',
  ],
  service_unavailable: ['Not available right now', 'The service is busy or starting. Try again in a moment.'],
  // Idempotency
  idempotency_key_missing: [
    'Idempotency-Key missing',
    'Every request that changes something needs an Idempotency-Key header.',
  ],
  idempotency_key_invalid: [
    'Idempotency-Key invalid',
    'Use 1 to 255 visible ASCII characters, a UUID for example.',
  ],
  idempotency_key_reused: [
    'Idempotency-Key reused',
    'This key was used with another request. Use a new key.',
  ],
  request_in_progress: ['Request in progress', 'The same thing is being worked on. Try again in a moment.'],
  // Who asks
  unauthenticated: ['Not signed in', 'Sign in first.'],
  session_expired: ['Session expired', 'Sign in again.'],
  credentials_wrong: ['Sign-in failed', 'The member number, e-mail address, password or PIN is wrong.'],
  passkey_wrong: [
    'Sign-in failed',
    'This passkey does not open an account. Try again, or use your password.',
  ],
  account_locked: ['Account locked', 'Sign-in failed too often. Wait, or reset your password.'],
  forbidden: ['Not permitted', 'You are not permitted to do this.'],
  // Between servers
  signature_missing: ['Signature missing', 'Sign the request with HTTP Message Signatures (RFC 9421).'],
  signature_invalid: [
    'Signature invalid',
    'The signature does not match the request, or its key is not known or not valid.',
  ],
  signature_stale: [
    'Signature too old',
    'The signature was made too long ago, or in the future. Check your clock.',
  ],
  signature_replayed: ['Signature replayed', 'A request with this nonce has arrived before.'],
  content_digest_mismatch: ['Body altered', 'The body does not match its Content-Digest (RFC 9530).'],
  caller_not_permitted: ['Caller not permitted', 'This server does not take such requests from you.'],
  notice_out_of_order: ['Notices out of order', 'An earlier batch of notices has not arrived yet.'],
  batch_number_reused: [
    'Batch number used before',
    'Another batch of notices was taken under this number. Nothing of this one was taken.',
  ],
  // What was said
  phone_number_invalid: ['Invalid phone number', 'This is no phone number. Check its digits.'],
  email_invalid: ['Invalid e-mail address', 'This is no e-mail address. Check how it is written.'],
  amount_out_of_range: ['Amount out of range', 'The amount is smaller or larger than allowed.'],
  currency_unsupported: ['Currency not supported', 'This currency is not accepted here.'],
  pin_wrong_length: ['Wrong number of digits', 'The PIN has too few or too many digits.'],
  pin_not_digits: ['Digits only', 'A PIN consists of digits only.'],
  pin_sequence: ['PIN too easy', 'A PIN must not be a sequence such as 123456.'],
  pin_repeated: ['PIN too easy', 'A PIN must not repeat itself, as 111111 and 121212 do.'],
  pin_contains_phone: ['PIN too easy', 'A PIN must not contain digits of the phone number.'],
  pin_common: ['PIN too easy', 'Too many people use this PIN. Choose another.'],
  wrong_state: ['Not possible now', 'This cannot be done in the present state.'],
  import_refused: [
    'Nothing was imported',
    'Some lines of the file are wrong; see errors. Correct them and send the whole file again.',
  ],
  // Members
  member_not_found: ['Member not found', 'There is no such member.'],
  member_exists: ['Already a member', 'There is a member with this phone number or e-mail address already.'],
  member_left: ['Member left', 'The member with this number has left; who joins again gets a new number.'],
  password_too_weak: [
    'Password too weak',
    'Use 10 to 200 characters, not a common password and not your e-mail address.',
  ],
  passkey_invalid: ['Passkey not made', 'The passkey could not be made. Please begin again.'],
  verification_code_wrong: ['Wrong code', 'The code is not the one that was sent.'],
  verification_code_expired: ['Code expired', 'The code is no longer valid. Ask for a new one.'],
  // Payment
  payment_declined: [
    'Payment declined',
    'The payment was declined and nothing was charged. Use another payment method.',
  ],
  payment_not_found: ['Payment not found', 'There is no such payment.'],
  payment_method_not_found: ['Payment method not found', 'There is no such payment method.'],
  payment_method_expired: ['Payment method expired', 'This payment method has expired. Use another.'],
  payment_unknown: [
    'Payment not yet known',
    'The payment server has not answered. We keep asking; do not pay again.',
  ],
  payment_action_required: ['Confirmation needed', 'Your card company asks you to confirm this payment.'],
  authorisation_expired: [
    'Authorisation expired',
    'The authorised payment has expired and nothing was charged. Start again.',
  ],
  capture_exceeds_authorisation: ['Capture too large', 'More cannot be captured than was authorised.'],
  refund_exceeds_payment: ['Refund too large', 'More cannot be refunded than was paid and not yet refunded.'],
  payout_exceeds_funds: ['Payout too large', 'More cannot be paid out than is held for it.'],
  // Orders and offers
  order_not_found: ['Order not found', 'There is no such order.'],
  delivery_date_out_of_range: ['Day of delivery out of range', 'Choose a moment within the next 365 days.'],
  recipient_unknown: ['Recipient not found', 'Nobody was found for this number. Check it and try again.'],
  read_back_limit: [
    'Too many look-ups today',
    'No more recipients can be looked up today. Try again tomorrow.',
  ],
  recipient_changed: [
    'Another name was read back since',
    'The recipient was named anew. Look at the name that was read back last, then confirm that one.',
  ],
  group_not_found: ['Gifts not found', 'There are no such gifts.'],
  share_of_group: [
    'One of several gifts',
    'This gift is paid for together with others. Confirm or leave it out with them.',
  ],
  recipient_list_invalid: [
    'Something is wrong in the list',
    'Look at the lines that are marked, then try again.',
  ],
  recipient_list_too_long: [
    'List too long',
    'A list may have up to 200 people. Send the others with another list.',
  ],
  line_not_understood: ['Line not understood', 'There is no phone number or mail address in this line.'],
  recipient_name_missing: ['Name missing', 'Write the name beside the mail address.'],
  recipient_twice: ['There twice', 'This number or address stands in the list before.'],
  offer_not_found: ['Gift not found', 'There is no such gift.'],
  offer_expired: ['Too late', 'The time to accept this gift is over, and the sender is refunded.'],
  already_accepted: ['Already accepted', 'This gift has been accepted already.'],
  already_refused: ['Already refused', 'This gift has been refused, and the sender is refunded.'],
  cancellation_not_allowed: ['Cannot be cancelled', 'This gift can no longer be cancelled.'],
  refund_period_over: ['Too late for a refund', 'The time in which this gift can be refunded is over.'],
  certificate_used: [
    'Already used',
    'Some of this certificate was used, or a sale with it is under way, so it cannot be refunded.',
  ],
  certificate_handed_over: [
    'Handed over',
    'The recipient handed this certificate over to somebody else, so it cannot be refunded.',
  ],
  // Certificates
  certificate_not_found: ['Certificate not found', 'There is no such certificate.'],
  certificate_exists: ['Certificate exists', 'This certificate is registered already.'],
  pin_or_phone_wrong: [
    'Phone number or PIN wrong',
    'No certificate was found for this phone number and PIN.',
  ],
  certificate_locked: [
    'Certificate locked',
    'The PIN was wrong too often. The recipient can unlock it by a code sent to their phone.',
  ],
  certificate_not_active: [
    'Certificate not usable',
    'This certificate is not accepted yet, or is no longer valid.',
  ],
  insufficient_balance: ['Balance too small', 'The balance is smaller than the amount.'],
  verification_expired: ['Verification expired', 'Key in phone number and PIN again.'],
  redemption_not_found: ['Use not found', 'There is no such use of a certificate.'],
  hold_not_found: ['Hold not found', 'There is no such hold.'],
  hold_expired: ['Hold expired', 'The amount is no longer held. Start again.'],
  already_reversed: ['Already reversed', 'This use has been reversed already.'],
  reversal_not_allowed: ['Cannot be reversed', 'This use can no longer be reversed, or not from here.'],
  sealed_pin_unreadable: [
    'Sealed PIN unreadable',
    'The sealed PIN is not one for this shop server and this certificate.',
  ],
  extension_not_allowed: [
    'Cannot be prolonged',
    'A certificate can be prolonged up to five years from its purchase.',
  ],
  hand_over_not_allowed: [
    'Cannot be handed over',
    'A certificate can not be handed over to your own number, with nothing left, or while a payment is under way.',
  ],
  hand_over_not_found: [
    'Nothing to take over',
    'No certificate was handed over to this number, or the time to take it has passed.',
  ],
  // Places
  terminal_unknown: ['Terminal unknown', 'This terminal is not enrolled or has been blocked.'],
  enrolment_code_wrong: ['Wrong enrolment code', 'The enrolment code is wrong, used or expired.'],
  shop_exists: ['Shop exists', 'There is a shop with this id already.'],
  shop_terms_invalid: [
    'Terms do not fit together',
    'The terms contradict each other: amounts offered must lie between the least and the most, and the reminder must come before the deadline.',
  ],
  party_unknown: ['Unknown shop server', 'No shop server that is permitted here signs with this name.'],
  shop_not_found: ['Shop not found', 'There is no such shop.'],
  store_not_found: ['Store not found', 'There is no such store.'],
} as const satisfies Record<ProblemCode, readonly [title: string, detail: string]>;
