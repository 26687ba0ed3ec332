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
grant select, insert, delete on notice_queue to :runtime_role;
grant select, insert, update on notice_recipients, inbox_positions to :runtime_role;
grant select, insert on notice_batches to :runtime_role;
grant update (attempts, next_attempt_at, acknowledged_at, evidence_id, last_problem) on notice_batches to :runtime_role;
grant select, insert, update, delete on failing_work to :runtime_role;
grant select, insert on ledger_accounts, ledger_transfers, ledger_entries to :runtime_role;
grant select, insert on ledger_balances to :runtime_role;
grant update (balance_minor, held_minor, version) on ledger_balances to :runtime_role;
grant select, insert on staff, staff_sessions, audit_trail to :runtime_role;
grant update (left_at) on staff to :runtime_role;
grant update (ended_at) on staff_sessions to :runtime_role;
