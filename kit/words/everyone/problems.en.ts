import type { ProblemCode } from '../../http/statuses.ts';

/** Title and detail of every problem document. One line a code; the compiler asks for the lines of a new code. */
export const problemsEn = {
  // The request itself
  validation_failed: ['Invalid request', 'Some fields are missing, unknown or malformed; see errors.'],
  body_not_json: ['Body is not JSON', 'Send the body as JSON (RFC 8259).'],
  json_member_repeated: [
    'Repeated field',
    'An object contains the same field twice with different values. Send it once.',
  ],
  encoding_invalid: ['Invalid encoding', 'Send text as UTF-8, without NUL characters or lone surrogates.'],
  body_too_large: ['Body too large', 'The body is larger than this endpoint accepts.'],
  unsupported_media_type: [
    'Unsupported content type',
    'Send the body with a content type this endpoint accepts.',
  ],
  not_found: ['Not found', 'There is nothing at this address.'],
  method_not_allowed: ['Method not allowed', 'This endpoint does not support this method.'],
  rate_limited: ['Too many requests', 'Slow down, and try again in a moment.'],
  internal_error: [
    'Something went wrong',
    'This is a problem on our side. Try again; if it keeps happening, send us the trace_id.',
  ],
  restoring: [
    'Being restored',
    'This server was restored from a backup and is fetching what happened since. Nothing was done. Try again in a moment.',
  ],
  service_unavailable: [
    'Temporarily unavailable',
    'The service is busy or starting up. Try again in a moment.',
  ],
  outcome_unknown: [
    'No answer yet',
    'The gift operator hasn’t answered, so this may or may not have been done. Try again: it is never done twice.',
  ],
  // Idempotency
  idempotency_key_missing: [
    'Idempotency-Key missing',
    'Every request that changes something needs an Idempotency-Key header.',
  ],
  idempotency_key_invalid: [
    'Idempotency-Key invalid',
    'Use 1 to 255 visible ASCII characters, such as a UUID.',
  ],
  idempotency_key_reused: [
    'Idempotency-Key reused',
    'This key was already used for a different request. Use a new key.',
  ],
  request_in_progress: [
    'Request in progress',
    'The same request is still being processed. Try again in a moment.',
  ],
  // Who asks
  unauthenticated: ['Not logged in', 'Log in first.'],
  session_expired: ['Session expired', 'Log in again.'],
  credentials_wrong: ['Login failed', 'The member number, email address, password or PIN is wrong.'],
  second_factor_wrong: ['Wrong code', 'This code is wrong or was used before. Wait for the next one.'],
  second_factor_required: [
    'Second factor needed',
    'Complete the log-in with a code or a passkey, or add a second factor first.',
  ],
  passkey_wrong: ['Login failed', 'This passkey doesn’t match an account. Try again, or use your password.'],
  terminal_permit_invalid: [
    'Terminal not recognised',
    'The shop’s permit for this terminal is missing or too old. Get a new one.',
  ],
  proof_required: ['Confirm it’s you', 'Enter your password or use a passkey first. Then try again.'],
  forbidden: ['Not permitted', 'You don’t have permission to do this.'],
  // Between servers
  signature_missing: ['Signature missing', 'Sign the request with HTTP Message Signatures (RFC 9421).'],
  signature_invalid: [
    'Signature invalid',
    'The signature does not match the request, or its key is unknown or not valid.',
  ],
  signature_stale: [
    'Signature expired',
    'The signature was created too long ago or in the future. Check your clock.',
  ],
  signature_replayed: ['Signature replayed', 'A request with this nonce has already been received.'],
  content_digest_mismatch: ['Body altered', 'The body does not match its Content-Digest (RFC 9530).'],
  caller_not_permitted: ['Caller not permitted', 'This server does not accept such requests from you.'],
  notice_out_of_order: ['Notices out of order', 'An earlier batch of notices has not arrived yet.'],
  batch_number_reused: [
    'Batch number reused',
    'A different batch of notices was already received under this number. Nothing in this one was accepted.',
  ],
  epoch_passed: [
    'Sent by an old copy',
    'This server has already reported in a later epoch: the copy that sent this was restored from a backup and does not know what was reported since. Nothing in this one was accepted.',
  ],
  // What was said
  name_invalid: ['Not a name', 'Enter a name only: no links, phone numbers or line breaks.'],
  message_invalid: ['Message not accepted', 'Use plain text of up to 200 characters.'],
  message_has_link: [
    'No links',
    'Messages can’t contain links or email addresses. Take them out and try again.',
  ],
  amount_invalid: ['Amount not understood', 'Enter an amount such as 50,000.'],
  date_invalid: ['Invalid date', 'Enter a date with its year first, such as 2027-01-31.'],
  code_not_digits: ['Not a code', 'Enter the 6 digits of the code.'],
  member_number_invalid: ['Invalid member number', 'Check the 10 digits of the member number and try again.'],
  certificate_number_invalid: [
    'Invalid certificate number',
    'Check the 16 digits of the certificate number and try again.',
  ],
  phone_number_invalid: ['Invalid phone number', 'Check the phone number and try again.'],
  country_not_served: [
    'Country not supported',
    'We can’t text numbers of this country. Use another mobile number.',
  ],
  phone_takes_no_texts: [
    'No texts to this number',
    'This number doesn’t receive text messages. Choose another way.',
  ],
  email_invalid: ['Invalid email address', 'Check the email address and try again.'],
  amount_out_of_range: ['Amount out of range', 'The amount is below the minimum or above the maximum.'],
  currency_unsupported: ['Currency not supported', 'This currency is not accepted here.'],
  pin_wrong_length: ['Wrong number of digits', 'The PIN has too few or too many digits.'],
  pin_not_digits: ['Digits only', 'Use digits only for your PIN.'],
  pin_sequence: ['PIN too easy', 'A PIN can’t be a sequence such as 123456.'],
  pin_repeated: ['PIN too easy', 'A PIN can’t repeat itself, like 111111 or 121212.'],
  pin_contains_phone: ['PIN too easy', 'A PIN can’t contain part of your phone number.'],
  pin_common: ['PIN too easy', 'Many people use this PIN, or it is a date, like a birthday. Choose another.'],
  period_not_kept: [
    'No longer kept',
    'Records this old are not kept in detail any more. Choose a later period.',
  ],
  wrong_state: ['Not possible now', 'This can’t be done in the current state.'],
  import_refused: [
    'Import failed',
    'Nothing was imported because some lines are invalid; see errors. Correct them and send the whole file again.',
  ],
  // Members
  member_not_found: ['Member not found', 'There is no such member.'],
  member_exists: ['Already a member', 'A member with this phone number or email address already exists.'],
  member_left: [
    'Former member',
    'This member number belongs to someone who has left. They get a new number if they join again.',
  ],
  password_too_weak: [
    'Password too weak',
    'Use 10 to 200 characters. Don’t use a common password or your email address.',
  ],
  login_invalid: ['Invalid login', 'Use 3 to 64 lowercase letters, digits, dots, underscores and hyphens.'],
  second_factor_code_invalid: [
    'Invalid code',
    'Enter the six digits from your authenticator app, or a recovery code.',
  ],
  second_factor_last: [
    'Second factor needed',
    'Your role needs a second factor. Add another one before you remove this one.',
  ],
  reset_link_expired: [
    'Link no longer valid',
    'This link has been used, replaced, or has expired. Ask for a new one.',
  ],
  not_for_oneself: ['Not for yourself', 'Change your own password and second factor in “My account”.'],
  views_limit: ['Too many saved views', 'Delete a view of this list first. You can keep 100.'],
  other_admin_needed: [
    'Another administrator is needed',
    'You have just reset the other one of password and second factor. Ask another administrator, or wait 24 hours.',
  ],
  address_range_invalid: [
    'Invalid IP address',
    'Enter IP addresses or ranges such as 203.0.113.7 or 203.0.113.0/24, one per line.',
  ],
  passkey_invalid: ['Passkey not created', 'The passkey could not be created. Start again.'],
  verification_code_wrong: ['Wrong code', 'That isn’t the code we sent. Check it and try again.'],
  verification_code_expired: ['Code expired', 'This code has expired. Request a new one.'],
  contact_not_proved: [
    'Number not confirmed',
    'We need to confirm this phone number first. Request a code and enter it.',
  ],
  // Payment
  payment_declined: [
    'Payment declined',
    'The payment was declined and you have not been charged. Try another payment method.',
  ],
  payment_not_found: ['Payment not found', 'There is no such payment.'],
  payment_method_not_found: ['Payment method not found', 'There is no such payment method.'],
  payment_method_expired: ['Payment method expired', 'This payment method has expired. Use another one.'],
  payment_unknown: [
    'Payment pending',
    'The payment server has not answered yet. We keep checking; do not pay again.',
  ],
  payment_action_required: ['Confirmation required', 'Your bank asks you to confirm this payment.'],
  authorisation_expired: [
    'Authorisation expired',
    'The authorisation has expired and you have not been charged. Start again.',
  ],
  capture_exceeds_authorisation: ['Capture too large', 'You can’t capture more than was authorised.'],
  refund_exceeds_payment: [
    'Refund too large',
    'You can’t refund more than was captured and not yet refunded.',
  ],
  payout_exceeds_funds: ['Payout too large', 'You can’t pay out more than is held in trust.'],
  payout_not_found: ['Payout not found', 'There is no such payout.'],
  bank_account_invalid: [
    'Invalid bank account',
    'Check the IBAN, or the bank’s three-digit code and the account number.',
  ],
  bank_account_not_found: ['Bank account not found', 'There is no such bank account.'],
  account_proposal_not_found: ['Request not found', 'There is no such request to change a bank account.'],
  bank_not_found: ['Bank not found', 'There is no bank of this name that reports in files.'],
  bank_file_not_found: ['File not found', 'There is no such file for a bank.'],
  bank_file_unreadable: [
    'File can’t be read',
    'Upload the status report (pain.002) or the notification (camt.054) as the bank sent it.',
  ],
  other_person_needed: ['A second person is needed', 'Somebody else has to confirm this.'],
  from_before_restore: [
    'May be out of date',
    'This was entered before the server was restored from a backup. Refuse or withdraw it and have it entered again.',
  ],
  // Orders and offers
  order_not_found: ['Order not found', 'There is no such order.'],
  delivery_date_out_of_range: ['Delivery date out of range', 'Choose a time within the next 365 days.'],
  recipient_unknown: [
    'Recipient not found',
    'We couldn’t find anyone with this number. Check it and try again.',
  ],
  read_back_limit: [
    'Daily look-up limit reached',
    'You can’t look up more recipients today. Try again tomorrow.',
  ],
  strangers_limit: [
    'Too many new recipients',
    'Many of your gifts went to people who haven’t accepted one. You can send more once some are accepted, or contact us if you’re buying for many people.',
  ],
  birthday_invalid: ['No such day', 'Choose a month and a day that exist. A reminder needs a birthday.'],
  kept_people_limit: ['Too many people', 'You can keep notes on 100 people. Remove some first.'],
  recipient_changed: [
    'Recipient changed',
    'The recipient was changed in the meantime. Check the latest name, then confirm it.',
  ],
  line_number_unset: ['No phone number set', 'Letters say which number to call. Set VOICE_NUMBER first.'],
  group_not_found: ['Gifts not found', 'There are no such gifts.'],
  share_of_group: [
    'One of several gifts',
    'This gift is paid for together with others. Confirm it or leave it out there.',
  ],
  recipient_list_invalid: ['Check the list', 'Correct the highlighted lines, then try again.'],
  recipient_list_too_long: [
    'List too long',
    'A list can have up to 200 people. Send to the rest with another list.',
  ],
  line_not_understood: ['Line not understood', 'There is no phone number or email address on this line.'],
  line_ambiguous: [
    'More than one person',
    'This line has several numbers, and we can’t tell which name or amount goes with which. Put each person on their own line.',
  ],
  payment_method_elsewhere: [
    'Card can’t be used here',
    'This shop uses another payment provider. Add a card for it, or choose another one.',
  ],
  cash_not_here: [
    'Can’t pay in cash here',
    'You can pay in cash only at a terminal in one of the shop’s own stores, once you have logged in there.',
  ],
  recipient_name_missing: [
    'Name missing',
    'Enter the recipient’s name. We can’t look it up for this number or address.',
  ],
  name_not_confirmed: ['Name not confirmed', 'Confirm that the name on this gift is yours.'],
  number_recycled: [
    'Number has changed owners',
    'The mobile operator says that this number has a new owner. Ask the sender or the shop for help.',
  ],
  sim_changed: [
    'SIM changed recently',
    'The SIM of this number was changed recently. To keep your money safe, this has to wait a few days. If you need it sooner, contact the shop.',
  ],
  number_not_checked: [
    'Can’t check this number now',
    'We can’t check this number with the mobile operator right now. Try again later.',
  ],
  recipient_twice: ['Duplicate', 'This number or address is already in the list.'],
  offer_not_found: ['Gift not found', 'There is no such gift.'],
  offer_expired: ['Too late to accept', 'It is too late to accept this gift. The sender gets a refund.'],
  already_accepted: ['Already accepted', 'This gift has already been accepted.'],
  already_refused: ['Already refused', 'This gift has already been refused. The sender gets a refund.'],
  cancellation_not_allowed: ['Can’t be cancelled', 'This gift can no longer be cancelled.'],
  refund_period_over: ['Too late for a refund', 'The refund period for this gift has ended.'],
  certificate_used: [
    'Already used',
    'This certificate has been used, or a payment with it is in progress, so it can’t be refunded.',
  ],
  certificate_handed_over: [
    'Handed over',
    'The recipient handed this certificate over to someone else, so it can’t be refunded.',
  ],
  // Certificates
  certificate_not_found: ['Certificate not found', 'There is no such certificate.'],
  certificate_exists: ['Certificate exists', 'This certificate is already registered.'],
  certificate_frozen: [
    'Certificate frozen',
    'This certificate can’t be used for now: its payment is in dispute, or the shop has locked it. Please contact the person who gave it to you, or the shop.',
  ],
  certificate_expired: ['Certificate expired', 'This certificate is no longer valid.'],
  expiry_mismatch: [
    'Expiry doesn’t match',
    'The expiry is not the end of the term’s last day in this shop’s time zone.',
  ],
  pin_or_phone_wrong: [
    'Wrong phone number or PIN',
    'No certificate was found for this phone number and PIN.',
  ],
  certificate_locked: [
    'Certificate locked',
    'Too many wrong PINs were entered for this number here. Choose a new PIN with a code sent to the phone, or ask a member of staff to open it.',
  ],
  code_required: [
    'Code required',
    'For now this needs a code that we send to the phone, besides the PIN. In a store the PIN is enough.',
  ],
  code_limit_reached: [
    'No more codes for now',
    'Too many codes were requested for this number. Call the shop’s line from that phone, or ask a member of staff in a store.',
  ],
  certificate_not_active: [
    'Certificate not active',
    'This certificate hasn’t been accepted yet, or is no longer valid.',
  ],
  insufficient_balance: ['Insufficient balance', 'The balance is lower than the amount.'],
  verification_expired: ['Verification expired', 'Enter the phone number and PIN again.'],
  redemption_not_found: ['Redemption not found', 'There is no such redemption.'],
  hold_not_found: ['Hold not found', 'There is no such hold.'],
  hold_expired: ['Hold expired', 'This hold has expired and its amount was released. Start again.'],
  already_reversed: ['Already reversed', 'This redemption has already been reversed.'],
  reversal_not_allowed: ['Can’t be reversed', 'This redemption can no longer be reversed, or not from here.'],
  sealed_code_unreadable: [
    'Sealed code unreadable',
    'The sealed code can’t be opened. Get the current sealing key and seal a new code.',
  ],
  sealed_card_unreadable: [
    'Sealed card unreadable',
    'The sealed card can’t be opened. Get the current sealing key and seal it again.',
  ],
  sealed_account_unreadable: [
    'Sealed bank account unreadable',
    'The sealed bank account can’t be opened. Get the current sealing key and seal it again.',
  ],
  keyed_cards_not_taken: [
    'Cards by phone not accepted',
    'The payment provider doesn’t accept cards keyed on a phone. Add the card at a store terminal or on the website.',
  ],
  sealed_pin_unreadable: [
    'Sealed PIN unreadable',
    'The PIN was not sealed for this shop server and this certificate.',
  ],
  extension_not_allowed: [
    'Can’t be extended',
    'A certificate can be extended to at most five years from purchase.',
  ],
  hand_over_not_allowed: [
    'Can’t be handed over',
    'You can’t hand a certificate over to your own number, without a balance, or while a payment is in progress.',
  ],
  hand_over_not_found: [
    'Nothing to accept',
    'No certificate was handed over to this number, or it is too late to accept it.',
  ],
  // Places
  terminal_unknown: ['Unknown terminal', 'This terminal is not enrolled, or has been blocked.'],
  enrolment_code_wrong: ['Wrong enrolment code', 'The enrolment code is wrong, used or expired.'],
  shop_exists: ['Shop exists', 'A shop with this id already exists.'],
  shop_terms_invalid: [
    'Conflicting terms',
    'Suggested amounts must be between the minimum and the maximum, the reminder must come before the deadline, and the time zone must be one such as Asia/Seoul.',
  ],
  party_unknown: ['Unknown shop server', 'No permitted shop server signs with this name.'],
  shop_not_found: ['Shop not found', 'There is no such shop.'],
  store_not_found: ['Store not found', 'There is no such store.'],
  // Clerks at the tills
  clerk_not_found: ['Clerk not found', 'There is no such clerk, or they have left.'],
  clerk_required: ['Clerk not signed in', 'A clerk has to sign in at the till to do this.'],
  clerk_pin_wrong: [
    'Sign-in failed',
    'The clerk number or PIN is wrong, or the first PIN has expired. The shop office can make a new one.',
  ],
  clerk_pin_is_first: ['Choose your own PIN', 'The first PIN is only good for choosing one of your own.'],
  second_person_needed: [
    'Second clerk needed',
    'One clerk can’t reverse this much alone. A second clerk has to scan their badge or enter their PIN.',
  ],
  second_person_same: ['Same clerk', 'The second clerk has to be somebody else.'],
  document_name_differs: [
    'Different name',
    'The certificate is in another name than this document. Check the spelling, or use a code to the phone.',
  ],
  badge_unknown: ['Unknown badge', 'This badge doesn’t belong to anyone, or a newer one has replaced it.'],
  // What a business publishes
  changed_meanwhile: [
    'Changed in the meantime',
    'Somebody else has published a newer version. Look at it, and make your change again.',
  ],
  picture_invalid: ['Picture not accepted', 'Choose a PNG, JPEG or WebP picture of at most 1 MB.'],
  picture_unknown: ['Unknown picture', 'There is no such picture. Upload it first.'],
  colour_unreadable: [
    'Colour too pale',
    'White text on this colour would be hard to read. Choose a darker one.',
  ],
  wording_variable_unknown: [
    'Unknown variable',
    'One of the words in double braces isn’t a variable of this message. Insert one from the list.',
  ],
  wording_variable_missing: [
    'Variable missing',
    'Recipients need this variable, such as the link to their gift. Insert it from the list.',
  ],
  document_not_found: ['Not published', 'This document, or this version of it, has not been published.'],
  consent_required: [
    'Agreement needed',
    'Agree to the current terms of service and privacy policy to continue.',
  ],
} as const satisfies Record<ProblemCode, readonly [title: string, detail: string]>;
