import type { Personal, Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const SHOP_RETENTION: Retention = {
  account_changes: 'for good: where our money was sent, and who acknowledged it',
  certificate_balances: 'for good: money',
  certificate_entries_before: 'for good: money',
  certificate_extensions: 'for good: what a certificate is worth until when',
  certificates: 'for good: money',
  checkouts: 'for good: what was paid in the web shop',
  clerk_openings: 'for good: what clerks did on the record',
  clerk_sessions: '365 days: who stood at which till when; `PEOPLE_KEPT_DAYS` sets it',
  clerks: 'for good: who did what; they leave with a date',
  guessed_phones: 'while its holders are to be told',
  hand_overs: 'for good: that a certificate was handed on',
  holds: 'for good: money that was set aside',
  issues_before: 'for good: what was printed',
  member_lookups: 'for good: that another server asked for a name',
  member_registrations: '1 days: after they have expired',
  member_sessions: '30 days: so that their owners see them for a while after they end',
  members: 'for good: nothing but a number after they leave',
  messages: '180 days: whom we told something and whether it arrived; `MESSAGES_KEPT_DAYS` sets it',
  opening_tallies: 'while an alarm compares with it (`watchSpraying`)',
  payment_relays: 'for good: money',
  phone_codes: '1 days: after they have expired',
  recipient_corrections: 'for good: that a certificate went to somebody else',
  redemptions_before: 'for good: money',
  reversals_before: 'for good: money',
  spraying_alarms: 'for good: when PINs were guessed at',
  stores: 'for good: places',
  terminal_challenges: '0 days: after they have expired',
  terminal_enrolments: 'for good: one a terminal',
  terminal_sessions: '30 days: so that a terminal can be followed for a while',
  terminals: 'for good: where it happened',
  verifications: '1 days: after they have expired',
  verified_certificates: 'while their verification is kept',
};

/** What they say of people. */
export const SHOP_PERSONAL: Personal = {
  certificates: {
    columns: 'buyer_name recipient_name recipient_phone recipient_email holder_name phone',
    until: 'PEOPLE_KEPT_DAYS after nothing was left of it',
  },
  clerk_openings: { columns: 'phone', until: 'PEOPLE_KEPT_DAYS after it was opened' },
  clerks: { columns: 'name', until: 'for good: people who work here' },
  guessed_phones: { columns: 'phone', until: 'its owner was told' },
  hand_overs: {
    columns: 'from_phone to_phone',
    until: 'PEOPLE_KEPT_DAYS after nothing was left of the certificate',
  },
  member_lookups: {
    columns: 'phone',
    until: 'PEOPLE_KEPT_DAYS after it was asked for, with the signed request',
  },
  member_registrations: { columns: 'name phone email', until: 'a day after it expired' },
  members: { columns: 'name phone email', until: 'they leave' },
  messages: { columns: 'phone text content_sealed', until: 'MESSAGES_KEPT_DAYS; the text until it was sent' },
  phone_codes: { columns: 'phone subject', until: 'a day after it expired' },
  recipient_corrections: {
    columns: 'before_name before_phone before_email',
    until: 'PEOPLE_KEPT_DAYS after nothing was left of the certificate',
  },
  stores: { columns: 'name_ko name_en address address_en phone', until: 'for good: of a place' },
  terminals: { columns: 'name', until: 'for good: of a till' },
  verifications: { columns: 'phone', until: 'a day after it expired' },
};
