-- History (events, methods, ledger, evidence, acquirers' movements) has neither UPDATE nor DELETE.
grant select, insert on payment_method_setups, payment_methods, payment_orders, payments, payment_events, payouts, acquirer_requests, disputes, dispute_positions, reconciliations,
  acquirer_movements, differences to :runtime_role;
grant update (used_at, acquirer_reference) on payment_method_setups to :runtime_role;
grant update (cancelled_at) on payment_orders to :runtime_role;
grant update (status, decline_reason, action_digest, answer_due_at, authorisation_expires_at, hold_transfer_id, captured_minor, refunded_minor, acquirer_reference, approval_number) on payments to :runtime_role;
grant update (state, refused_because, due_at, closed_at) on acquirer_requests to :runtime_role;
grant update (state, payment_id, amount_minor, covered_minor, reason, respond_by, due_at, payer_party, position) on disputes to :runtime_role;
grant update (last_position) on dispute_positions to :runtime_role;
grant update (state, after, pages, movements, payout_movement_id, paid_minor, compared_to, due_at, finished_at) on reconciliations to :runtime_role;
grant update (state, closed_at, closed_because, dismissed_by, dismissed_because) on differences to :runtime_role;
grant select, insert on payee_accounts, payout_batches, payout_approvals, bank_files, bank_reports to :runtime_role;
grant update (state, decided_by, decided_at, ended_at, reason, number_sealed, holder_sealed) on payee_accounts to :runtime_role;
grant select, insert on account_proposals to :runtime_role;
grant update (state, account_sealed, decided_by, decided_at, reason, account_id) on account_proposals to :runtime_role;
grant update (sent_at, due_at) on payout_batches to :runtime_role;
grant update (taken_at, taken_by, body_sealed) on bank_files to :runtime_role;
grant update (due_at) on bank_reports to :runtime_role;
grant update (at) on payout_approvals to :runtime_role;
grant update (state, paid_at, net_hold_id, commission_hold_id, batch_id, account_id, bank, sent_at, returned_at, returned_by, return_reason, ask_at, approvals_needed) on payouts to :runtime_role;
