-- What the runtime role may do with the kit's tables. What is not granted it can't do: history has neither UPDATE nor DELETE.
grant usage on schema public to :runtime_role;
grant select on schema_migrations to :runtime_role;
grant select, insert on idempotency_keys to :runtime_role;
-- Only keys that strangers chose are deleted, and sessions that ended long ago (kit/forget.ts).
grant delete on idempotency_keys, staff_sessions to :runtime_role;
grant update (claimed_until, status, content_type, body, answered_at) on idempotency_keys to :runtime_role;
grant select, insert on party_keys, signed_messages, inbox, inbox_batches to :runtime_role;
grant select, insert, delete on peer_nonces to :runtime_role;
grant select, insert, update, delete on rate_limits to :runtime_role;
grant select, insert on calls to :runtime_role;
grant update (state, attempts, next_attempt_at, settled_at, status, code, answer, unknown_reason, evidence_id) on calls to :runtime_role;
grant select, insert on journal, journal_ids, journal_parties, journal_ranges to :runtime_role;
grant usage, select on sequence journal_seq to :runtime_role;
grant select on journal_sequencer to :runtime_role;
grant update (holder, lease_until, fence, floor_seq, taken, next_floor_seq, next_xid, system_identifier) on journal_sequencer to :runtime_role;
grant update (last_range_no, last_position, last_digest, silent_until, silent_attempts) on journal_parties to :runtime_role;
grant update (attempts, next_attempt_at, acknowledged_at, evidence_id, last_problem) on journal_ranges to :runtime_role;
grant execute on function make_journal_months to :runtime_role;
-- A process from before the journal still writes these.
grant select, insert, delete on notice_queue to :runtime_role;
grant select, insert, update on notice_recipients, inbox_positions to :runtime_role;
grant select, insert on notice_batches to :runtime_role;
grant update (attempts, next_attempt_at, acknowledged_at, evidence_id, last_problem) on notice_batches to :runtime_role;
grant select, insert, update, delete on failing_work to :runtime_role;
grant select, insert on ledger_accounts, ledger_transfers, ledger_entries to :runtime_role;
grant select, insert on ledger_balances to :runtime_role;
grant update (balance_minor, held_minor, version) on ledger_balances to :runtime_role;
grant select, insert on staff, staff_sessions, audit_trail to :runtime_role;
grant update (left_at, password_hash) on staff to :runtime_role;
grant update (ended_at, stage, token_digest, expires_at, last_seen_at, proved_at) on staff_sessions to :runtime_role;
grant select, insert on staff_authenticators, staff_recovery_codes, staff_passkeys, staff_passkey_challenges, staff_known_browsers, staff_resets, service_accounts, service_tokens to :runtime_role;
grant update (confirmed_at, last_step, removed_at, secret_sealed) on staff_authenticators to :runtime_role;
grant update (used_at, replaced_at) on staff_recovery_codes to :runtime_role;
grant update (sign_count, last_used_at, removed_at) on staff_passkeys to :runtime_role;
grant update (used_at), delete on staff_passkey_challenges to :runtime_role;
grant update (expires_at), delete on staff_known_browsers to :runtime_role;
grant update (used_at, ended_at) on staff_resets to :runtime_role;
grant update (last_used_at, ended_at) on service_tokens to :runtime_role;
