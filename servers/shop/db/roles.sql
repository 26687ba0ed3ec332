-- History (entries, extensions, redemptions, reversals, issues, look-ups, relays) has neither UPDATE nor DELETE.
grant select, insert on stores, members, member_lookups, terminals, terminal_enrolments, terminal_sessions, certificates,
  certificate_balances, verifications, verified_certificates, holds,
  checkouts, phone_codes, messages, payment_relays, member_registrations, member_sessions,
  certificate_extensions, hand_overs, recipient_corrections, clerks, clerk_sessions to :runtime_role;
-- Views of the journal and of the tables from before it; only a process from before it inserts there.
grant select, insert on certificate_entries, redemptions, reversals, issues to :runtime_role;
grant select on certificate_entries_before, redemptions_before, reversals_before, issues_before, redemptions_by_id, redemptions_in_journal, certificate_movements to :runtime_role;
grant update (district, district_en, address, address_en, opening_hours, opening_hours_en, phone, map_url) on stores to :runtime_role;
grant update (name, phone, email, locale, left_at) on members to :runtime_role;
grant update (ended_at) on member_sessions to :runtime_role;
grant delete on verifications, member_sessions, terminal_sessions, member_registrations, phone_codes, messages to :runtime_role;
grant select, insert, delete, update on guessed_phones to :runtime_role;
grant select, insert, delete on opening_tallies to :runtime_role;
grant update (compared, wrong) on opening_tallies to :runtime_role;
grant select, insert on spraying_alarms, clerk_openings to :runtime_role;
grant select, insert on reversal_approvals, reversal_reasons, till_shifts to :runtime_role;
grant select, insert on cash_payments, cash_events to :runtime_role;
grant update (state, taken_at, returned_at) on cash_payments to :runtime_role;
grant update (ended_at) on spraying_alarms to :runtime_role;
grant select, insert on account_changes, shop_windows, wordings to :runtime_role;
grant select, insert, update (name_ko, name_en, currency, limit_min_minor, limit_max_minor, version, description_ko, description_en,
  usage_ko, usage_en, picture_id, amount_min_minor, amount_max_minor, suggested_minor, refused_version, refused_code, asked_at)
  on shown_shops to :runtime_role;
grant update (acknowledged_at, acknowledged_by) on account_changes to :runtime_role;
grant select, insert on account_proposals to :runtime_role;
grant update (state, since, reason, account_sealed, confirmed_by, confirmed_at, withdrawn_by, sent_at) on account_proposals to :runtime_role;
grant update (public_jwk, enrolled_at, blocked_at) on terminals to :runtime_role;
grant update (code_digest, expires_at, used_at) on terminal_enrolments to :runtime_role;
grant update (ended_at) on terminal_sessions to :runtime_role;
grant update (pin_digest, pin_key_version, first_pin_expires_at, badge_digest, badge_made_at, left_at) on clerks to :runtime_role;
grant update (used_at, ended_at) on clerk_sessions to :runtime_role;
grant select, insert, delete on terminal_challenges to :runtime_role;
grant update (state, phone, number_digest, number_digest_key_version, number_encrypted, number_key_version, number_last4, pin_digest, pin_key_version, pin_replaced_at,
  holder_name, recipient_name, recipient_phone, recipient_email, expires_at, accepted_at, accepted_evidence_id, cancelled_reason, cancelled_evidence_id, code_needed_since, issued_at, print_count,
  expiry_told_for, last_day_told_for, frozen_at, locked_since) on certificates to :runtime_role;
grant update (balance_minor, held_minor, entry_no, pin_version) on certificate_balances to :runtime_role;
grant update (state, redemption_id) on holds to :runtime_role;
grant update (state, expires_at, ended_at) on hand_overs to :runtime_role;
grant update (expires_at) on verifications to :runtime_role;
grant update (attempts) on checkouts to :runtime_role;
grant update (attempts, used_at) on phone_codes to :runtime_role;
grant update (text, content_sealed, state, attempts, due_at, provider_message_id, problem, sending_since, sending_claim) on messages to :runtime_role;
grant delete on clerk_sessions to :runtime_role;
-- What a row that stays forgets of people.
grant execute on function forget_people_of_certificates, forget_looked_up, forget_opened to :runtime_role;
