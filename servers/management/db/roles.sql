-- History (events, uses) has neither UPDATE nor DELETE.
grant select, insert on shops, orders, order_events, offer_links, certificate_uses, payouts, messages, text_dialogues,
  recipient_locales, members, verification_codes, member_sessions, payment_methods to :runtime_role;
grant select, insert on doubtful_notices, doubtful_notices_taken, taken_windows, wordings to :runtime_role;
grant select, insert, update (next_at, refused_version, refused_code) on window_reads to :runtime_role;
-- What was ordered, by whom and for how much stays as it was said; not when it is to arrive.
grant update (state, action_url, decline_reason, end_reason, recipient_channel, recipient_phone, recipient_email,
  recipient_name, read_back_id, name_source, recycled, refusal_word, accepted_phone, certificate_last4, acceptance_problem, answer_by,
  remind_at, reminded_at, check_payment_at, confirmed_at, captured_at, refund_until, approval_number, dispute, deliver_at) on orders to :runtime_role;
grant update (name_ko, name_en, description_ko, description_en, image_key, amount_min_minor, amount_max_minor,
  suggested_minor, payment_route, commission_bp, answer_days, remind_days, validity_months,
  refund_days, time_zone, active, next_payout_at, usage_ko, usage_en, picture_id, window_version, limit_min_minor, limit_max_minor)
  on shops to :runtime_role;
grant update (locale, updated_at) on recipient_locales to :runtime_role;
grant update (state, stopped_at, provider, number, updated_at) on text_dialogues to :runtime_role;
grant update (payout_id) on certificate_uses to :runtime_role;
grant update (state, code, freed_at, ask_at) on payouts to :runtime_role;
grant select, insert, update (looked_to, used_from, used_until), delete on open_payouts to :runtime_role;
grant select, insert, update (gross_minor, uses) on payout_parts to :runtime_role;
grant select on shop_commissions_before to :runtime_role;
grant update (vars_sealed, channel, address, fallback_channel, fallback_address, state, attempts, due_at, sending_since, sending_claim, problem, sent_at, delivered_at, forget_at, reads_entry) on messages to :runtime_role;
grant select, insert on message_parts to :runtime_role;
grant update (message_id, state, received_at) on message_parts to :runtime_role;
grant update (name, email, email_is_anothers, mobile, landline, landline_verified_at, closed_at, notices_off, member_number, email_verified_at, mobile_verified_at, password_hash, phone_pin_hash, locale, preferred_channel, reach_lifted_until) on members to :runtime_role;
-- Of members, only those who never completed their sign-up: whoever did is held by what refers to them.
grant delete on verification_codes, member_sessions, members to :runtime_role;
grant update (attempts, used_at) on verification_codes to :runtime_role;
grant select, insert on consents to :runtime_role;
grant select, insert, update (is_favourite, birth_month, birth_day, remind_at, looked_at), delete on kept_people to :runtime_role;
grant update (ended_at, proved_at, last_used_at) on member_sessions to :runtime_role;
grant select, insert, update (last_used_at), delete on known_places to :runtime_role;
grant select, insert, update (done_at), delete on member_requests to :runtime_role;
grant select, insert, update (digest, expires_at, attempts, proved_at) on member_request_codes to :runtime_role;
grant select, insert, delete on closed_members to :runtime_role;
grant update (removed_at, card_fingerprint) on payment_methods to :runtime_role;
grant select on voice_seats to :runtime_role;
grant update (holder, held_until) on voice_seats to :runtime_role;
grant select, insert on voice_calls, voice_dials, voice_dial_outcomes, uncalled_phones, phones_not_told_of_uses, voice_lines,
  voice_tellings, voice_call_messages to :runtime_role;
grant update (external_id, phone, state, turn, turn_no, turn_at, working_since, effect_id, ended_at) on voice_calls to :runtime_role;
grant update (state, asked_for, due_at, call_id, claimed_at) on voice_dials to :runtime_role;
grant delete on uncalled_phones, phones_not_told_of_uses to :runtime_role;
grant update (heard_at) on voice_tellings to :runtime_role;
grant update (seen_at) on voice_lines to :runtime_role;
grant select, insert, update (state, refusal_code) on recipient_corrections to :runtime_role;
grant select, insert, update (used_at) on telephone_invitations to :runtime_role;
grant update (ended_at) on offer_links to :runtime_role;
grant select, insert, update (sign_count, last_used_at, removed_at) on passkeys to :runtime_role;
grant select, insert, update (used_at), delete on passkey_challenges to :runtime_role;
grant select, insert on order_groups, group_lines to :runtime_role;
grant update (confirmed_minor, state, action_url, decline_reason, end_reason, approval_number, check_payment_at) on order_groups to :runtime_role;
grant update (address, name, due_at, attempts, problem) on group_lines to :runtime_role;
grant select, insert on disputes, disputed_gifts, dispute_lists to :runtime_role;
grant update (state, amount_minor, reason, respond_by, doubt, evidence_id, changed_at) on disputes to :runtime_role;
grant update (state, cancelled_minor, code, due_at, since) on disputed_gifts to :runtime_role;
grant update (read_up_to, next_read_at, failing_since, problem) on dispute_lists to :runtime_role;
grant select, insert, update (next_at, compared_at, looked, differences) on compared_days to :runtime_role;
grant select, insert, update (attempts), delete on contact_codes to :runtime_role;
grant delete on text_dialogues to :runtime_role;
-- What a row that stays forgets of people.
grant execute on function forget_people_of_gifts, forget_addressees, forget_callers, forget_called, forget_invited, forget_locales,
  forget_looked_up to :runtime_role;
-- After a restore.
grant execute on function withdraw_planned_call to :runtime_role;
grant select, insert, update (ended_at) on restored_payouts to :runtime_role;
