import type { Personal, Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const MANAGEMENT_RETENTION: Retention = {
  certificate_uses: 'for good: money',
  closed_members: 'while the law has it kept (`forget_at`, `EVIDENCE_KEPT_DAYS` after an account was closed)',
  compared_days: 'for good: when each day’s books were compared, and what differed',
  consents: 'for good: what members agreed to, and when',
  contact_codes: '1 days: after they have expired',
  dispute_lists: 'for good: how far each list was read',
  disputed_gifts: 'for good: money',
  disputes: 'for good: money',
  doubtful_notices: 'for good: where a shop and our books disagree',
  doubtful_notices_taken: 'for good: what staff made of them',
  group_lines: 'for good: which gifts were bought together',
  kept_people:
    '30 days: once no gift says any more whom its buyer noted; all of a buyer’s when the account is closed',
  known_places: '180 days: as long as the cookie of a device',
  member_request_codes: 'while their request is kept',
  member_requests: '1 days: after they have expired',
  member_sessions: '30 days: so that their owners see them for a while after they end',
  members:
    '7 days: sign-ups that nobody completed; members until they close their account, which leaves no name',
  message_parts: 'for good: whether somebody was told; no text',
  messages: 'for good: that somebody was told; the text is deleted once it is sent (`forget_at`)',
  offer_links: 'for good: which links were given out; digests only',
  open_payouts: 'while a payout is being made',
  order_events_before: 'for good: the story of a gift, with evidence, from before the journal',
  order_groups: 'for good: money',
  orders: 'for good: money',
  passkey_challenges: '0 days: after they have expired',
  passkeys: 'for good: which key was there when',
  payment_methods: 'for good: what was paid with; token, brand and last four digits',
  payout_parts: 'for good: money',
  payouts: 'for good: money',
  phones_not_told_of_uses: 'while its owner does not want to be told',
  recipient_corrections: 'for good: that a gift went to somebody else',
  recipient_locales: 'while a gift is for them, or was not long ago; or they have an account',
  restored_payouts: 'for good: money',
  shop_commissions_before: 'for good: terms that were agreed',
  shops: 'for good: contracts',
  taken_windows: 'for good: what shops said of what they sell',
  telephone_invitations: 'for good: that staff invited somebody',
  text_dialogues:
    '365 days: a conversation by text, as `PEOPLE_KEPT_DAYS` sets it; while its owner does not want texts, for good',
  uncalled_phones: 'for good: who does not want to be called',
  verification_codes: '1 days: after they have expired',
  voice_call_messages: 'for good: what was said in a call',
  voice_calls: 'for good: what was decided in a call',
  voice_dial_outcomes: 'for good: what came of each call',
  voice_dials: 'for good: about what somebody was called',
  voice_lines: 'for good: the lines there are',
  voice_seats: 'for good: the seats there are',
  voice_tellings: 'for good: what was heard to its end',
  window_reads: 'for good: one row for each shop',
  wordings: 'for good: what people were told, and in which words',
};

/** What they say of people. */
export const MANAGEMENT_PERSONAL: Personal = {
  certificate_uses: { columns: 'store_name', until: 'for good: of a place' },
  closed_members: { columns: 'identity_sealed', until: 'EVIDENCE_KEPT_DAYS after the account was closed' },
  contact_codes: { columns: 'phone subject', until: 'a day after it expired' },
  group_lines: { columns: 'address name', until: 'PEOPLE_KEPT_DAYS after the gift was over' },
  kept_people: {
    columns: 'address birth_month birth_day',
    until:
      'the buyer deletes it or closes the account, or PEOPLE_KEPT_DAYS after the last gift for them was over',
  },
  member_request_codes: { columns: 'contact', until: 'a day after the request expired' },
  member_sessions: { columns: 'browser area', until: '30 days after it expired' },
  members: {
    columns: 'name email mobile landline',
    until: 'the account is closed; the name until no gift of theirs waits',
  },
  messages: {
    columns: 'address fallback_address vars vars_sealed',
    until: 'PEOPLE_KEPT_DAYS after it was planned; the text until it was sent',
  },
  order_events_before: {
    columns: 'detail',
    until: 'for good: what happened to a gift; it names places and nobody',
  },
  orders: {
    columns: 'recipient_name recipient_phone recipient_email accepted_phone message refusal_word',
    until: 'PEOPLE_KEPT_DAYS after the gift was over',
  },
  passkeys: { columns: 'name', until: 'the account is closed' },
  phones_not_told_of_uses: { columns: 'phone', until: 'its owner wants to be told' },
  recipient_corrections: { columns: 'name phone email', until: 'PEOPLE_KEPT_DAYS after the gift was over' },
  recipient_locales: {
    columns: 'address',
    until: 'PEOPLE_KEPT_DAYS after the last gift for it was over, or it was chosen without one',
  },
  restored_payouts: { columns: 'body', until: 'for good: money, asked for; it names nobody' },
  shops: { columns: 'name_ko name_en', until: 'for good: of a business' },
  telephone_invitations: { columns: 'phone name', until: 'PEOPLE_KEPT_DAYS after it expired' },
  text_dialogues: {
    columns: 'phone state',
    until:
      'PEOPLE_KEPT_DAYS after the last text; for good where its owner stopped texts before opt-outs had a table',
  },
  uncalled_phones: { columns: 'phone', until: 'its owner wants to be called' },
  verification_codes: { columns: 'new_address', until: 'a day after it expired' },
  voice_calls: { columns: 'phone state turn', until: 'PEOPLE_KEPT_DAYS after the call' },
  voice_dials: { columns: 'phone', until: 'PEOPLE_KEPT_DAYS after the call was planned' },
};
