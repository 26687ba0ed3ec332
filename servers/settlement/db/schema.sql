-- Made by `npm run schema` from the migrations; a picture for readers, not a source.

create table account_proposals (
  proposal_id uuid not null,
  payee text not null,
  currency text not null,
  kind text not null,
  bank_code text,
  last4 text not null,
  account_sealed bytea,
  state text not null,
  evidence_id uuid not null,
  received_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  account_id uuid
);
create table acknowledged_findings (
  finding_no bigint not null,
  staff_id uuid not null,
  reason text not null,
  at timestamp with time zone not null
);
create table acquirer_movements (
  movement_id uuid not null,
  acquirer text not null,
  reference text not null,
  kind text not null,
  payment_named text,
  payment_id uuid,
  amount_minor bigint not null,
  fee_minor bigint not null,
  currency text not null,
  at timestamp with time zone not null,
  reconciliation_id uuid not null,
  heard_at timestamp with time zone not null
);
create table acquirer_requests (
  request_id uuid not null,
  payment_id uuid not null,
  acquirer text not null,
  kind text not null,
  amount_minor bigint not null,
  reason text,
  hold_transfer_id uuid,
  evidence_id uuid,
  state text not null default 'open'::text,
  refused_because text,
  due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
create table alarms (
  alarm text not null,
  subject text not null,
  value double precision not null,
  holds_since timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  told_at timestamp with time zone,
  reminded_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table audit_trail (
  audit_id uuid not null,
  staff_id uuid not null,
  action text not null,
  subject jsonb not null,
  trace_id text not null,
  at timestamp with time zone not null,
  is_reading boolean
);
create table backup_outcomes (
  kind text not null,
  succeeded_at timestamp with time zone,
  failed_at timestamp with time zone,
  problem text
);
create table bank_files (
  file_id uuid not null,
  bank text not null,
  direction text not null,
  name text not null,
  digest bytea not null,
  body_sealed bytea not null,
  created_at timestamp with time zone not null,
  staff_id uuid,
  taken_at timestamp with time zone,
  taken_by uuid
);
create table bank_reports (
  report_id uuid not null,
  file_id uuid not null,
  bank text not null,
  reference uuid not null,
  of_batch boolean not null,
  kind text not null,
  amount_minor bigint,
  currency text,
  reason text,
  due_at timestamp with time zone
);
create table book_checks (
  check_name text not null,
  since timestamp with time zone not null,
  next_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  differences text[] not null default '{}'::text[]
);
create table business_details (
  version integer not null,
  name_ko text not null,
  name_en text not null,
  representative text not null,
  registration_number text not null,
  mail_order_number text,
  address_ko text not null,
  address_en text not null,
  telephone text not null,
  email text not null,
  hours_ko text,
  hours_en text,
  privacy_officer text,
  colour text,
  logo_id text,
  vat_bp integer not null,
  published_at timestamp with time zone not null,
  published_by uuid
);
create table calls (
  call_id uuid not null,
  party text not null,
  method text not null,
  path text not null,
  body text not null,
  purpose text not null,
  subject_id uuid not null,
  state text not null default 'planned'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  status integer,
  code text,
  answer text,
  unknown_reason text,
  evidence_id uuid,
  traceparent text not null,
  forgotten_at timestamp with time zone
);
create table differences (
  difference_id uuid not null,
  acquirer text not null,
  about text not null,
  subject_id uuid not null,
  payment_id uuid,
  movement_id uuid,
  kind text not null,
  ours_minor bigint not null,
  theirs_minor bigint not null,
  currency text not null,
  theirs_currency text not null,
  state text not null,
  found_at timestamp with time zone not null,
  opens_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_because text,
  dismissed_by uuid,
  dismissed_because text
);
create table dismissed_breaks (
  break_no bigint not null,
  reason text not null,
  staff_id uuid not null,
  at timestamp with time zone not null
);
create table dismissed_notices (
  unapplied_no bigint not null,
  reason text not null,
  staff_id uuid not null,
  at timestamp with time zone not null
);
create table dispute_positions (
  payer_party text not null,
  last_position bigint not null
);
create table disputes (
  dispute_id uuid not null,
  acquirer text not null,
  acquirer_reference text not null,
  payment_id uuid,
  state text not null default 'heard'::text,
  amount_minor bigint,
  covered_minor bigint not null default 0,
  reason text,
  respond_by timestamp with time zone,
  due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  payer_party text,
  position bigint
);
create table epochs (
  epoch_no bigint not null,
  epoch_id uuid not null,
  began_at timestamp with time zone not null,
  reason text not null,
  party text,
  reconciled_at timestamp with time zone,
  lost_since timestamp with time zone
);
create table failing_work (
  job text not null,
  subject_id text not null,
  failures integer not null,
  first_failed_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  problem text not null,
  party text not null default ''::text,
  dead_at timestamp with time zone
);
create table idempotency_keys (
  scope text not null,
  key text not null,
  fingerprint bytea not null,
  resource_id uuid not null,
  claimed_at timestamp with time zone not null,
  claimed_until timestamp with time zone not null,
  status integer,
  content_type text,
  body text,
  answered_at timestamp with time zone
);
create table inbox (
  sender text not null,
  message_id uuid not null,
  batch_no bigint not null,
  kind text not null,
  content jsonb not null,
  evidence_id uuid not null,
  received_at timestamp with time zone not null
);
create table inbox_batches (
  sender text not null,
  batch_no bigint not null,
  digest bytea not null,
  evidence_id uuid not null,
  received_at timestamp with time zone not null,
  notice_count integer,
  first_position bigint,
  previous_digest bytea
);
create table inbox_breaks (
  break_no bigint not null,
  sender text not null,
  batch_no bigint not null,
  held_digest bytea not null,
  named_digest bytea,
  expected_position bigint,
  named_position bigint,
  found_at timestamp with time zone not null,
  reason text not null default 'does_not_follow'::text,
  refused_digest bytea,
  refused_evidence_id uuid
);
create table inbox_epochs (
  sender text not null,
  epoch_no bigint not null,
  epoch_id uuid not null,
  first_seen_at timestamp with time zone not null
);
create table inbox_positions (
  sender text not null,
  last_batch_no bigint not null
);
create table inbox_senders (
  sender text not null,
  applied_batch_no bigint not null,
  applied_lines integer not null default 0,
  lease bigint not null default 0,
  leased_by uuid,
  leased_until timestamp with time zone
);
create table job_claims (
  job text not null,
  subject_id text not null,
  party text not null,
  claim_id uuid not null,
  claimed_until timestamp with time zone not null
);
create table journal (
  seq bigint not null default 
CASE
    WHEN (pg_current_xact_id() IS NOT NULL) THEN nextval('journal_seq'::regclass)
    ELSE NULL::bigint
END,
  at timestamp with time zone not null,
  party text not null,
  kind text not null,
  fact_id uuid not null,
  parent_id uuid,
  line_no integer,
  subject_id uuid,
  entry_no bigint,
  before_minor bigint,
  delta_minor bigint,
  after_minor bigint,
  currency character(3),
  original_minor bigint,
  reversed_minor bigint,
  store_id uuid,
  terminal_id uuid,
  clerk_id uuid,
  staff_id uuid,
  reference text,
  fingerprint bytea,
  trace_id text not null,
  body text not null,
  restored_in bigint
);
create table journal_carried (
  month date not null,
  subject_id uuid,
  kind text not null,
  facts bigint not null,
  delta_minor bigint not null,
  last_entry_no bigint,
  after_minor bigint
);
create table journal_dropped_months (
  month date not null,
  ends_at timestamp with time zone not null,
  dropped bigint not null,
  kept bigint not null,
  dropped_at timestamp with time zone not null
);
create table journal_ids (
  fact_id uuid not null,
  at timestamp with time zone not null,
  seq bigint not null
);
create table journal_parties (
  party text not null,
  last_range_no bigint not null default 0,
  last_position bigint not null default 0,
  last_digest bytea,
  silent_until timestamp with time zone,
  silent_attempts integer not null default 0
);
create table journal_ranges (
  party text not null,
  range_no bigint not null,
  first_position bigint not null,
  entries integer not null,
  seqs int8multirange not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  digest bytea not null,
  previous_digest bytea,
  fence bigint not null,
  created_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  evidence_id uuid,
  last_problem text
);
create table journal_sequencer (
  only_one boolean not null default true,
  holder uuid,
  lease_until timestamp with time zone,
  fence bigint not null default 0,
  floor_seq bigint not null default 0,
  taken int8multirange not null default '{}'::int8multirange,
  next_floor_seq bigint,
  next_xid xid8,
  system_identifier bigint
);
create table leases (
  name text not null,
  holder uuid,
  leased_until timestamp with time zone not null,
  fence bigint not null
);
create table least_kept (
  only_one boolean not null default true,
  evidence interval not null default '365 days'::interval,
  people interval not null default '30 days'::interval,
  journal interval not null default '1827 days'::interval
);
create table ledger_accounts (
  account_id uuid not null,
  code text not null,
  subject_id text not null,
  currency character(3) not null,
  side text not null,
  created_at timestamp with time zone not null
);
create table ledger_balances (
  account_id uuid not null,
  balance_minor bigint not null default 0,
  held_minor bigint not null default 0,
  version bigint not null default 0
);
create table ledger_entries (
  account_id uuid not null,
  version bigint not null,
  transfer_id uuid not null,
  before_minor bigint not null,
  delta_minor bigint not null,
  after_minor bigint not null,
  held_after_minor bigint not null
);
create table ledger_transfers (
  transfer_id uuid not null,
  kind text not null,
  pending_transfer_id uuid,
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  amount_minor bigint not null,
  currency character(3) not null,
  code text not null,
  subject_id text not null,
  created_at timestamp with time zone not null
);
create table notice_batches (
  party text not null,
  batch_no bigint not null,
  batch_id uuid not null,
  notice_count integer not null,
  body text not null,
  created_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  evidence_id uuid,
  last_problem text
);
create table notice_queue (
  position bigint not null,
  party text not null,
  notice_id uuid not null,
  kind text not null,
  content jsonb not null,
  trace_id text not null,
  created_at timestamp with time zone not null
);
create table notice_recipients (
  party text not null,
  last_batch_no bigint not null default 0
);
create table party_keys (
  keyid text not null,
  party text not null,
  public_jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  first_seen_at timestamp with time zone not null
);
create table payee_accounts (
  account_id uuid not null,
  payee text not null,
  currency text not null,
  kind text not null,
  bank_code text,
  number_sealed bytea not null,
  holder_sealed bytea not null,
  last4 text not null,
  state text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  reason text
);
create table payment_events_before (
  event_id uuid not null,
  payment_id uuid not null,
  kind text not null,
  status_before text,
  status_after text not null,
  amount_minor bigint,
  reason text,
  evidence_id uuid,
  trace_id text not null,
  at timestamp with time zone not null
);
create table payment_method_setups (
  setup_id uuid not null,
  payer_party text not null,
  payer_reference uuid not null,
  token_digest bytea,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  evidence_id uuid not null,
  created_at timestamp with time zone not null,
  return_url text,
  keyed_in boolean not null default false,
  shared_device boolean not null default false,
  acquirer text not null default 'test'::text,
  acquirer_reference text
);
create table payment_methods (
  payment_method_id text not null,
  payer_party text not null,
  payer_reference uuid not null,
  brand text not null,
  last4 text not null,
  expiry_month integer,
  expiry_year integer,
  card_digest bytea,
  setup_id uuid not null,
  created_at timestamp with time zone not null,
  acquirer text,
  acquirer_token text,
  card_fingerprint text
);
create table payment_orders (
  payer_party text not null,
  order_id uuid not null,
  cancelled_at timestamp with time zone
);
create table payments (
  payment_id uuid not null,
  payer_party text not null,
  order_id uuid not null,
  payment_method_id text,
  payee text not null,
  amount_minor bigint not null,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  currency character(3) not null,
  status text not null,
  decline_reason text,
  action_digest bytea,
  answer_due_at timestamp with time zone,
  authorisation_expires_at timestamp with time zone,
  hold_transfer_id uuid,
  created_at timestamp with time zone not null,
  return_url text,
  consent text,
  acquirer_reference text,
  acquirer text not null default 'test'::text,
  approval_number text
);
create table payout_approvals (
  payout_id uuid not null,
  staff_id uuid not null,
  at timestamp with time zone not null
);
create table payout_batches (
  batch_id uuid not null,
  bank text not null,
  currency text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  due_at timestamp with time zone
);
create table payouts (
  payout_id uuid not null,
  payer_party text not null,
  payee text not null,
  gross_minor bigint not null,
  commission_minor bigint not null,
  net_minor bigint not null,
  currency character(3) not null,
  used_from timestamp with time zone not null,
  used_until timestamp with time zone not null,
  evidence_id uuid not null,
  paid_at timestamp with time zone,
  state text not null default 'paid'::text,
  requested_at timestamp with time zone not null default now(),
  approvals_needed integer not null default 0,
  net_hold_id uuid,
  commission_hold_id uuid,
  batch_id uuid,
  account_id uuid,
  bank text,
  sent_at timestamp with time zone,
  returned_at timestamp with time zone,
  returned_by text,
  return_reason text,
  ask_at timestamp with time zone
);
create table peer_nonces (
  keyid text not null,
  nonce text not null,
  expires_at timestamp with time zone not null
);
create table pictures (
  picture_id text not null,
  media_type text not null,
  bytes bytea not null,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid
);
create table published_documents (
  document text not null,
  version integer not null,
  text_ko text not null,
  text_en text not null,
  in_force_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  published_by uuid
);
create table rate_limits (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  empties_at timestamp with time zone not null default now()
);
create table reconciliations (
  reconciliation_id uuid not null,
  acquirer text not null,
  day date not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  staff_id uuid,
  state text not null default 'listing'::text,
  after text,
  pages integer not null default 0,
  movements integer not null default 0,
  payout_movement_id uuid,
  paid_minor bigint not null default 0,
  compared_to uuid,
  due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
create table restore_findings (
  finding_no bigint not null,
  epoch_no bigint not null,
  kind text not null,
  subject_id uuid,
  party text not null,
  about text not null,
  found_at timestamp with time zone not null
);
create table schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
create table schema_needs (
  migration text not null,
  needs text not null
);
create table service_accounts (
  staff_id uuid not null,
  scopes text[] not null,
  addresses text[] not null,
  made_by uuid not null
);
create table service_tokens (
  token_digest bytea not null,
  staff_id uuid not null,
  made_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table signed_messages (
  message_id uuid not null,
  direction text not null,
  party text not null,
  keyid text not null,
  method text not null,
  target_uri text not null,
  status integer,
  headers jsonb not null,
  request_headers jsonb,
  body bytea not null,
  received_at timestamp with time zone not null,
  encoding text,
  forgotten_at timestamp with time zone
);
create table silent_parties (
  party text not null,
  unanswered integer not null,
  since timestamp with time zone not null,
  next_probe_at timestamp with time zone not null
);
create table staff (
  staff_id uuid not null,
  login text not null,
  name text not null,
  role text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone
);
create table staff_authenticators (
  authenticator_id uuid not null,
  staff_id uuid not null,
  secret_sealed bytea not null,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  removed_at timestamp with time zone
);
create table staff_known_browsers (
  token_digest bytea not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table staff_notes (
  note_id uuid not null,
  subject_id uuid not null,
  staff_id uuid not null,
  action text not null,
  text text not null,
  at timestamp with time zone not null,
  forgotten_at timestamp with time zone
);
create table staff_passkey_challenges (
  challenge_digest bytea not null,
  staff_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table staff_passkeys (
  passkey_id uuid not null,
  staff_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone
);
create table staff_recovery_codes (
  code_digest bytea not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  replaced_at timestamp with time zone
);
create table staff_resets (
  reset_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  token_digest bytea,
  made_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table staff_sessions (
  session_id uuid not null,
  staff_id uuid not null,
  token_digest bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  stage text not null default 'open'::text,
  address text not null default ''::text,
  browser text not null default ''::text,
  last_seen_at timestamp with time zone not null,
  proved_at timestamp with time zone not null
);
create table staff_views (
  view_id uuid not null,
  staff_id uuid not null,
  list text not null,
  name text not null,
  filters jsonb not null,
  saved_at timestamp with time zone not null
);
create table test_cards (
  card_digest bytea not null,
  brand text not null,
  behaviour text not null
);
create table text_opt_outs (
  phone text not null,
  sender text not null,
  channel text not null,
  stopped_at timestamp with time zone not null,
  resumed_at timestamp with time zone,
  told_by text not null
);
create table text_submissions (
  submission_id uuid not null,
  message_id uuid not null,
  provider text not null,
  phone text not null,
  sender text not null,
  provider_message_id text,
  state text not null,
  begun_at timestamp with time zone not null,
  ask_at timestamp with time zone,
  asked integer not null default 0
);
create table texts_heard (
  provider text not null,
  provider_message_id text not null,
  claimed_until timestamp with time zone not null,
  done_at timestamp with time zone
);
create table unapplied_notices (
  unapplied_no bigint not null,
  sender text not null,
  batch_no bigint not null,
  line_no integer not null,
  notice_id uuid,
  kind text,
  subject_id uuid,
  reason text not null,
  problem text,
  attempts integer not null,
  first_seen_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  applied_at timestamp with time zone,
  lines integer not null default 1
);
create view payment_events as
 SELECT payment_events_before.event_id,
    payment_events_before.payment_id,
    payment_events_before.kind,
    payment_events_before.status_before,
    payment_events_before.status_after,
    payment_events_before.amount_minor,
    payment_events_before.reason,
    payment_events_before.evidence_id,
    payment_events_before.trace_id,
    payment_events_before.at
   FROM payment_events_before
UNION ALL
 SELECT journal.fact_id AS event_id,
    journal.subject_id AS payment_id,
    substr(journal.kind, 9) AS kind,
    ((journal.body)::jsonb ->> 'status_before'::text) AS status_before,
    COALESCE(((journal.body)::jsonb ->> 'status_after'::text), ''::text) AS status_after,
    COALESCE(abs(journal.delta_minor), (((journal.body)::jsonb ->> 'amount_minor'::text))::bigint) AS amount_minor,
    ((journal.body)::jsonb ->> 'reason'::text) AS reason,
    (((journal.body)::jsonb ->> 'evidence_id'::text))::uuid AS evidence_id,
    journal.trace_id,
    journal.at
   FROM journal
  WHERE (starts_with(journal.kind, 'payment_'::text) AND (journal.subject_id IS NOT NULL));
alter table account_proposals add constraint account_proposals_account_id_fkey FOREIGN KEY (account_id) REFERENCES payee_accounts(account_id);
alter table account_proposals add constraint account_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff(staff_id);
alter table account_proposals add constraint account_proposals_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table account_proposals add constraint account_proposals_pkey PRIMARY KEY (proposal_id);
alter table account_proposals add constraint bank_code_with_korean_proposal CHECK (((kind = 'kr'::text) = (bank_code IS NOT NULL)));
alter table account_proposals add constraint proposal_decided_by_somebody CHECK (((state = ANY (ARRAY['taken_over'::text, 'refused'::text])) = (decided_by IS NOT NULL)));
alter table account_proposals add constraint proposal_decided_once CHECK (((state = 'waiting'::text) = (decided_at IS NULL)));
alter table account_proposals add constraint proposal_kept_while_it_waits CHECK (((state = 'waiting'::text) = (account_sealed IS NOT NULL)));
alter table account_proposals add constraint proposal_refused_with_reason CHECK (((state = 'refused'::text) = (reason IS NOT NULL)));
alter table account_proposals add constraint proposal_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'taken_over'::text, 'refused'::text, 'replaced'::text])));
alter table account_proposals add constraint proposal_taken_over_as_account CHECK (((state = 'taken_over'::text) = (account_id IS NOT NULL)));
alter table account_proposals add constraint proposed_kind_known CHECK ((kind = ANY (ARRAY['iban'::text, 'kr'::text])));
alter table acknowledged_findings add constraint acknowledged_findings_finding_no_fkey FOREIGN KEY (finding_no) REFERENCES restore_findings(finding_no);
alter table acknowledged_findings add constraint acknowledged_findings_pkey PRIMARY KEY (finding_no);
alter table acknowledged_findings add constraint acknowledged_findings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table acknowledged_findings add constraint finding_reason_given CHECK ((reason <> ''::text));
alter table acquirer_movements add constraint acquirer_movements_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(payment_id);
alter table acquirer_movements add constraint acquirer_movements_pkey PRIMARY KEY (movement_id);
alter table acquirer_movements add constraint acquirer_movements_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciliations(reconciliation_id);
alter table acquirer_movements add constraint movement_currency_form CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table acquirer_movements add constraint movement_kind_known CHECK ((kind = ANY (ARRAY['charge'::text, 'refund'::text, 'charge_back'::text, 'charge_back_reversal'::text, 'fee'::text, 'payout'::text, 'other'::text])));
alter table acquirer_movements add constraint movement_payment_length CHECK ((length(payment_named) <= 255));
alter table acquirer_movements add constraint movement_reference_length CHECK (((length(reference) >= 1) AND (length(reference) <= 255)));
alter table acquirer_movements add constraint one_movement_a_reference UNIQUE (acquirer, reference);
alter table acquirer_requests add constraint acquirer_request_amount_positive CHECK ((amount_minor > 0));
alter table acquirer_requests add constraint acquirer_request_kind_known CHECK ((kind = ANY (ARRAY['capture'::text, 'void'::text, 'refund'::text])));
alter table acquirer_requests add constraint acquirer_request_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text])));
alter table acquirer_requests add constraint acquirer_requests_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table acquirer_requests add constraint acquirer_requests_hold_transfer_id_fkey FOREIGN KEY (hold_transfer_id) REFERENCES ledger_transfers(transfer_id);
alter table acquirer_requests add constraint acquirer_requests_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(payment_id);
alter table acquirer_requests add constraint acquirer_requests_pkey PRIMARY KEY (request_id);
alter table acquirer_requests add constraint only_refunds_hold CHECK (((kind = 'refund'::text) = (hold_transfer_id IS NOT NULL)));
alter table acquirer_requests add constraint open_is_due CHECK (((state = 'open'::text) = (due_at IS NOT NULL)));
alter table acquirer_requests add constraint refused_says_why CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL)));
alter table alarms add constraint alarms_pkey PRIMARY KEY (alarm, subject);
alter table audit_trail add constraint audit_trail_pkey PRIMARY KEY (audit_id);
alter table audit_trail add constraint audit_trail_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table backup_outcomes add constraint backup_outcome_kind_known CHECK ((kind = ANY (ARRAY['backup'::text, 'verification'::text, 'mark'::text])));
alter table backup_outcomes add constraint backup_outcomes_pkey PRIMARY KEY (kind);
alter table backup_outcomes add constraint failed_backup_has_problem CHECK (((failed_at IS NULL) = (problem IS NULL)));
alter table bank_files add constraint bank_files_pkey PRIMARY KEY (file_id);
alter table bank_files add constraint bank_files_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table bank_files add constraint bank_files_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff(staff_id);
alter table bank_files add constraint file_direction_known CHECK ((direction = ANY (ARRAY['to_bank'::text, 'from_bank'::text])));
alter table bank_files add constraint one_file_a_digest UNIQUE (bank, direction, digest);
alter table bank_reports add constraint bank_reports_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files(file_id);
alter table bank_reports add constraint bank_reports_pkey PRIMARY KEY (report_id);
alter table bank_reports add constraint report_kind_known CHECK ((kind = ANY (ARRAY['paid'::text, 'rejected'::text, 'returned'::text])));
alter table book_checks add constraint book_checks_pkey PRIMARY KEY (check_name);
alter table business_details add constraint business_details_logo_id_fkey FOREIGN KEY (logo_id) REFERENCES pictures(picture_id);
alter table business_details add constraint business_details_pkey PRIMARY KEY (version);
alter table business_details add constraint business_details_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff(staff_id);
alter table business_details add constraint colour_is_hexadecimal CHECK ((colour ~ '^#[0-9a-f]{6}$'::text));
alter table business_details add constraint vat_in_bounds CHECK (((vat_bp >= 0) AND (vat_bp <= 5000)));
alter table business_details add constraint version_counts CHECK ((version >= 1));
alter table calls add constraint call_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'unknown'::text, 'done'::text, 'refused'::text])));
alter table calls add constraint calls_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table calls add constraint calls_pkey PRIMARY KEY (call_id);
alter table calls add constraint settled_call_has_answer CHECK (((state = ANY (ARRAY['done'::text, 'refused'::text])) = ((settled_at IS NOT NULL) AND (status IS NOT NULL))));
alter table differences add constraint closed_says_why CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((state = 'closed'::text) = (closed_because IS NOT NULL))));
alter table differences add constraint difference_about_known CHECK ((about = ANY (ARRAY['charge'::text, 'refund'::text, 'charge_back'::text, 'movement'::text])));
alter table differences add constraint difference_end_known CHECK ((closed_because = ANY (ARRAY['agreed'::text, 'changed'::text, 'dismissed'::text])));
alter table differences add constraint difference_has_a_subject CHECK ((NOT (subject_id IS DISTINCT FROM COALESCE(movement_id, payment_id))));
alter table differences add constraint difference_kind_known CHECK ((kind = ANY (ARRAY['missing_at_acquirer'::text, 'unknown_to_us'::text, 'amount_differs'::text, 'currency_differs'::text, 'state_differs'::text, 'charged_twice'::text, 'refunded_twice'::text, 'payout_differs'::text, 'movement_changed'::text])));
alter table differences add constraint difference_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'closed'::text])));
alter table differences add constraint differences_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES staff(staff_id);
alter table differences add constraint differences_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES acquirer_movements(movement_id);
alter table differences add constraint differences_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(payment_id);
alter table differences add constraint differences_pkey PRIMARY KEY (difference_id);
alter table differences add constraint dismissed_says_why CHECK (((NOT (closed_because IS DISTINCT FROM 'dismissed'::text)) = ((dismissed_by IS NOT NULL) AND (dismissed_because IS NOT NULL))));
alter table dismissed_breaks add constraint break_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_breaks add constraint dismissed_breaks_break_no_fkey FOREIGN KEY (break_no) REFERENCES inbox_breaks(break_no);
alter table dismissed_breaks add constraint dismissed_breaks_pkey PRIMARY KEY (break_no);
alter table dismissed_breaks add constraint dismissed_breaks_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissal_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_notices add constraint dismissed_notices_pkey PRIMARY KEY (unapplied_no);
alter table dismissed_notices add constraint dismissed_notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissed_notices_unapplied_no_fkey FOREIGN KEY (unapplied_no) REFERENCES unapplied_notices(unapplied_no);
alter table dispute_positions add constraint dispute_positions_pkey PRIMARY KEY (payer_party);
alter table disputes add constraint cover_within_dispute CHECK (((covered_minor = 0) OR ((state = 'lost'::text) AND ((covered_minor >= 0) AND (covered_minor <= amount_minor)))));
alter table disputes add constraint dispute_amount_positive CHECK ((amount_minor > 0));
alter table disputes add constraint dispute_is_about_a_payment CHECK (((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])) = (num_nulls(payment_id, amount_minor, reason) = 0)));
alter table disputes add constraint dispute_state_known CHECK ((state = ANY (ARRAY['heard'::text, 'foreign'::text, 'open'::text, 'won'::text, 'lost'::text])));
alter table disputes add constraint disputes_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(payment_id);
alter table disputes add constraint disputes_pkey PRIMARY KEY (dispute_id);
alter table disputes add constraint one_dispute_a_reference UNIQUE (acquirer, acquirer_reference);
alter table epochs add constraint epoch_no_positive CHECK ((epoch_no > 0));
alter table epochs add constraint epoch_reason_known CHECK ((reason = ANY (ARRAY['made'::text, 'restored'::text, 'held_by_party'::text])));
alter table epochs add constraint epochs_epoch_id_key UNIQUE (epoch_id);
alter table epochs add constraint epochs_pkey PRIMARY KEY (epoch_no);
alter table failing_work add constraint failing_work_pkey PRIMARY KEY (job, subject_id);
alter table idempotency_keys add constraint answer_is_whole CHECK ((((status IS NULL) = (body IS NULL)) AND ((status IS NULL) = (content_type IS NULL)) AND ((status IS NULL) = (answered_at IS NULL))));
alter table idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (scope, key);
alter table inbox add constraint inbox_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table inbox add constraint inbox_pkey PRIMARY KEY (sender, message_id);
alter table inbox_batches add constraint inbox_batches_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table inbox_batches add constraint inbox_batches_pkey PRIMARY KEY (sender, batch_no);
alter table inbox_breaks add constraint break_reason_known CHECK ((reason = ANY (ARRAY['does_not_follow'::text, 'number_reused'::text, 'epoch_passed'::text, 'new_epoch'::text])));
alter table inbox_breaks add constraint inbox_breaks_pkey PRIMARY KEY (break_no);
alter table inbox_breaks add constraint refused_batch_is_kept CHECK ((((reason = ANY (ARRAY['number_reused'::text, 'epoch_passed'::text])) = (refused_evidence_id IS NOT NULL)) AND (num_nulls(refused_digest, refused_evidence_id) = ANY (ARRAY[0, 2]))));
alter table inbox_epochs add constraint inbox_epochs_pkey PRIMARY KEY (sender, epoch_no);
alter table inbox_positions add constraint inbox_positions_pkey PRIMARY KEY (sender);
alter table inbox_senders add constraint inbox_senders_pkey PRIMARY KEY (sender);
alter table job_claims add constraint job_claims_pkey PRIMARY KEY (job, subject_id);
alter table journal add constraint capture_comes_in CHECK (((kind <> 'payment_capture'::text) OR ((entry_no IS NOT NULL) AND (delta_minor > 0))));
alter table journal add constraint entry_adds_up CHECK ((after_minor = (before_minor + delta_minor)));
alter table journal add constraint entry_is_whole CHECK ((((entry_no IS NULL) = (delta_minor IS NULL)) AND ((entry_no IS NULL) OR (num_nulls(subject_id, before_minor, after_minor) = 0))));
alter table journal add constraint payment_fact_is_whole CHECK (((NOT starts_with(kind, 'payment_'::text)) OR (num_nulls(subject_id, currency) = 0)));
alter table journal add constraint refund_goes_out CHECK (((kind <> 'payment_refund'::text) OR ((entry_no IS NOT NULL) AND (delta_minor < 0) AND (after_minor >= 0))));
alter table journal add constraint reversal_within_original CHECK ((reversed_minor <= original_minor));
alter table journal_carried add constraint carried_entry_is_whole CHECK ((num_nulls(last_entry_no, after_minor) = ANY (ARRAY[0, 2])));
alter table journal_carried add constraint carried_once UNIQUE NULLS NOT DISTINCT (subject_id, month, kind);
alter table journal_carried add constraint journal_carried_month_fkey FOREIGN KEY (month) REFERENCES journal_dropped_months(month);
alter table journal_dropped_months add constraint journal_dropped_months_pkey PRIMARY KEY (month);
alter table journal_ids add constraint journal_ids_pkey PRIMARY KEY (fact_id);
alter table journal_parties add constraint journal_parties_pkey PRIMARY KEY (party);
alter table journal_ranges add constraint journal_ranges_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table journal_ranges add constraint journal_ranges_party_fkey FOREIGN KEY (party) REFERENCES journal_parties(party);
alter table journal_ranges add constraint journal_ranges_pkey PRIMARY KEY (party, range_no);
alter table journal_ranges add constraint range_is_not_empty CHECK ((entries > 0));
alter table journal_sequencer add constraint journal_sequencer_pkey PRIMARY KEY (only_one);
alter table journal_sequencer add constraint next_floor_is_whole CHECK ((num_nulls(next_floor_seq, next_xid, system_identifier) = ANY (ARRAY[0, 3])));
alter table journal_sequencer add constraint one_sequencer CHECK (only_one);
alter table leases add constraint leases_pkey PRIMARY KEY (name);
alter table least_kept add constraint least_kept_pkey PRIMARY KEY (only_one);
alter table least_kept add constraint one_least_kept CHECK (only_one);
alter table ledger_accounts add constraint account_side_known CHECK ((side = ANY (ARRAY['credit'::text, 'debit'::text, 'pooled'::text])));
alter table ledger_accounts add constraint ledger_accounts_pkey PRIMARY KEY (account_id);
alter table ledger_accounts add constraint one_account_a_subject UNIQUE (code, subject_id, currency);
alter table ledger_balances add constraint account_not_overdrawn CHECK ((balance_minor >= 0));
alter table ledger_balances add constraint hold_not_negative CHECK ((held_minor >= 0));
alter table ledger_balances add constraint hold_within_balance CHECK ((held_minor <= balance_minor));
alter table ledger_balances add constraint ledger_balances_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger_accounts(account_id);
alter table ledger_balances add constraint ledger_balances_pkey PRIMARY KEY (account_id);
alter table ledger_entries add constraint entry_adds_up CHECK ((after_minor = (before_minor + delta_minor)));
alter table ledger_entries add constraint ledger_entries_pkey PRIMARY KEY (account_id, version);
alter table ledger_transfers add constraint ledger_transfers_credit_account_id_fkey FOREIGN KEY (credit_account_id) REFERENCES ledger_accounts(account_id);
alter table ledger_transfers add constraint ledger_transfers_debit_account_id_fkey FOREIGN KEY (debit_account_id) REFERENCES ledger_accounts(account_id);
alter table ledger_transfers add constraint ledger_transfers_pending_transfer_id_fkey FOREIGN KEY (pending_transfer_id) REFERENCES ledger_transfers(transfer_id);
alter table ledger_transfers add constraint ledger_transfers_pkey PRIMARY KEY (transfer_id);
alter table ledger_transfers add constraint resolution_names_its_pending CHECK (((kind = ANY (ARRAY['post'::text, 'void'::text])) = (pending_transfer_id IS NOT NULL)));
alter table ledger_transfers add constraint transfer_amount_positive CHECK ((amount_minor > 0));
alter table ledger_transfers add constraint transfer_between_two_accounts CHECK ((debit_account_id <> credit_account_id));
alter table ledger_transfers add constraint transfer_kind_known CHECK ((kind = ANY (ARRAY['posted'::text, 'pending'::text, 'post'::text, 'void'::text])));
alter table notice_batches add constraint notice_batches_batch_id_key UNIQUE (batch_id);
alter table notice_batches add constraint notice_batches_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table notice_batches add constraint notice_batches_party_fkey FOREIGN KEY (party) REFERENCES notice_recipients(party);
alter table notice_batches add constraint notice_batches_pkey PRIMARY KEY (party, batch_no);
alter table notice_queue add constraint notice_queue_notice_id_key UNIQUE (notice_id);
alter table notice_queue add constraint notice_queue_pkey PRIMARY KEY ("position");
alter table notice_recipients add constraint notice_recipients_pkey PRIMARY KEY (party);
alter table party_keys add constraint party_keys_pkey PRIMARY KEY (keyid);
alter table payee_accounts add constraint account_confirmed_by_another CHECK (((state = ANY (ARRAY['entered'::text, 'refused'::text])) OR (decided_by <> entered_by)));
alter table payee_accounts add constraint account_decided CHECK ((((state = 'entered'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL))));
alter table payee_accounts add constraint account_ended_with_reason CHECK ((((state = 'ended'::text) = (ended_at IS NOT NULL)) AND ((state <> 'ended'::text) OR (reason IS NOT NULL))));
alter table payee_accounts add constraint account_kind_known CHECK ((kind = ANY (ARRAY['iban'::text, 'kr'::text])));
alter table payee_accounts add constraint account_state_known CHECK ((state = ANY (ARRAY['entered'::text, 'confirmed'::text, 'refused'::text, 'ended'::text])));
alter table payee_accounts add constraint bank_code_with_korean_account CHECK (((kind = 'kr'::text) = (bank_code IS NOT NULL)));
alter table payee_accounts add constraint payee_accounts_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff(staff_id);
alter table payee_accounts add constraint payee_accounts_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES staff(staff_id);
alter table payee_accounts add constraint payee_accounts_pkey PRIMARY KEY (account_id);
alter table payment_events_before add constraint payment_events_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table payment_events_before add constraint payment_events_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(payment_id);
alter table payment_events_before add constraint payment_events_pkey PRIMARY KEY (event_id);
alter table payment_method_setups add constraint keyed_in_is_used CHECK (((NOT keyed_in) OR (used_at IS NOT NULL)));
alter table payment_method_setups add constraint payment_method_setups_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table payment_method_setups add constraint payment_method_setups_pkey PRIMARY KEY (setup_id);
alter table payment_method_setups add constraint payment_method_setups_token_digest_key UNIQUE (token_digest);
alter table payment_method_setups add constraint session_has_a_token CHECK ((keyed_in = (token_digest IS NULL)));
alter table payment_method_setups add constraint shared_device_is_returned_to CHECK (((NOT shared_device) OR (return_url IS NOT NULL)));
alter table payment_methods add constraint card_is_known_somewhere CHECK (((acquirer_token IS NOT NULL) OR (card_digest IS NOT NULL)));
alter table payment_methods add constraint expiry_known_or_not CHECK (((expiry_month IS NULL) = (expiry_year IS NULL)));
alter table payment_methods add constraint expiry_month_known CHECK (((expiry_month >= 1) AND (expiry_month <= 12)));
alter table payment_methods add constraint last4_form_or_masked CHECK ((last4 ~ '^[0-9*]{4}$'::text));
alter table payment_methods add constraint payment_methods_pkey PRIMARY KEY (payment_method_id);
alter table payment_methods add constraint payment_methods_setup_id_fkey FOREIGN KEY (setup_id) REFERENCES payment_method_setups(setup_id);
alter table payment_methods add constraint payment_methods_setup_id_key UNIQUE (setup_id);
alter table payment_methods add constraint token_has_an_acquirer CHECK (((acquirer IS NULL) = (acquirer_token IS NULL)));
alter table payment_orders add constraint payment_orders_pkey PRIMARY KEY (payer_party, order_id);
alter table payments add constraint capture_within_authorisation CHECK (((captured_minor >= 0) AND (captured_minor <= amount_minor)));
alter table payments add constraint declined_says_why CHECK (((status = 'declined'::text) = (decline_reason IS NOT NULL)));
alter table payments add constraint one_payment_an_order UNIQUE (payer_party, order_id);
alter table payments add constraint payment_amount_positive CHECK ((amount_minor > 0));
alter table payments add constraint payment_status_known CHECK ((status = ANY (ARRAY['processing'::text, 'requires_action'::text, 'authorised'::text, 'declined'::text, 'captured'::text, 'voided'::text, 'expired'::text, 'refunded'::text])));
alter table payments add constraint payments_action_digest_key UNIQUE (action_digest);
alter table payments add constraint payments_hold_transfer_id_fkey FOREIGN KEY (hold_transfer_id) REFERENCES ledger_transfers(transfer_id);
alter table payments add constraint payments_payer_party_order_id_fkey FOREIGN KEY (payer_party, order_id) REFERENCES payment_orders(payer_party, order_id);
alter table payments add constraint payments_payment_method_id_fkey FOREIGN KEY (payment_method_id) REFERENCES payment_methods(payment_method_id);
alter table payments add constraint payments_pkey PRIMARY KEY (payment_id);
alter table payments add constraint refund_within_capture CHECK (((refunded_minor >= 0) AND (refunded_minor <= captured_minor)));
alter table payout_approvals add constraint payout_approvals_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(payout_id);
alter table payout_approvals add constraint payout_approvals_pkey PRIMARY KEY (payout_id, staff_id);
alter table payout_approvals add constraint payout_approvals_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table payout_batches add constraint batch_is_due_or_sent CHECK (((sent_at IS NULL) = (due_at IS NOT NULL)));
alter table payout_batches add constraint payout_batches_pkey PRIMARY KEY (batch_id);
alter table payouts add constraint commission_not_negative CHECK ((commission_minor >= 0));
alter table payouts add constraint net_not_negative CHECK ((net_minor >= 0));
alter table payouts add constraint payout_account_there FOREIGN KEY (account_id) REFERENCES payee_accounts(account_id);
alter table payouts add constraint payout_adds_up CHECK ((gross_minor = (commission_minor + net_minor)));
alter table payouts add constraint payout_batch_there FOREIGN KEY (batch_id) REFERENCES payout_batches(batch_id);
alter table payouts add constraint payout_commission_hold_there FOREIGN KEY (commission_hold_id) REFERENCES ledger_transfers(transfer_id);
alter table payouts add constraint payout_gross_positive CHECK ((gross_minor > 0));
alter table payouts add constraint payout_net_hold_there FOREIGN KEY (net_hold_id) REFERENCES ledger_transfers(transfer_id);
alter table payouts add constraint payout_paid_at_known CHECK ((((state = 'paid'::text) <= (paid_at IS NOT NULL)) AND ((state = ANY (ARRAY['planned'::text, 'sent'::text])) <= (paid_at IS NULL))));
alter table payouts add constraint payout_return_told CHECK ((((state = 'returned'::text) = (returned_at IS NOT NULL)) AND ((returned_at IS NULL) = (returned_by IS NULL)) AND ((returned_at IS NULL) = (return_reason IS NULL))));
alter table payouts add constraint payout_returned_by_known CHECK ((returned_by = ANY (ARRAY['staff'::text, 'bank'::text, 'payee_bank'::text])));
alter table payouts add constraint payout_sent_to_a_bank CHECK (((sent_at IS NULL) OR (num_nulls(batch_id, account_id, bank) = 0)));
alter table payouts add constraint payout_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'sent'::text, 'paid'::text, 'returned'::text])));
alter table payouts add constraint payouts_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table payouts add constraint payouts_pkey PRIMARY KEY (payout_id);
alter table peer_nonces add constraint peer_nonces_pkey PRIMARY KEY (keyid, nonce);
alter table pictures add constraint picture_id_is_digest CHECK ((picture_id ~ '^[0-9a-f]{64}$'::text));
alter table pictures add constraint picture_small CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1048576)));
alter table pictures add constraint picture_type_known CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text])));
alter table pictures add constraint pictures_pkey PRIMARY KEY (picture_id);
alter table pictures add constraint pictures_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES staff(staff_id);
alter table published_documents add constraint document_known CHECK ((document = ANY (ARRAY['terms'::text, 'privacy'::text, 'marketing'::text, 'faq'::text])));
alter table published_documents add constraint published_documents_pkey PRIMARY KEY (document, version);
alter table published_documents add constraint published_documents_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff(staff_id);
alter table published_documents add constraint version_counts CHECK ((version >= 1));
alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (key);
alter table reconciliations add constraint done_is_finished CHECK (((state = 'done'::text) = (finished_at IS NOT NULL)));
alter table reconciliations add constraint reconciliation_state_known CHECK ((state = ANY (ARRAY['listing'::text, 'paying'::text, 'comparing'::text, 'done'::text])));
alter table reconciliations add constraint reconciliations_pkey PRIMARY KEY (reconciliation_id);
alter table reconciliations add constraint reconciliations_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table reconciliations add constraint unfinished_is_due CHECK (((state = 'done'::text) = (due_at IS NULL)));
alter table restore_findings add constraint one_finding UNIQUE NULLS NOT DISTINCT (epoch_no, kind, subject_id, about);
alter table restore_findings add constraint restore_findings_epoch_no_fkey FOREIGN KEY (epoch_no) REFERENCES epochs(epoch_no);
alter table restore_findings add constraint restore_findings_pkey PRIMARY KEY (finding_no);
alter table schema_migrations add constraint schema_migrations_pkey PRIMARY KEY (name);
alter table schema_needs add constraint schema_needs_pkey PRIMARY KEY (migration);
alter table service_accounts add constraint service_accounts_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_accounts_pkey PRIMARY KEY (staff_id);
alter table service_accounts add constraint service_accounts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_has_scopes CHECK ((cardinality(scopes) > 0));
alter table service_tokens add constraint service_tokens_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_tokens add constraint service_tokens_pkey PRIMARY KEY (token_digest);
alter table service_tokens add constraint service_tokens_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES service_accounts(staff_id);
alter table signed_messages add constraint encoding_known CHECK ((encoding = 'zstd'::text)) NOT VALID;
alter table signed_messages add constraint message_direction_known CHECK ((direction = ANY (ARRAY['received_request'::text, 'received_response'::text])));
alter table signed_messages add constraint response_has_status CHECK (((direction = 'received_response'::text) = ((status IS NOT NULL) AND (request_headers IS NOT NULL))));
alter table signed_messages add constraint signed_messages_keyid_fkey FOREIGN KEY (keyid) REFERENCES party_keys(keyid);
alter table signed_messages add constraint signed_messages_pkey PRIMARY KEY (message_id);
alter table silent_parties add constraint silent_parties_pkey PRIMARY KEY (party);
alter table staff add constraint staff_login_once UNIQUE (login);
alter table staff add constraint staff_pkey PRIMARY KEY (staff_id);
alter table staff add constraint staff_role_known CHECK ((role = ANY (ARRAY['treasurer'::text, 'auditor'::text, 'service'::text])));
alter table staff add constraint staff_service_has_no_password CHECK (((role = 'service'::text) = (password_hash IS NULL)));
alter table staff_authenticators add constraint staff_authenticators_pkey PRIMARY KEY (authenticator_id);
alter table staff_authenticators add constraint staff_authenticators_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_known_browsers add constraint staff_known_browsers_pkey PRIMARY KEY (token_digest, staff_id);
alter table staff_known_browsers add constraint staff_known_browsers_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_notes add constraint note_action_in_bounds CHECK (((length(action) >= 1) AND (length(action) <= 32)));
alter table staff_notes add constraint note_says_something CHECK (((forgotten_at IS NOT NULL) OR ((length(btrim(text)) >= 1) AND (length(btrim(text)) <= 500))));
alter table staff_notes add constraint staff_notes_pkey PRIMARY KEY (note_id);
alter table staff_notes add constraint staff_notes_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_passkey_challenges add constraint staff_passkey_challenges_pkey PRIMARY KEY (challenge_digest);
alter table staff_passkey_challenges add constraint staff_passkey_challenges_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_passkeys add constraint staff_passkey_once UNIQUE (credential_id);
alter table staff_passkeys add constraint staff_passkeys_pkey PRIMARY KEY (passkey_id);
alter table staff_passkeys add constraint staff_passkeys_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_recovery_codes add constraint staff_recovery_codes_pkey PRIMARY KEY (code_digest);
alter table staff_recovery_codes add constraint staff_recovery_codes_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_resets add constraint staff_reset_by_another CHECK ((made_by <> staff_id));
alter table staff_resets add constraint staff_reset_has_token CHECK (((kind = 'password'::text) = (token_digest IS NOT NULL)));
alter table staff_resets add constraint staff_reset_kind_known CHECK ((kind = ANY (ARRAY['password'::text, 'second_factor'::text])));
alter table staff_resets add constraint staff_resets_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table staff_resets add constraint staff_resets_pkey PRIMARY KEY (reset_id);
alter table staff_resets add constraint staff_resets_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_resets add constraint staff_resets_token_digest_key UNIQUE (token_digest);
alter table staff_sessions add constraint staff_session_stage_known CHECK ((stage = ANY (ARRAY['open'::text, 'second_factor'::text, 'enrolment'::text])));
alter table staff_sessions add constraint staff_sessions_pkey PRIMARY KEY (session_id);
alter table staff_sessions add constraint staff_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_sessions add constraint staff_sessions_token_digest_key UNIQUE (token_digest);
alter table staff_views add constraint one_view_of_a_name UNIQUE (staff_id, list, name);
alter table staff_views add constraint staff_views_pkey PRIMARY KEY (view_id);
alter table staff_views add constraint staff_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table staff_views add constraint view_filters_are_an_object CHECK ((jsonb_typeof(filters) = 'object'::text));
alter table staff_views add constraint view_list_in_bounds CHECK (((length(list) >= 1) AND (length(list) <= 32)));
alter table staff_views add constraint view_name_in_bounds CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 60)));
alter table test_cards add constraint test_cards_pkey PRIMARY KEY (card_digest);
alter table text_opt_outs add constraint text_opt_out_channel_known CHECK ((channel = ANY (ARRAY['text'::text, 'kakao'::text])));
alter table text_opt_outs add constraint text_opt_out_told_by_known CHECK ((told_by = ANY (ARRAY['text'::text, 'provider'::text, 'before'::text])));
alter table text_opt_outs add constraint text_opt_outs_pkey PRIMARY KEY (phone, sender, channel, stopped_at);
alter table text_submissions add constraint text_submission_state_known CHECK ((state = ANY (ARRAY['begun'::text, 'submitted'::text, 'ended'::text])));
alter table text_submissions add constraint text_submissions_pkey PRIMARY KEY (submission_id);
alter table texts_heard add constraint texts_heard_pkey PRIMARY KEY (provider, provider_message_id);
alter table unapplied_notices add constraint lines_positive CHECK ((lines > 0)) NOT VALID;
alter table unapplied_notices add constraint one_row_a_line UNIQUE (sender, batch_no, line_no);
alter table unapplied_notices add constraint unapplied_notices_pkey PRIMARY KEY (unapplied_no);
alter table unapplied_notices add constraint unapplied_notices_sender_batch_no_fkey FOREIGN KEY (sender, batch_no) REFERENCES inbox_batches(sender, batch_no);
alter table unapplied_notices add constraint unapplied_reason_known CHECK ((reason = ANY (ARRAY['failed'::text, 'behind_another'::text, 'busy'::text, 'unknown_kind'::text, 'unreadable'::text])));
CREATE UNIQUE INDEX account_proposals_by_account ON public.account_proposals USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX account_proposals_by_time ON public.account_proposals USING btree (payee, received_at);
CREATE INDEX acknowledged_findings_by_staff ON public.acknowledged_findings USING btree (staff_id);
CREATE INDEX acquirer_movements_by_payment ON public.acquirer_movements USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX acquirer_movements_by_reconciliation ON public.acquirer_movements USING btree (reconciliation_id, payment_id);
CREATE INDEX acquirer_requests_by_end ON public.acquirer_requests USING btree (acquirer, closed_at) WHERE ((state = 'done'::text) AND (kind <> 'void'::text) AND (closed_at IS NOT NULL));
CREATE INDEX acquirer_requests_by_payment ON public.acquirer_requests USING btree (payment_id);
CREATE INDEX acquirer_requests_due ON public.acquirer_requests USING btree (acquirer, due_at) WHERE (state = 'open'::text);
CREATE INDEX answers_to_forget ON public.idempotency_keys USING btree (claimed_at) WHERE (fingerprint <> '\x'::bytea);
CREATE INDEX audit_trail_by_staff ON public.audit_trail USING btree (staff_id, audit_id);
CREATE INDEX bank_files_by_time ON public.bank_files USING btree (direction, file_id);
CREATE INDEX bank_files_to_take ON public.bank_files USING btree (file_id) WHERE ((direction = 'to_bank'::text) AND (taken_at IS NULL));
CREATE INDEX bank_reports_by_file ON public.bank_reports USING btree (file_id);
CREATE INDEX batches_due ON public.payout_batches USING btree (bank, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX business_details_by_logo ON public.business_details USING btree (logo_id);
CREATE INDEX business_details_by_staff ON public.business_details USING btree (published_by);
CREATE INDEX calls_by_subject ON public.calls USING btree (subject_id);
CREATE INDEX calls_due_by_party ON public.calls USING btree (party, next_attempt_at) WHERE (state = ANY (ARRAY['planned'::text, 'unknown'::text]));
CREATE INDEX calls_to_forget ON public.calls USING btree (settled_at) WHERE (forgotten_at IS NULL);
CREATE INDEX differences_by_movement ON public.differences USING btree (movement_id) WHERE (movement_id IS NOT NULL);
CREATE INDEX differences_by_payment ON public.differences USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX differences_by_subject ON public.differences USING btree (subject_id, about, difference_id);
CREATE INDEX differences_open ON public.differences USING btree (difference_id) WHERE (state = 'open'::text);
CREATE INDEX differences_unclosed ON public.differences USING btree (acquirer, payment_id) WHERE (state <> 'closed'::text);
CREATE INDEX dismissed_breaks_by_staff ON public.dismissed_breaks USING btree (staff_id);
CREATE INDEX dismissed_notices_by_staff ON public.dismissed_notices USING btree (staff_id);
CREATE INDEX disputes_by_payment ON public.disputes USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE UNIQUE INDEX disputes_by_position ON public.disputes USING btree (payer_party, "position") WHERE ("position" IS NOT NULL);
CREATE INDEX disputes_by_time ON public.disputes USING btree (dispute_id) WHERE (state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]));
CREATE INDEX disputes_due ON public.disputes USING btree (acquirer, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX failing_work_by_subject ON public.failing_work USING btree (subject_id);
CREATE INDEX job_claims_by_party ON public.job_claims USING btree (job, party);
CREATE INDEX job_claims_ended ON public.job_claims USING btree (claimed_until);
CREATE INDEX journal_by_reference ON ONLY public.journal USING btree (store_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX journal_by_seq ON ONLY public.journal USING btree (seq);
CREATE INDEX journal_by_store ON ONLY public.journal USING btree (store_id, at) WHERE (store_id IS NOT NULL);
CREATE INDEX journal_by_subject ON ONLY public.journal USING btree (subject_id, entry_no);
CREATE INDEX journal_carried_by_month ON public.journal_carried USING btree (month);
CREATE INDEX journal_ranges_open ON public.journal_ranges USING btree (party, range_no) WHERE (acknowledged_at IS NULL);
CREATE INDEX journal_reversals ON ONLY public.journal USING btree (parent_id) WHERE (reversed_minor IS NOT NULL);
CREATE INDEX ledger_transfers_by_credit ON public.ledger_transfers USING btree (credit_account_id);
CREATE INDEX ledger_transfers_by_debit ON public.ledger_transfers USING btree (debit_account_id);
CREATE INDEX ledger_transfers_by_subject ON public.ledger_transfers USING btree (subject_id);
CREATE INDEX notice_queue_by_party ON public.notice_queue USING btree (party, "position");
CREATE UNIQUE INDEX one_account_confirmed ON public.payee_accounts USING btree (payee, currency) WHERE (state = 'confirmed'::text);
CREATE UNIQUE INDEX one_account_entered ON public.payee_accounts USING btree (payee, currency) WHERE (state = 'entered'::text);
CREATE UNIQUE INDEX one_break_of_a_kind ON public.inbox_breaks USING btree (sender, batch_no, reason, refused_digest) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX one_difference_at_a_time ON public.differences USING btree (subject_id, about) WHERE (state <> 'closed'::text);
CREATE UNIQUE INDEX one_open_batch_a_party ON public.notice_batches USING btree (party) WHERE (acknowledged_at IS NULL);
CREATE UNIQUE INDEX one_open_capture_or_void ON public.acquirer_requests USING btree (payment_id) WHERE ((state = 'open'::text) AND (kind <> 'refund'::text));
CREATE UNIQUE INDEX one_proposal_waiting ON public.account_proposals USING btree (payee, currency) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX one_reconciliation_a_night ON public.reconciliations USING btree (acquirer, day) WHERE (staff_id IS NULL);
CREATE INDEX payee_accounts_by_time ON public.payee_accounts USING btree (payee, account_id);
CREATE INDEX payment_events_by_payment ON public.payment_events_before USING btree (payment_id, event_id);
CREATE INDEX payments_answer_due ON public.payments USING btree (answer_due_at) WHERE ((status = 'processing'::text) AND (answer_due_at IS NOT NULL));
CREATE UNIQUE INDEX payments_by_acquirer_reference ON public.payments USING btree (acquirer, acquirer_reference) WHERE (acquirer_reference IS NOT NULL);
CREATE INDEX payments_by_order ON public.payments USING btree (order_id);
CREATE INDEX payments_by_payee ON public.payments USING btree (payee, created_at);
CREATE INDEX payments_by_time ON public.payments USING btree (created_at);
CREATE INDEX payments_expiring ON public.payments USING btree (authorisation_expires_at) WHERE (status = ANY (ARRAY['authorised'::text, 'requires_action'::text, 'processing'::text]));
CREATE INDEX payments_to_ask ON public.payments USING btree (answer_due_at) WHERE (answer_due_at IS NOT NULL);
CREATE INDEX payouts_by_batch ON public.payouts USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX payouts_by_payee ON public.payouts USING btree (payee, paid_at);
CREATE INDEX payouts_by_request ON public.payouts USING btree (requested_at, payout_id);
CREATE INDEX payouts_by_time ON public.payouts USING btree (paid_at, payout_id);
CREATE INDEX payouts_planned ON public.payouts USING btree (requested_at, payout_id) WHERE ((state = 'planned'::text) AND (batch_id IS NULL));
CREATE INDEX payouts_returned ON public.payouts USING btree (payee, returned_at) WHERE (returned_at IS NOT NULL);
CREATE INDEX payouts_returned_lately ON public.payouts USING btree (returned_at) WHERE (returned_at IS NOT NULL);
CREATE INDEX payouts_to_ask ON public.payouts USING btree (bank, ask_at) WHERE (ask_at IS NOT NULL);
CREATE INDEX payouts_unsettled ON public.payouts USING btree (payee, requested_at) WHERE (state = ANY (ARRAY['planned'::text, 'sent'::text]));
CREATE INDEX peer_nonces_by_expiry ON public.peer_nonces USING btree (expires_at);
CREATE UNIQUE INDEX pending_resolved_once ON public.ledger_transfers USING btree (pending_transfer_id) WHERE (pending_transfer_id IS NOT NULL);
CREATE INDEX pictures_by_staff ON public.pictures USING btree (uploaded_by);
CREATE INDEX published_documents_by_staff ON public.published_documents USING btree (published_by);
CREATE INDEX reconciliations_due ON public.reconciliations USING btree (acquirer, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX reconciliations_finished ON public.reconciliations USING btree (acquirer, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX reports_due ON public.bank_reports USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE UNIQUE INDEX service_token_once ON public.service_tokens USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX signed_messages_to_forget ON public.signed_messages USING btree (received_at) WHERE (forgotten_at IS NULL);
CREATE UNIQUE INDEX staff_authenticator_once ON public.staff_authenticators USING btree (staff_id) WHERE ((confirmed_at IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX staff_known_browsers_by_expiry ON public.staff_known_browsers USING btree (expires_at);
CREATE INDEX staff_known_browsers_of ON public.staff_known_browsers USING btree (staff_id);
CREATE INDEX staff_notes_by_staff ON public.staff_notes USING btree (staff_id);
CREATE INDEX staff_notes_by_subject ON public.staff_notes USING btree (subject_id, note_id);
CREATE INDEX staff_notes_to_forget ON public.staff_notes USING btree (at) WHERE (forgotten_at IS NULL);
CREATE INDEX staff_passkey_challenges_by_expiry ON public.staff_passkey_challenges USING btree (expires_at);
CREATE INDEX staff_passkeys_of ON public.staff_passkeys USING btree (staff_id) WHERE (removed_at IS NULL);
CREATE INDEX staff_recovery_codes_open ON public.staff_recovery_codes USING btree (staff_id) WHERE ((used_at IS NULL) AND (replaced_at IS NULL));
CREATE INDEX staff_resets_of ON public.staff_resets USING btree (staff_id, created_at);
CREATE INDEX staff_sessions_by_expiry ON public.staff_sessions USING btree (expires_at);
CREATE INDEX staff_sessions_open ON public.staff_sessions USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX strangers_keys_by_age ON public.idempotency_keys USING btree (claimed_at) WHERE (scope = ANY (ARRAY['registration'::text, 'hand_over'::text, 'enrolment'::text, 'payer'::text]));
CREATE UNIQUE INDEX text_opt_outs_now ON public.text_opt_outs USING btree (phone, sender, channel) WHERE (resumed_at IS NULL);
CREATE INDEX text_submissions_by_age ON public.text_submissions USING btree (begun_at);
CREATE UNIQUE INDEX text_submissions_by_provider_id ON public.text_submissions USING btree (provider, provider_message_id) WHERE (provider_message_id IS NOT NULL);
CREATE INDEX text_submissions_of_phone ON public.text_submissions USING btree (provider, phone, begun_at);
CREATE INDEX text_submissions_open ON public.text_submissions USING btree (message_id) WHERE (state = ANY (ARRAY['begun'::text, 'submitted'::text]));
CREATE INDEX text_submissions_to_ask ON public.text_submissions USING btree (provider, ask_at) WHERE (ask_at IS NOT NULL);
CREATE INDEX texts_heard_by_age ON public.texts_heard USING btree (claimed_until);
CREATE INDEX unapplied_by_kind ON public.unapplied_notices USING btree (kind) WHERE ((applied_at IS NULL) AND (reason = 'unknown_kind'::text));
CREATE INDEX unapplied_by_subject ON public.unapplied_notices USING btree (subject_id);
CREATE INDEX unapplied_due ON public.unapplied_notices USING btree (next_attempt_at) WHERE (applied_at IS NULL);
CREATE INDEX unapplied_holding_up ON public.unapplied_notices USING btree (sender, subject_id, batch_no, line_no) WHERE ((applied_at IS NULL) AND (reason <> 'unknown_kind'::text));
CREATE INDEX unapplied_open ON public.unapplied_notices USING btree (unapplied_no) WHERE (applied_at IS NULL);
grant insert, select on account_proposals to :runtime_role;
grant insert, select on acknowledged_findings to :runtime_role;
grant insert, select on acquirer_movements to :runtime_role;
grant insert, select on acquirer_requests to :runtime_role;
grant delete, insert, select, update on alarms to :runtime_role;
grant insert, select on audit_trail to :runtime_role;
grant select on backup_outcomes to :runtime_role;
grant insert, select on bank_files to :runtime_role;
grant insert, select on bank_reports to :runtime_role;
grant insert, select, update on book_checks to :runtime_role;
grant insert, select on business_details to :runtime_role;
grant insert, select on calls to :runtime_role;
grant insert, select on differences to :runtime_role;
grant insert, select on dismissed_breaks to :runtime_role;
grant insert, select on dismissed_notices to :runtime_role;
grant insert, select on dispute_positions to :runtime_role;
grant insert, select on disputes to :runtime_role;
grant insert, select on epochs to :runtime_role;
grant delete, insert, select, update on failing_work to :runtime_role;
grant delete, insert, select on idempotency_keys to :runtime_role;
grant insert, select on inbox to :runtime_role;
grant insert, select on inbox_batches to :runtime_role;
grant insert, select on inbox_breaks to :runtime_role;
grant insert, select on inbox_epochs to :runtime_role;
grant insert, select, update on inbox_positions to :runtime_role;
grant insert, select, update on inbox_senders to :runtime_role;
grant delete, insert, select, update on job_claims to :runtime_role;
grant insert, select on journal to :runtime_role;
grant select on journal_carried to :runtime_role;
grant select on journal_dropped_months to :runtime_role;
grant insert, select on journal_ids to :runtime_role;
grant insert, select on journal_parties to :runtime_role;
grant insert, select on journal_ranges to :runtime_role;
grant select on journal_sequencer to :runtime_role;
grant insert, select on leases to :runtime_role;
grant insert, select on ledger_accounts to :runtime_role;
grant insert, select on ledger_balances to :runtime_role;
grant insert, select on ledger_entries to :runtime_role;
grant insert, select on ledger_transfers to :runtime_role;
grant insert, select on notice_batches to :runtime_role;
grant delete, insert, select on notice_queue to :runtime_role;
grant insert, select, update on notice_recipients to :runtime_role;
grant insert, select on party_keys to :runtime_role;
grant insert, select on payee_accounts to :runtime_role;
grant insert, select on payment_events to :runtime_role;
grant insert, select on payment_method_setups to :runtime_role;
grant insert, select on payment_methods to :runtime_role;
grant insert, select on payment_orders to :runtime_role;
grant insert, select on payments to :runtime_role;
grant insert, select on payout_approvals to :runtime_role;
grant insert, select on payout_batches to :runtime_role;
grant insert, select on payouts to :runtime_role;
grant delete, insert, select on peer_nonces to :runtime_role;
grant insert, select on pictures to :runtime_role;
grant insert, select on published_documents to :runtime_role;
grant delete, insert, select, update on rate_limits to :runtime_role;
grant insert, select on reconciliations to :runtime_role;
grant insert, select on restore_findings to :runtime_role;
grant select on schema_migrations to :runtime_role;
grant select on schema_needs to :runtime_role;
grant insert, select on service_accounts to :runtime_role;
grant insert, select on service_tokens to :runtime_role;
grant insert, select on signed_messages to :runtime_role;
grant delete, insert, select, update on silent_parties to :runtime_role;
grant insert, select on staff to :runtime_role;
grant insert, select on staff_authenticators to :runtime_role;
grant delete, insert, select on staff_known_browsers to :runtime_role;
grant insert, select on staff_notes to :runtime_role;
grant delete, insert, select on staff_passkey_challenges to :runtime_role;
grant insert, select on staff_passkeys to :runtime_role;
grant insert, select on staff_recovery_codes to :runtime_role;
grant insert, select on staff_resets to :runtime_role;
grant delete, insert, select on staff_sessions to :runtime_role;
grant delete, insert, select on staff_views to :runtime_role;
grant insert, select on text_opt_outs to :runtime_role;
grant delete, insert, select, update on text_submissions to :runtime_role;
grant delete, insert, select, update on texts_heard to :runtime_role;
grant insert, select on unapplied_notices to :runtime_role;
grant update (account_id, account_sealed, decided_at, decided_by, reason, state) on account_proposals to :runtime_role;
grant update (closed_at, due_at, refused_because, state) on acquirer_requests to :runtime_role;
grant update (body_sealed, taken_at, taken_by) on bank_files to :runtime_role;
grant update (due_at) on bank_reports to :runtime_role;
grant update (answer, attempts, code, evidence_id, next_attempt_at, settled_at, state, status, unknown_reason) on calls to :runtime_role;
grant update (closed_at, closed_because, dismissed_because, dismissed_by, state) on differences to :runtime_role;
grant update (last_position) on dispute_positions to :runtime_role;
grant update (amount_minor, covered_minor, due_at, payer_party, payment_id, position, reason, respond_by, state) on disputes to :runtime_role;
grant update (lost_since, reconciled_at) on epochs to :runtime_role;
grant update (answered_at, body, claimed_until, content_type, status) on idempotency_keys to :runtime_role;
grant update (last_digest, last_position, last_range_no, silent_attempts, silent_until) on journal_parties to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on journal_ranges to :runtime_role;
grant update (fence, floor_seq, holder, lease_until, next_floor_seq, next_xid, system_identifier, taken) on journal_sequencer to :runtime_role;
grant update (fence, holder, leased_until) on leases to :runtime_role;
grant update (balance_minor, held_minor, version) on ledger_balances to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on notice_batches to :runtime_role;
grant update (decided_at, decided_by, ended_at, holder_sealed, number_sealed, reason, state) on payee_accounts to :runtime_role;
grant update (acquirer_reference, used_at) on payment_method_setups to :runtime_role;
grant update (cancelled_at) on payment_orders to :runtime_role;
grant update (acquirer_reference, action_digest, answer_due_at, approval_number, authorisation_expires_at, captured_minor, decline_reason, hold_transfer_id, refunded_minor, status) on payments to :runtime_role;
grant update (at) on payout_approvals to :runtime_role;
grant update (due_at, sent_at) on payout_batches to :runtime_role;
grant update (account_id, approvals_needed, ask_at, bank, batch_id, commission_hold_id, net_hold_id, paid_at, return_reason, returned_at, returned_by, sent_at, state) on payouts to :runtime_role;
grant update (after, compared_to, due_at, finished_at, movements, pages, paid_minor, payout_movement_id, state) on reconciliations to :runtime_role;
grant update (ended_at, last_used_at) on service_tokens to :runtime_role;
grant update (left_at, password_hash) on staff to :runtime_role;
grant update (confirmed_at, last_step, removed_at, secret_sealed) on staff_authenticators to :runtime_role;
grant update (expires_at) on staff_known_browsers to :runtime_role;
grant update (used_at) on staff_passkey_challenges to :runtime_role;
grant update (last_used_at, removed_at, sign_count) on staff_passkeys to :runtime_role;
grant update (replaced_at, used_at) on staff_recovery_codes to :runtime_role;
grant update (ended_at, used_at) on staff_resets to :runtime_role;
grant update (ended_at, expires_at, last_seen_at, proved_at, stage, token_digest) on staff_sessions to :runtime_role;
grant update (filters, saved_at) on staff_views to :runtime_role;
grant update (resumed_at) on text_opt_outs to :runtime_role;
grant update (applied_at, attempts, lines, next_attempt_at, problem, reason) on unapplied_notices to :runtime_role;
