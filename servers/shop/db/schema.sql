-- Made by `npm run schema` from the migrations; a picture for readers, not a source.

create table account_changes (
  change_id uuid not null,
  account_id uuid not null,
  change text not null,
  currency text not null,
  bank_code text,
  last4 text not null,
  changed_at timestamp with time zone not null,
  noticed_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid
);
create table account_proposals (
  proposal_id uuid not null,
  currency text not null,
  kind text not null,
  bank_code text,
  last4 text not null,
  account_sealed bytea,
  state text not null,
  since timestamp with time zone not null,
  reason text,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  withdrawn_by uuid,
  sent_at timestamp with time zone
);
create table acknowledged_findings (
  finding_no bigint not null,
  staff_id uuid not null,
  reason text not null,
  at timestamp with time zone not null
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
create table cash_events (
  order_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  clerk_id uuid,
  second_clerk_id uuid,
  terminal_id uuid,
  store_id uuid,
  evidence_id uuid,
  is_restored boolean not null default false
);
create table cash_payments (
  order_id uuid not null,
  payment_id uuid not null,
  receipt_no text not null,
  operator text not null,
  payer_reference uuid not null,
  terminal_id uuid not null,
  store_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  returned_at timestamp with time zone
);
create table certificate_balances (
  certificate_id uuid not null,
  balance_minor bigint not null,
  held_minor bigint not null default 0,
  entry_no bigint not null,
  pin_version integer not null default 0
);
create table certificate_entries_before (
  certificate_id uuid not null,
  entry_no bigint not null,
  kind text not null,
  before_minor bigint not null,
  delta_minor bigint not null,
  after_minor bigint not null,
  reference_id uuid not null,
  at timestamp with time zone not null
);
create table certificate_extensions (
  extension_id uuid not null,
  certificate_id uuid not null,
  before_at timestamp with time zone not null,
  after_at timestamp with time zone not null,
  at timestamp with time zone not null
);
create table certificates (
  certificate_id uuid not null,
  order_id uuid not null,
  operator text not null,
  buyer_name text not null,
  buyer_member_number text not null,
  recipient_name text not null,
  recipient_phone text,
  recipient_email text,
  holder_name text,
  amount_minor bigint not null,
  currency character(3) not null,
  state text not null,
  expires_at timestamp with time zone not null,
  registered_at timestamp with time zone not null,
  registered_evidence_id uuid not null,
  phone text,
  number_digest bytea,
  number_encrypted bytea,
  number_key_version text,
  number_last4 text,
  pin_digest bytea,
  pin_key_version text,
  accepted_at timestamp with time zone,
  accepted_evidence_id uuid,
  cancelled_reason text,
  failed_attempts integer not null default 0,
  locked_at timestamp with time zone,
  issued_at timestamp with time zone,
  print_count integer not null default 0,
  cancelled_evidence_id uuid,
  lock_told_for timestamp with time zone,
  expiry_told_for timestamp with time zone,
  last_day_told_for timestamp with time zone,
  code_needed_since timestamp with time zone,
  number_digest_key_version text,
  pin_replaced_at timestamp with time zone,
  people_from timestamp with time zone,
  people_forgotten_at timestamp with time zone,
  frozen_at timestamp with time zone,
  locked_since timestamp with time zone
);
create table checkouts (
  checkout_id uuid not null,
  asked_minor bigint not null,
  held_minor bigint not null,
  currency character(3) not null,
  code_digest bytea not null,
  attempts integer not null default 0,
  created_at timestamp with time zone not null
);
create table clerk_openings (
  opening_id uuid not null,
  phone text not null,
  terminal_id uuid not null,
  clerk_id uuid not null,
  proof text not null,
  verification_id uuid,
  at timestamp with time zone not null,
  certificate_ids uuid[] not null default '{}'::uuid[]
);
create table clerk_sessions (
  session_id uuid not null,
  clerk_id uuid not null,
  terminal_id uuid not null,
  signed_in_by text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table clerks (
  clerk_id uuid not null,
  clerk_number bigint not null,
  name text not null,
  pin_digest bytea,
  pin_key_version text,
  first_pin_expires_at timestamp with time zone,
  badge_digest bytea,
  badge_made_at timestamp with time zone,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone
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
create table guessed_phones (
  phone text not null,
  at timestamp with time zone not null,
  guess_id uuid not null default gen_random_uuid()
);
create table hand_overs (
  hand_over_id uuid not null,
  certificate_id uuid not null,
  from_phone text not null,
  to_phone text not null,
  state text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table holds (
  hold_id uuid not null,
  certificate_id uuid not null,
  terminal_id uuid,
  checkout_id uuid,
  amount_minor bigint not null,
  state text not null,
  expires_at timestamp with time zone not null,
  sale_reference text not null,
  created_at timestamp with time zone not null,
  redemption_id uuid
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
create table issues_before (
  issue_id uuid not null,
  certificate_id uuid not null,
  terminal_id uuid not null,
  print_no integer not null,
  at timestamp with time zone not null
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
create table member_lookups (
  lookup_id uuid not null,
  party text not null,
  order_id uuid not null,
  phone text not null,
  found boolean not null,
  evidence_id uuid not null,
  at timestamp with time zone not null
);
create table member_registrations (
  registration_id uuid not null,
  name text not null,
  phone text not null,
  email text,
  locale text not null,
  expires_at timestamp with time zone not null
);
create table member_sessions (
  session_id uuid not null,
  member_id uuid not null,
  token_digest bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table members (
  member_id uuid not null,
  member_no text not null,
  name text,
  phone text,
  email text,
  locale text not null default 'ko'::text,
  origin text not null,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone
);
create table messages (
  message_id uuid not null,
  phone text not null,
  text text not null default ''::text,
  state text not null,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  provider_message_id text,
  created_at timestamp with time zone not null,
  channel text not null default 'sms'::text,
  content_sealed bytea,
  operator text,
  expires_at timestamp with time zone,
  problem text,
  sending_since timestamp with time zone,
  sending_claim uuid,
  kind text,
  locale text
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
create table opening_tallies (
  origin text not null,
  minute timestamp with time zone not null,
  slot smallint not null,
  compared bigint not null,
  wrong bigint not null
);
create table party_keys (
  keyid text not null,
  party text not null,
  public_jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  first_seen_at timestamp with time zone not null
);
create table payment_relays (
  call_id uuid not null,
  party text not null,
  order_id uuid not null,
  evidence_id uuid not null,
  at timestamp with time zone not null
);
create table peer_nonces (
  keyid text not null,
  nonce text not null,
  expires_at timestamp with time zone not null
);
create table phone_codes (
  code_id uuid not null,
  purpose text not null,
  subject text not null,
  phone text not null,
  code_digest bytea not null,
  attempts integer not null default 0,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  asked_by bytea,
  told_by text not null default 'text'::text
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
create table recipient_corrections (
  correction_id uuid not null,
  certificate_id uuid not null,
  before_name text not null,
  before_phone text,
  before_email text,
  evidence_id uuid not null,
  at timestamp with time zone not null
);
create table redemptions_before (
  redemption_id uuid not null,
  sale_id uuid not null,
  certificate_id uuid not null,
  amount_minor bigint not null,
  currency character(3) not null,
  channel text not null,
  store_id uuid not null,
  terminal_id uuid,
  sale_reference text not null,
  entry_no bigint not null,
  at timestamp with time zone not null,
  clerk_id uuid
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
create table reversal_approvals (
  approval_id uuid not null,
  redemption_id uuid not null,
  terminal_id uuid not null,
  clerk_id uuid not null,
  approved_with text not null,
  at timestamp with time zone not null
);
create table reversal_reasons (
  reversal_id uuid not null,
  clerk_id uuid not null,
  reason text,
  second_clerk_id uuid
);
create table reversals_before (
  reversal_id uuid not null,
  redemption_id uuid not null,
  terminal_id uuid,
  at timestamp with time zone not null,
  part_no integer not null,
  amount_minor bigint not null,
  reversed_before_minor bigint not null,
  reversed_after_minor bigint not null,
  used_minor bigint not null,
  staff_id uuid,
  entry_no bigint not null,
  clerk_id uuid,
  certificate_id uuid,
  store_id uuid,
  currency character(3)
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
create table shop_windows (
  operator text not null,
  shop_id text not null,
  version integer not null,
  description_ko text,
  description_en text,
  usage_ko text,
  usage_en text,
  picture_id text,
  amount_min_minor bigint not null,
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  published_at timestamp with time zone not null,
  published_by uuid not null
);
create table shown_shops (
  operator text not null,
  shop_id text not null,
  name_ko text not null,
  name_en text not null,
  currency text not null,
  limit_min_minor bigint not null,
  limit_max_minor bigint not null,
  version integer not null,
  description_ko text,
  description_en text,
  usage_ko text,
  usage_en text,
  picture_id text,
  amount_min_minor bigint not null,
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  refused_version integer,
  refused_code text,
  asked_at timestamp with time zone not null
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
create table spraying_alarms (
  alarm_id uuid not null,
  origin text not null,
  compared bigint not null,
  wrong bigint not null,
  raised_at timestamp with time zone not null,
  ended_at timestamp with time zone
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
create table stores (
  store_id uuid not null,
  name_ko text not null,
  name_en text not null,
  created_at timestamp with time zone not null,
  district text,
  address text,
  opening_hours text,
  phone text,
  district_en text,
  address_en text,
  opening_hours_en text,
  map_url text
);
create table terminal_challenges (
  challenge text not null,
  terminal_id uuid not null,
  expires_at timestamp with time zone not null
);
create table terminal_enrolments (
  terminal_id uuid not null,
  code_digest bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table terminal_sessions (
  session_id uuid not null,
  terminal_id uuid not null,
  token_digest bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table terminals (
  terminal_id uuid not null,
  store_id uuid not null,
  name text not null,
  public_jwk jsonb,
  enrolled_at timestamp with time zone,
  blocked_at timestamp with time zone,
  created_at timestamp with time zone not null
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
create table till_shifts (
  shift_id uuid not null,
  terminal_id uuid not null,
  shift_no integer not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null
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
create table verifications (
  verification_id uuid not null,
  token_digest bytea not null,
  terminal_id uuid,
  phone text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null
);
create table verified_certificates (
  verification_id uuid not null,
  certificate_id uuid not null
);
create table wordings (
  shop_id text not null,
  key text not null,
  locale text not null,
  version integer not null,
  wording text,
  published_at timestamp with time zone not null,
  published_by uuid not null
);
create view certificate_entries as
 SELECT e.certificate_id,
    e.entry_no,
    e.kind,
    e.before_minor,
    e.delta_minor,
    e.after_minor,
    e.reference_id,
    e.at,
        CASE e.kind
            WHEN 'redeemed'::text THEN ( SELECT r.store_id
               FROM redemptions_before r
              WHERE (r.redemption_id = e.reference_id))
            WHEN 'reversed'::text THEN ( SELECT COALESCE(v.store_id, r.store_id) AS "coalesce"
               FROM (reversals_before v
                 LEFT JOIN redemptions_before r USING (redemption_id))
              WHERE (v.reversal_id = e.reference_id))
            ELSE NULL::uuid
        END AS store_id
   FROM certificate_entries_before e
UNION ALL
 SELECT journal.subject_id AS certificate_id,
    journal.entry_no,
        CASE journal.kind
            WHEN 'certificate_registered'::text THEN 'registered'::text
            WHEN 'certificate_redeemed'::text THEN 'redeemed'::text
            WHEN 'redemption_reversed'::text THEN 'reversed'::text
            WHEN 'certificate_cancelled'::text THEN 'refunded'::text
            WHEN 'certificate_expired'::text THEN 'expired'::text
            WHEN 'certificate_extended'::text THEN 'extended'::text
            WHEN 'certificate_handed_over'::text THEN 'handed_over'::text
            WHEN 'certificate_opened_by_clerk'::text THEN 'opened_by_clerk'::text
            WHEN 'certificate_frozen'::text THEN 'frozen'::text
            WHEN 'certificate_unfrozen'::text THEN 'unfrozen'::text
            WHEN 'certificate_locked'::text THEN 'locked'::text
            WHEN 'certificate_unlocked'::text THEN 'unlocked'::text
            WHEN 'certificate_not_restored'::text THEN 'not_restored'::text
            ELSE journal.kind
        END AS kind,
    journal.before_minor,
    journal.delta_minor,
    journal.after_minor,
    journal.fact_id AS reference_id,
    journal.at,
    journal.store_id
   FROM journal
  WHERE ((journal.entry_no IS NOT NULL) AND (journal.subject_id IS NOT NULL) AND (journal.before_minor IS NOT NULL) AND (journal.delta_minor IS NOT NULL) AND (journal.after_minor IS NOT NULL));
create view certificate_movements as
 SELECT certificate_entries.certificate_id,
    certificate_entries.kind,
    certificate_entries.delta_minor
   FROM certificate_entries
UNION ALL
 SELECT journal_carried.subject_id AS certificate_id,
        CASE journal_carried.kind
            WHEN 'certificate_registered'::text THEN 'registered'::text
            WHEN 'certificate_redeemed'::text THEN 'redeemed'::text
            WHEN 'redemption_reversed'::text THEN 'reversed'::text
            WHEN 'certificate_cancelled'::text THEN 'refunded'::text
            WHEN 'certificate_expired'::text THEN 'expired'::text
            ELSE journal_carried.kind
        END AS kind,
    journal_carried.delta_minor
   FROM journal_carried
  WHERE ((journal_carried.subject_id IS NOT NULL) AND (journal_carried.last_entry_no IS NOT NULL));
create view issues as
 SELECT issues_before.issue_id,
    issues_before.certificate_id,
    issues_before.terminal_id,
    issues_before.print_no,
    issues_before.at
   FROM issues_before
UNION ALL
 SELECT journal.fact_id AS issue_id,
    journal.subject_id AS certificate_id,
    journal.terminal_id,
    journal.line_no AS print_no,
    journal.at
   FROM journal
  WHERE ((journal.kind = 'certificate_issued'::text) AND (journal.subject_id IS NOT NULL) AND (journal.terminal_id IS NOT NULL) AND (journal.line_no IS NOT NULL));
create view redemptions as
 SELECT redemptions_before.redemption_id,
    redemptions_before.sale_id,
    redemptions_before.certificate_id,
    redemptions_before.amount_minor,
    redemptions_before.currency,
    redemptions_before.channel,
    redemptions_before.store_id,
    redemptions_before.terminal_id,
    redemptions_before.sale_reference,
    redemptions_before.entry_no,
    redemptions_before.at,
    redemptions_before.clerk_id
   FROM redemptions_before
UNION ALL
 SELECT journal.fact_id AS redemption_id,
    journal.parent_id AS sale_id,
    journal.subject_id AS certificate_id,
    (- journal.delta_minor) AS amount_minor,
    journal.currency,
        CASE
            WHEN ((journal.terminal_id IS NOT NULL) OR ((journal.restored_in IS NOT NULL) AND (((journal.body)::jsonb ->> 'channel'::text) = 'store'::text))) THEN 'store'::text
            ELSE 'online'::text
        END AS channel,
    journal.store_id,
    journal.terminal_id,
    journal.reference AS sale_reference,
    journal.entry_no,
    journal.at,
    journal.clerk_id
   FROM journal
  WHERE ((journal.kind = 'certificate_redeemed'::text) AND (journal.subject_id IS NOT NULL) AND (journal.parent_id IS NOT NULL) AND (journal.delta_minor IS NOT NULL) AND (journal.currency IS NOT NULL) AND (journal.store_id IS NOT NULL) AND (journal.reference IS NOT NULL) AND (journal.entry_no IS NOT NULL));
create view redemptions_by_id as
 SELECT redemptions_before.redemption_id,
    redemptions_before.certificate_id,
    redemptions_before.amount_minor,
    redemptions_before.currency,
    redemptions_before.store_id,
    redemptions_before.at
   FROM redemptions_before
UNION ALL
 SELECT i.fact_id AS redemption_id,
    j.subject_id AS certificate_id,
    (- j.delta_minor) AS amount_minor,
    j.currency,
    j.store_id,
    j.at
   FROM (journal_ids i
     JOIN journal j ON (((j.at = i.at) AND (j.seq = i.seq))))
  WHERE ((j.kind = 'certificate_redeemed'::text) AND (j.subject_id IS NOT NULL) AND (j.delta_minor IS NOT NULL) AND (j.currency IS NOT NULL) AND (j.store_id IS NOT NULL));
create view redemptions_in_journal as
 SELECT fact_id AS redemption_id,
    parent_id AS sale_id,
    subject_id AS certificate_id,
    (- delta_minor) AS amount_minor,
    currency,
        CASE
            WHEN ((terminal_id IS NOT NULL) OR ((restored_in IS NOT NULL) AND (((body)::jsonb ->> 'channel'::text) = 'store'::text))) THEN 'store'::text
            ELSE 'online'::text
        END AS channel,
    store_id,
    terminal_id,
    reference AS sale_reference,
    entry_no,
    at,
    clerk_id
   FROM journal
  WHERE ((kind = 'certificate_redeemed'::text) AND (subject_id IS NOT NULL) AND (parent_id IS NOT NULL) AND (delta_minor IS NOT NULL) AND (currency IS NOT NULL) AND (store_id IS NOT NULL) AND (reference IS NOT NULL) AND (entry_no IS NOT NULL));
create view reversals as
 SELECT v.reversal_id,
    v.redemption_id,
    v.terminal_id,
    v.at,
    v.part_no,
    v.amount_minor,
    v.reversed_before_minor,
    v.reversed_after_minor,
    v.used_minor,
    v.staff_id,
    v.entry_no,
    v.clerk_id,
    r.certificate_id,
    r.store_id,
    r.currency
   FROM (reversals_before v
     JOIN redemptions_before r USING (redemption_id))
  WHERE (v.certificate_id IS NULL)
UNION ALL
 SELECT reversals_before.reversal_id,
    reversals_before.redemption_id,
    reversals_before.terminal_id,
    reversals_before.at,
    reversals_before.part_no,
    reversals_before.amount_minor,
    reversals_before.reversed_before_minor,
    reversals_before.reversed_after_minor,
    reversals_before.used_minor,
    reversals_before.staff_id,
    reversals_before.entry_no,
    reversals_before.clerk_id,
    reversals_before.certificate_id,
    reversals_before.store_id,
    reversals_before.currency
   FROM reversals_before
  WHERE ((reversals_before.certificate_id IS NOT NULL) AND (reversals_before.store_id IS NOT NULL) AND (reversals_before.currency IS NOT NULL))
UNION ALL
 SELECT journal.fact_id AS reversal_id,
    journal.parent_id AS redemption_id,
    journal.terminal_id,
    journal.at,
    journal.line_no AS part_no,
    journal.delta_minor AS amount_minor,
    (journal.reversed_minor - journal.delta_minor) AS reversed_before_minor,
    journal.reversed_minor AS reversed_after_minor,
    journal.original_minor AS used_minor,
    journal.staff_id,
    journal.entry_no,
    journal.clerk_id,
    journal.subject_id AS certificate_id,
    journal.store_id,
    journal.currency
   FROM journal
  WHERE ((journal.kind = 'redemption_reversed'::text) AND (journal.reversed_minor IS NOT NULL) AND (journal.parent_id IS NOT NULL) AND (journal.line_no IS NOT NULL) AND (journal.delta_minor IS NOT NULL) AND (journal.original_minor IS NOT NULL) AND (journal.entry_no IS NOT NULL) AND (journal.subject_id IS NOT NULL) AND (journal.store_id IS NOT NULL) AND (journal.currency IS NOT NULL));
alter table account_changes add constraint account_change_known CHECK ((change = ANY (ARRAY['entered'::text, 'confirmed'::text, 'refused'::text, 'ended'::text])));
alter table account_changes add constraint account_changes_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES staff(staff_id);
alter table account_changes add constraint account_changes_pkey PRIMARY KEY (change_id);
alter table account_changes add constraint acknowledged_by_somebody CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL)));
alter table account_changes add constraint one_change_of_a_kind UNIQUE (account_id, change);
alter table account_proposals add constraint account_proposals_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES staff(staff_id);
alter table account_proposals add constraint account_proposals_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES staff(staff_id);
alter table account_proposals add constraint account_proposals_pkey PRIMARY KEY (proposal_id);
alter table account_proposals add constraint account_proposals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES staff(staff_id);
alter table account_proposals add constraint bank_code_with_korean_proposal CHECK (((kind = 'kr'::text) = (bank_code IS NOT NULL)));
alter table account_proposals add constraint proposal_confirmed_by_another CHECK ((confirmed_by <> entered_by));
alter table account_proposals add constraint proposal_confirmed_by_somebody CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)));
alter table account_proposals add constraint proposal_kept_while_needed CHECK (((state = ANY (ARRAY['entered'::text, 'confirmed'::text])) = (account_sealed IS NOT NULL)));
alter table account_proposals add constraint proposal_sent_once_confirmed CHECK (((confirmed_by IS NOT NULL) OR ((sent_at IS NULL) AND (state = ANY (ARRAY['entered'::text, 'withdrawn'::text, 'expired'::text, 'outdated'::text])))));
alter table account_proposals add constraint proposal_state_known CHECK ((state = ANY (ARRAY['entered'::text, 'confirmed'::text, 'withdrawn'::text, 'expired'::text, 'outdated'::text, 'sent'::text, 'taken_over'::text, 'in_force'::text, 'refused'::text, 'replaced'::text, 'ended'::text, 'forgotten'::text])));
alter table account_proposals add constraint proposal_withdrawn_by_somebody CHECK (((state = 'withdrawn'::text) = (withdrawn_by IS NOT NULL)));
alter table account_proposals add constraint proposed_kind_known CHECK ((kind = ANY (ARRAY['iban'::text, 'kr'::text])));
alter table acknowledged_findings add constraint acknowledged_findings_finding_no_fkey FOREIGN KEY (finding_no) REFERENCES restore_findings(finding_no);
alter table acknowledged_findings add constraint acknowledged_findings_pkey PRIMARY KEY (finding_no);
alter table acknowledged_findings add constraint acknowledged_findings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table acknowledged_findings add constraint finding_reason_given CHECK ((reason <> ''::text));
alter table alarms add constraint alarms_pkey PRIMARY KEY (alarm, subject);
alter table audit_trail add constraint audit_trail_pkey PRIMARY KEY (audit_id);
alter table audit_trail add constraint audit_trail_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table backup_outcomes add constraint backup_outcome_kind_known CHECK ((kind = ANY (ARRAY['backup'::text, 'verification'::text, 'mark'::text])));
alter table backup_outcomes add constraint backup_outcomes_pkey PRIMARY KEY (kind);
alter table backup_outcomes add constraint failed_backup_has_problem CHECK (((failed_at IS NULL) = (problem IS NULL)));
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
alter table cash_events add constraint cash_event_known CHECK ((kind = ANY (ARRAY['asked'::text, 'taken'::text, 'captured'::text, 'voided'::text, 'refunded'::text, 'returned'::text])));
alter table cash_events add constraint cash_events_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table cash_events add constraint cash_events_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table cash_events add constraint cash_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES cash_payments(order_id);
alter table cash_events add constraint cash_events_pkey PRIMARY KEY (order_id, kind);
alter table cash_events add constraint cash_events_second_clerk_id_fkey FOREIGN KEY (second_clerk_id) REFERENCES clerks(clerk_id);
alter table cash_events add constraint cash_events_store_id_fkey FOREIGN KEY (store_id) REFERENCES stores(store_id);
alter table cash_events add constraint cash_events_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table cash_events add constraint cash_in_hand_has_a_name CHECK (((kind <> ALL (ARRAY['taken'::text, 'returned'::text])) OR is_restored OR (num_nulls(clerk_id, terminal_id, store_id) = 0)));
alter table cash_events add constraint cash_returned_by_two_people CHECK ((second_clerk_id <> clerk_id));
alter table cash_payments add constraint cash_amount_positive CHECK ((amount_minor > 0));
alter table cash_payments add constraint cash_captured_was_taken CHECK (((state <> ALL (ARRAY['authorised'::text, 'captured'::text, 'refunded'::text])) OR (taken_at IS NOT NULL)));
alter table cash_payments add constraint cash_not_taken_before_asked CHECK (((state <> ALL (ARRAY['processing'::text, 'declined'::text])) OR (taken_at IS NULL)));
alter table cash_payments add constraint cash_payments_payment_id_key UNIQUE (payment_id);
alter table cash_payments add constraint cash_payments_pkey PRIMARY KEY (order_id);
alter table cash_payments add constraint cash_payments_store_id_fkey FOREIGN KEY (store_id) REFERENCES stores(store_id);
alter table cash_payments add constraint cash_payments_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table cash_payments add constraint cash_receipt_form CHECK ((receipt_no ~ '^[0-9]{8}$'::text));
alter table cash_payments add constraint cash_returned_was_owed CHECK (((returned_at IS NULL) OR ((taken_at IS NOT NULL) AND (state = ANY (ARRAY['voided'::text, 'refunded'::text])))));
alter table cash_payments add constraint cash_state_known CHECK ((state = ANY (ARRAY['processing'::text, 'authorised'::text, 'declined'::text, 'captured'::text, 'voided'::text, 'refunded'::text])));
alter table certificate_balances add constraint balance_not_negative CHECK ((balance_minor >= 0));
alter table certificate_balances add constraint certificate_balances_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table certificate_balances add constraint certificate_balances_pkey PRIMARY KEY (certificate_id);
alter table certificate_balances add constraint hold_not_negative CHECK ((held_minor >= 0));
alter table certificate_balances add constraint hold_within_balance CHECK ((held_minor <= balance_minor));
alter table certificate_entries_before add constraint certificate_entries_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table certificate_entries_before add constraint certificate_entries_pkey PRIMARY KEY (certificate_id, entry_no);
alter table certificate_entries_before add constraint entry_adds_up CHECK ((after_minor = (before_minor + delta_minor)));
alter table certificate_entries_before add constraint entry_kind_known CHECK ((kind = ANY (ARRAY['registered'::text, 'redeemed'::text, 'reversed'::text, 'refunded'::text, 'expired'::text, 'extended'::text, 'handed_over'::text, 'opened_by_clerk'::text])));
alter table certificate_entries_before add constraint entry_of_no_value_moves_none CHECK (((kind <> ALL (ARRAY['extended'::text, 'handed_over'::text, 'opened_by_clerk'::text])) OR (delta_minor = 0)));
alter table certificate_extensions add constraint certificate_extensions_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table certificate_extensions add constraint certificate_extensions_pkey PRIMARY KEY (extension_id);
alter table certificate_extensions add constraint extension_is_later CHECK ((after_at > before_at));
alter table certificates add constraint active_certificate_has_pin CHECK (((state <> ALL (ARRAY['active'::text, 'expired'::text])) OR ((phone IS NOT NULL) AND (pin_digest IS NOT NULL) AND (number_digest IS NOT NULL))));
alter table certificates add constraint certificate_amount_positive CHECK ((amount_minor > 0));
alter table certificates add constraint certificate_state_known CHECK ((state = ANY (ARRAY['registered'::text, 'active'::text, 'frozen'::text, 'cancelled'::text, 'expired'::text])));
alter table certificates add constraint certificates_accepted_evidence_id_fkey FOREIGN KEY (accepted_evidence_id) REFERENCES signed_messages(message_id);
alter table certificates add constraint certificates_cancelled_evidence_id_fkey FOREIGN KEY (cancelled_evidence_id) REFERENCES signed_messages(message_id);
alter table certificates add constraint certificates_number_digest_key UNIQUE (number_digest);
alter table certificates add constraint certificates_order_id_key UNIQUE (order_id);
alter table certificates add constraint certificates_pkey PRIMARY KEY (certificate_id);
alter table certificates add constraint certificates_registered_evidence_id_fkey FOREIGN KEY (registered_evidence_id) REFERENCES signed_messages(message_id);
alter table certificates add constraint frozen_certificate_has_pin CHECK (((state <> 'frozen'::text) OR ((phone IS NOT NULL) AND (pin_digest IS NOT NULL) AND (number_digest IS NOT NULL))));
alter table certificates add constraint frozen_since CHECK (((state = 'frozen'::text) = (frozen_at IS NOT NULL)));
alter table checkouts add constraint checkout_positive CHECK ((held_minor > 0));
alter table checkouts add constraint checkout_within_asked CHECK ((held_minor <= asked_minor));
alter table checkouts add constraint checkouts_pkey PRIMARY KEY (checkout_id);
alter table clerk_openings add constraint clerk_opening_by_known_clerk FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table clerk_openings add constraint clerk_opening_proof_known CHECK ((proof = ANY (ARRAY['code'::text, 'resident_card'::text, 'driving_licence'::text, 'passport'::text, 'foreigner_card'::text])));
alter table clerk_openings add constraint clerk_openings_pkey PRIMARY KEY (opening_id);
alter table clerk_openings add constraint clerk_openings_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table clerk_sessions add constraint clerk_sessions_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table clerk_sessions add constraint clerk_sessions_pkey PRIMARY KEY (session_id);
alter table clerk_sessions add constraint clerk_sessions_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table clerk_sessions add constraint clerk_sign_in_known CHECK ((signed_in_by = ANY (ARRAY['pin'::text, 'badge'::text])));
alter table clerks add constraint clerk_badge_is_whole CHECK (((badge_digest IS NULL) = (badge_made_at IS NULL)));
alter table clerks add constraint clerk_pin_is_whole CHECK (((pin_digest IS NULL) = (pin_key_version IS NULL)));
alter table clerks add constraint clerk_who_left_has_no_key CHECK (((left_at IS NULL) OR ((pin_digest IS NULL) AND (badge_digest IS NULL))));
alter table clerks add constraint clerks_badge_digest_key UNIQUE (badge_digest);
alter table clerks add constraint clerks_clerk_number_key UNIQUE (clerk_number);
alter table clerks add constraint clerks_pkey PRIMARY KEY (clerk_id);
alter table dismissed_breaks add constraint break_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_breaks add constraint dismissed_breaks_break_no_fkey FOREIGN KEY (break_no) REFERENCES inbox_breaks(break_no);
alter table dismissed_breaks add constraint dismissed_breaks_pkey PRIMARY KEY (break_no);
alter table dismissed_breaks add constraint dismissed_breaks_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissal_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_notices add constraint dismissed_notices_pkey PRIMARY KEY (unapplied_no);
alter table dismissed_notices add constraint dismissed_notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissed_notices_unapplied_no_fkey FOREIGN KEY (unapplied_no) REFERENCES unapplied_notices(unapplied_no);
alter table epochs add constraint epoch_no_positive CHECK ((epoch_no > 0));
alter table epochs add constraint epoch_reason_known CHECK ((reason = ANY (ARRAY['made'::text, 'restored'::text, 'held_by_party'::text])));
alter table epochs add constraint epochs_epoch_id_key UNIQUE (epoch_id);
alter table epochs add constraint epochs_pkey PRIMARY KEY (epoch_no);
alter table failing_work add constraint failing_work_pkey PRIMARY KEY (job, subject_id);
alter table guessed_phones add constraint guessed_phones_pkey PRIMARY KEY (phone);
alter table hand_overs add constraint hand_over_ended CHECK (((state = ANY (ARRAY['begun'::text, 'open'::text])) = (ended_at IS NULL)));
alter table hand_overs add constraint hand_over_state_known CHECK ((state = ANY (ARRAY['begun'::text, 'open'::text, 'accepted'::text, 'withdrawn'::text])));
alter table hand_overs add constraint hand_overs_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table hand_overs add constraint hand_overs_pkey PRIMARY KEY (hand_over_id);
alter table hand_overs add constraint handed_to_another CHECK ((to_phone <> from_phone));
alter table holds add constraint hold_has_one_place CHECK (((terminal_id IS NULL) OR (checkout_id IS NULL)));
alter table holds add constraint hold_positive CHECK ((amount_minor > 0));
alter table holds add constraint hold_state_known CHECK ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'released'::text, 'expired'::text])));
alter table holds add constraint holds_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table holds add constraint holds_checkout_id_fkey FOREIGN KEY (checkout_id) REFERENCES checkouts(checkout_id);
alter table holds add constraint holds_pkey PRIMARY KEY (hold_id);
alter table holds add constraint holds_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table holds add constraint one_hold_a_checkout_and_certificate UNIQUE (checkout_id, certificate_id);
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
alter table issues_before add constraint issues_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table issues_before add constraint issues_certificate_id_print_no_key UNIQUE (certificate_id, print_no);
alter table issues_before add constraint issues_pkey PRIMARY KEY (issue_id);
alter table issues_before add constraint issues_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table job_claims add constraint job_claims_pkey PRIMARY KEY (job, subject_id);
alter table journal add constraint entry_adds_up CHECK ((after_minor = (before_minor + delta_minor)));
alter table journal add constraint entry_is_whole CHECK ((((entry_no IS NULL) = (delta_minor IS NULL)) AND ((entry_no IS NULL) OR (num_nulls(subject_id, before_minor, after_minor) = 0))));
alter table journal add constraint entry_of_no_value_moves_none CHECK (((kind <> ALL (ARRAY['certificate_extended'::text, 'certificate_handed_over'::text, 'certificate_opened_by_clerk'::text])) OR (delta_minor = 0)));
alter table journal add constraint issue_is_whole CHECK (((kind <> 'certificate_issued'::text) OR (subject_id IS NULL) OR (num_nulls(terminal_id, line_no) = 0)));
alter table journal add constraint redemption_has_a_store CHECK (((kind <> 'certificate_redeemed'::text) OR (subject_id IS NULL) OR (num_nulls(parent_id, store_id, reference, currency) = 0)));
alter table journal add constraint redemption_positive CHECK (((kind <> 'certificate_redeemed'::text) OR (delta_minor < 0)));
alter table journal add constraint reversal_at_a_till_has_a_name CHECK (((kind <> 'redemption_reversed'::text) OR (terminal_id IS NULL) OR (clerk_id IS NOT NULL)));
alter table journal add constraint reversal_has_one_author CHECK (((kind <> 'redemption_reversed'::text) OR (subject_id IS NULL) OR ((terminal_id IS NULL) <> (staff_id IS NULL)) OR (restored_in IS NOT NULL)));
alter table journal add constraint reversal_is_whole CHECK (((kind <> 'redemption_reversed'::text) OR (subject_id IS NULL) OR (num_nulls(parent_id, line_no, store_id, currency, original_minor, reversed_minor) = 0)));
alter table journal add constraint reversal_positive CHECK (((kind <> 'redemption_reversed'::text) OR (delta_minor > 0)));
alter table journal add constraint reversal_within_original CHECK ((reversed_minor <= original_minor));
alter table journal add constraint what_was_not_restored_moves_nothing CHECK (((kind <> 'certificate_not_restored'::text) OR (delta_minor = 0)));
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
alter table member_lookups add constraint member_lookups_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table member_lookups add constraint member_lookups_pkey PRIMARY KEY (lookup_id);
alter table member_registrations add constraint member_registrations_pkey PRIMARY KEY (registration_id);
alter table member_sessions add constraint member_sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table member_sessions add constraint member_sessions_pkey PRIMARY KEY (session_id);
alter table member_sessions add constraint member_sessions_token_digest_key UNIQUE (token_digest);
alter table members add constraint member_is_erased_by_leaving CHECK (
CASE
    WHEN (left_at IS NULL) THEN ((name IS NOT NULL) AND (phone IS NOT NULL))
    ELSE ((name IS NULL) AND (phone IS NULL) AND (email IS NULL))
END);
alter table members add constraint member_locale_known CHECK ((locale = ANY (ARRAY['ko'::text, 'en'::text, 'ja'::text, 'zh'::text])));
alter table members add constraint member_origin_known CHECK ((origin = ANY (ARRAY['imported'::text, 'added'::text, 'self_registered'::text])));
alter table members add constraint members_member_no_key UNIQUE (member_no);
alter table members add constraint members_phone_key UNIQUE (phone);
alter table members add constraint members_pkey PRIMARY KEY (member_id);
alter table messages add constraint message_channel_known CHECK ((channel = ANY (ARRAY['sms'::text, 'voice'::text])));
alter table messages add constraint message_state_known CHECK ((state = ANY (ARRAY['due'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'unknown'::text]))) NOT VALID;
alter table messages add constraint messages_pkey PRIMARY KEY (message_id);
alter table messages add constraint spoken_message_is_whole CHECK (((channel = 'sms'::text) OR ((operator IS NOT NULL) AND (expires_at IS NOT NULL))));
alter table notice_batches add constraint notice_batches_batch_id_key UNIQUE (batch_id);
alter table notice_batches add constraint notice_batches_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table notice_batches add constraint notice_batches_party_fkey FOREIGN KEY (party) REFERENCES notice_recipients(party);
alter table notice_batches add constraint notice_batches_pkey PRIMARY KEY (party, batch_no);
alter table notice_queue add constraint notice_queue_notice_id_key UNIQUE (notice_id);
alter table notice_queue add constraint notice_queue_pkey PRIMARY KEY ("position");
alter table notice_recipients add constraint notice_recipients_pkey PRIMARY KEY (party);
alter table opening_tallies add constraint opening_tallies_pkey PRIMARY KEY (origin, minute, slot);
alter table opening_tallies add constraint tally_origin_known CHECK ((origin = ANY (ARRAY['till'::text, 'afar'::text, 'line'::text])));
alter table opening_tallies add constraint wrong_were_compared CHECK (((wrong >= 0) AND (wrong <= compared)));
alter table party_keys add constraint party_keys_pkey PRIMARY KEY (keyid);
alter table payment_relays add constraint payment_relays_call_id_fkey FOREIGN KEY (call_id) REFERENCES calls(call_id);
alter table payment_relays add constraint payment_relays_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table payment_relays add constraint payment_relays_pkey PRIMARY KEY (call_id);
alter table peer_nonces add constraint peer_nonces_pkey PRIMARY KEY (keyid, nonce);
alter table phone_codes add constraint code_purpose_known CHECK ((purpose = ANY (ARRAY['unlock'::text, 'registration'::text, 'member_session'::text, 'new_phone'::text, 'hand_over_begun'::text, 'hand_over'::text, 'opening'::text, 'clerk_opening'::text])));
alter table phone_codes add constraint code_told_by_known CHECK ((told_by = ANY (ARRAY['text'::text, 'call'::text])));
alter table phone_codes add constraint phone_codes_pkey PRIMARY KEY (code_id);
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
alter table recipient_corrections add constraint recipient_corrections_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table recipient_corrections add constraint recipient_corrections_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table recipient_corrections add constraint recipient_corrections_pkey PRIMARY KEY (correction_id);
alter table redemptions_before add constraint redemption_channel_known CHECK ((channel = ANY (ARRAY['store'::text, 'online'::text])));
alter table redemptions_before add constraint redemption_positive CHECK ((amount_minor > 0));
alter table redemptions_before add constraint redemptions_certificate_id_entry_no_key UNIQUE (certificate_id, entry_no);
alter table redemptions_before add constraint redemptions_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table redemptions_before add constraint redemptions_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table redemptions_before add constraint redemptions_pkey PRIMARY KEY (redemption_id);
alter table redemptions_before add constraint redemptions_store_id_fkey FOREIGN KEY (store_id) REFERENCES stores(store_id);
alter table redemptions_before add constraint redemptions_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table restore_findings add constraint one_finding UNIQUE NULLS NOT DISTINCT (epoch_no, kind, subject_id, about);
alter table restore_findings add constraint restore_findings_epoch_no_fkey FOREIGN KEY (epoch_no) REFERENCES epochs(epoch_no);
alter table restore_findings add constraint restore_findings_pkey PRIMARY KEY (finding_no);
alter table reversal_approvals add constraint approval_is_proved CHECK ((approved_with = ANY (ARRAY['pin'::text, 'badge'::text])));
alter table reversal_approvals add constraint reversal_approvals_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table reversal_approvals add constraint reversal_approvals_pkey PRIMARY KEY (approval_id);
alter table reversal_approvals add constraint reversal_approvals_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table reversal_reasons add constraint reversal_by_two_people CHECK ((second_clerk_id <> clerk_id));
alter table reversal_reasons add constraint reversal_reason_known CHECK ((reason = ANY (ARRAY['wrong_amount'::text, 'wrong_certificate'::text, 'goods_returned'::text, 'paid_otherwise'::text, 'other'::text])));
alter table reversal_reasons add constraint reversal_reason_says_something CHECK ((num_nonnulls(reason, second_clerk_id) > 0));
alter table reversal_reasons add constraint reversal_reasons_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table reversal_reasons add constraint reversal_reasons_pkey PRIMARY KEY (reversal_id);
alter table reversal_reasons add constraint reversal_reasons_second_clerk_id_fkey FOREIGN KEY (second_clerk_id) REFERENCES clerks(clerk_id);
alter table reversals_before add constraint reversal_adds_up CHECK ((reversed_after_minor = (reversed_before_minor + amount_minor)));
alter table reversals_before add constraint reversal_at_a_till_has_a_name CHECK (((terminal_id IS NULL) OR (clerk_id IS NOT NULL))) NOT VALID;
alter table reversals_before add constraint reversal_by_known_staff FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table reversals_before add constraint reversal_has_one_author CHECK (((terminal_id IS NULL) <> (staff_id IS NULL)));
alter table reversals_before add constraint reversal_part_once UNIQUE (redemption_id, part_no);
alter table reversals_before add constraint reversal_positive CHECK ((amount_minor > 0));
alter table reversals_before add constraint reversal_within_use CHECK ((reversed_after_minor <= used_minor));
alter table reversals_before add constraint reversals_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES clerks(clerk_id);
alter table reversals_before add constraint reversals_pkey PRIMARY KEY (reversal_id);
alter table reversals_before add constraint reversals_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table schema_migrations add constraint schema_migrations_pkey PRIMARY KEY (name);
alter table schema_needs add constraint schema_needs_pkey PRIMARY KEY (migration);
alter table service_accounts add constraint service_accounts_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_accounts_pkey PRIMARY KEY (staff_id);
alter table service_accounts add constraint service_accounts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_has_scopes CHECK ((cardinality(scopes) > 0));
alter table service_tokens add constraint service_tokens_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_tokens add constraint service_tokens_pkey PRIMARY KEY (token_digest);
alter table service_tokens add constraint service_tokens_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES service_accounts(staff_id);
alter table shop_windows add constraint amount_positive CHECK ((amount_min_minor > 0));
alter table shop_windows add constraint amounts_in_order CHECK ((amount_min_minor <= amount_max_minor));
alter table shop_windows add constraint shop_windows_operator_shop_id_fkey FOREIGN KEY (operator, shop_id) REFERENCES shown_shops(operator, shop_id);
alter table shop_windows add constraint shop_windows_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(picture_id);
alter table shop_windows add constraint shop_windows_pkey PRIMARY KEY (operator, shop_id, version);
alter table shop_windows add constraint shop_windows_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff(staff_id);
alter table shop_windows add constraint suggested_within_amounts CHECK (((amount_min_minor <= ALL (suggested_minor)) AND (amount_max_minor >= ALL (suggested_minor))));
alter table shop_windows add constraint version_counts CHECK ((version >= 1));
alter table shown_shops add constraint shown_shops_pkey PRIMARY KEY (operator, shop_id);
alter table shown_shops add constraint shown_version_counts CHECK ((version >= 0));
alter table signed_messages add constraint encoding_known CHECK ((encoding = 'zstd'::text)) NOT VALID;
alter table signed_messages add constraint message_direction_known CHECK ((direction = ANY (ARRAY['received_request'::text, 'received_response'::text])));
alter table signed_messages add constraint response_has_status CHECK (((direction = 'received_response'::text) = ((status IS NOT NULL) AND (request_headers IS NOT NULL))));
alter table signed_messages add constraint signed_messages_keyid_fkey FOREIGN KEY (keyid) REFERENCES party_keys(keyid);
alter table signed_messages add constraint signed_messages_pkey PRIMARY KEY (message_id);
alter table silent_parties add constraint silent_parties_pkey PRIMARY KEY (party);
alter table spraying_alarms add constraint alarm_origin_known CHECK ((origin = ANY (ARRAY['till'::text, 'afar'::text, 'line'::text, 'one_pin'::text])));
alter table spraying_alarms add constraint spraying_alarms_pkey PRIMARY KEY (alarm_id);
alter table staff add constraint staff_login_once UNIQUE (login);
alter table staff add constraint staff_pkey PRIMARY KEY (staff_id);
alter table staff add constraint staff_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'clerk'::text, 'auditor'::text, 'service'::text])));
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
alter table stores add constraint map_is_https CHECK ((map_url ~ '^https://'::text));
alter table stores add constraint stores_pkey PRIMARY KEY (store_id);
alter table terminal_challenges add constraint terminal_challenges_pkey PRIMARY KEY (challenge);
alter table terminal_challenges add constraint terminal_challenges_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table terminal_enrolments add constraint terminal_enrolments_code_digest_key UNIQUE (code_digest);
alter table terminal_enrolments add constraint terminal_enrolments_pkey PRIMARY KEY (terminal_id);
alter table terminal_enrolments add constraint terminal_enrolments_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table terminal_sessions add constraint terminal_sessions_pkey PRIMARY KEY (session_id);
alter table terminal_sessions add constraint terminal_sessions_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table terminal_sessions add constraint terminal_sessions_token_digest_key UNIQUE (token_digest);
alter table terminals add constraint terminals_pkey PRIMARY KEY (terminal_id);
alter table terminals add constraint terminals_store_id_fkey FOREIGN KEY (store_id) REFERENCES stores(store_id);
alter table text_opt_outs add constraint text_opt_out_channel_known CHECK ((channel = ANY (ARRAY['text'::text, 'kakao'::text])));
alter table text_opt_outs add constraint text_opt_out_told_by_known CHECK ((told_by = ANY (ARRAY['text'::text, 'provider'::text, 'before'::text])));
alter table text_opt_outs add constraint text_opt_outs_pkey PRIMARY KEY (phone, sender, channel, stopped_at);
alter table text_submissions add constraint text_submission_state_known CHECK ((state = ANY (ARRAY['begun'::text, 'submitted'::text, 'ended'::text])));
alter table text_submissions add constraint text_submissions_pkey PRIMARY KEY (submission_id);
alter table texts_heard add constraint texts_heard_pkey PRIMARY KEY (provider, provider_message_id);
alter table till_shifts add constraint shift_no_positive CHECK ((shift_no > 0));
alter table till_shifts add constraint shift_once UNIQUE (terminal_id, shift_no);
alter table till_shifts add constraint till_shifts_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES clerks(clerk_id);
alter table till_shifts add constraint till_shifts_pkey PRIMARY KEY (shift_id);
alter table till_shifts add constraint till_shifts_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table unapplied_notices add constraint lines_positive CHECK ((lines > 0)) NOT VALID;
alter table unapplied_notices add constraint one_row_a_line UNIQUE (sender, batch_no, line_no);
alter table unapplied_notices add constraint unapplied_notices_pkey PRIMARY KEY (unapplied_no);
alter table unapplied_notices add constraint unapplied_notices_sender_batch_no_fkey FOREIGN KEY (sender, batch_no) REFERENCES inbox_batches(sender, batch_no);
alter table unapplied_notices add constraint unapplied_reason_known CHECK ((reason = ANY (ARRAY['failed'::text, 'behind_another'::text, 'busy'::text, 'unknown_kind'::text, 'unreadable'::text])));
alter table verifications add constraint verifications_pkey PRIMARY KEY (verification_id);
alter table verifications add constraint verifications_terminal_id_fkey FOREIGN KEY (terminal_id) REFERENCES terminals(terminal_id);
alter table verifications add constraint verifications_token_digest_key UNIQUE (token_digest);
alter table verified_certificates add constraint verified_certificates_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(certificate_id);
alter table verified_certificates add constraint verified_certificates_pkey PRIMARY KEY (verification_id, certificate_id);
alter table verified_certificates add constraint verified_certificates_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verifications(verification_id) ON DELETE CASCADE;
alter table wordings add constraint version_counts CHECK ((version >= 1));
alter table wordings add constraint wording_of_one_brand CHECK ((shop_id = ''::text));
alter table wordings add constraint wordings_pkey PRIMARY KEY (shop_id, key, locale, version);
alter table wordings add constraint wordings_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff(staff_id);
CREATE INDEX account_proposals_open ON public.account_proposals USING btree (entered_at) WHERE (state = ANY (ARRAY['entered'::text, 'confirmed'::text]));
CREATE INDEX acknowledged_findings_by_staff ON public.acknowledged_findings USING btree (staff_id);
CREATE INDEX answers_to_forget ON public.idempotency_keys USING btree (claimed_at) WHERE (fingerprint <> '\x'::bytea);
CREATE INDEX audit_trail_by_staff ON public.audit_trail USING btree (staff_id, audit_id);
CREATE INDEX begun_hand_overs ON public.hand_overs USING btree (from_phone) WHERE (state = 'begun'::text);
CREATE INDEX business_details_by_logo ON public.business_details USING btree (logo_id);
CREATE INDEX business_details_by_staff ON public.business_details USING btree (published_by);
CREATE INDEX calls_by_subject ON public.calls USING btree (subject_id);
CREATE INDEX calls_due_by_party ON public.calls USING btree (party, next_attempt_at) WHERE (state = ANY (ARRAY['planned'::text, 'unknown'::text]));
CREATE INDEX calls_to_forget ON public.calls USING btree (settled_at) WHERE (forgotten_at IS NULL);
CREATE INDEX cash_events_at_terminals ON public.cash_events USING btree (terminal_id, at) WHERE (kind = ANY (ARRAY['taken'::text, 'returned'::text]));
CREATE INDEX cash_payments_by_time ON public.cash_payments USING btree (asked_at);
CREATE INDEX cash_to_return ON public.cash_payments USING btree (store_id, asked_at) WHERE ((taken_at IS NOT NULL) AND (returned_at IS NULL) AND (state = ANY (ARRAY['voided'::text, 'refunded'::text])));
CREATE INDEX cash_to_take ON public.cash_payments USING btree (terminal_id) WHERE (state = 'processing'::text);
CREATE INDEX certificate_entries_by_time ON public.certificate_entries_before USING btree (at);
CREATE INDEX certificates_by_any_phone ON public.certificates USING btree (phone);
CREATE INDEX certificates_by_last4 ON public.certificates USING btree (number_last4);
CREATE INDEX certificates_by_phone ON public.certificates USING btree (phone) WHERE (state = 'active'::text);
CREATE INDEX certificates_by_recipient_phone ON public.certificates USING btree (recipient_phone);
CREATE INDEX certificates_by_time ON public.certificates USING btree (registered_at);
CREATE INDEX certificates_expiring ON public.certificates USING btree (expires_at) WHERE (state = 'active'::text);
CREATE INDEX certificates_naming_people ON public.certificates USING btree (COALESCE(people_from, registered_at)) WHERE (people_forgotten_at IS NULL);
CREATE INDEX clerk_openings_by_time ON public.clerk_openings USING btree (at);
CREATE INDEX clerk_openings_by_verification ON public.clerk_openings USING btree (verification_id);
CREATE INDEX clerk_openings_naming_people ON public.clerk_openings USING btree (at) WHERE (phone <> ''::text);
CREATE INDEX clerk_sessions_by_clerk ON public.clerk_sessions USING btree (clerk_id, created_at);
CREATE INDEX clerk_sessions_by_end ON public.clerk_sessions USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX dismissed_breaks_by_staff ON public.dismissed_breaks USING btree (staff_id);
CREATE INDEX dismissed_notices_by_staff ON public.dismissed_notices USING btree (staff_id);
CREATE INDEX failing_work_by_subject ON public.failing_work USING btree (subject_id);
CREATE UNIQUE INDEX guessed_phones_by_id ON public.guessed_phones USING btree (guess_id);
CREATE INDEX hand_overs_by_certificate ON public.hand_overs USING btree (certificate_id);
CREATE INDEX hand_overs_waiting ON public.hand_overs USING btree (to_phone) WHERE (state = 'open'::text);
CREATE INDEX holds_by_certificate ON public.holds USING btree (certificate_id) WHERE (state = 'held'::text);
CREATE INDEX holds_expiring ON public.holds USING btree (expires_at) WHERE (state = 'held'::text);
CREATE INDEX job_claims_by_party ON public.job_claims USING btree (job, party);
CREATE INDEX job_claims_ended ON public.job_claims USING btree (claimed_until);
CREATE INDEX journal_by_reference ON ONLY public.journal USING btree (store_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX journal_by_seq ON ONLY public.journal USING btree (seq);
CREATE INDEX journal_by_store ON ONLY public.journal USING btree (store_id, at) WHERE (store_id IS NOT NULL);
CREATE INDEX journal_by_subject ON ONLY public.journal USING btree (subject_id, entry_no);
CREATE INDEX journal_carried_by_month ON public.journal_carried USING btree (month);
CREATE INDEX journal_issues ON ONLY public.journal USING btree (fact_id) WHERE (kind = 'certificate_issued'::text);
CREATE INDEX journal_ranges_open ON public.journal_ranges USING btree (party, range_no) WHERE (acknowledged_at IS NULL);
CREATE INDEX journal_reversals ON ONLY public.journal USING btree (parent_id) WHERE (reversed_minor IS NOT NULL);
CREATE INDEX ledger_transfers_by_credit ON public.ledger_transfers USING btree (credit_account_id);
CREATE INDEX ledger_transfers_by_debit ON public.ledger_transfers USING btree (debit_account_id);
CREATE INDEX ledger_transfers_by_subject ON public.ledger_transfers USING btree (subject_id);
CREATE INDEX member_lookups_naming_people ON public.member_lookups USING btree (at) WHERE (phone <> ''::text);
CREATE INDEX member_registrations_by_expiry ON public.member_registrations USING btree (expires_at);
CREATE INDEX member_registrations_by_phone ON public.member_registrations USING btree (phone);
CREATE INDEX member_sessions_by_expiry ON public.member_sessions USING btree (expires_at);
CREATE INDEX member_sessions_by_member ON public.member_sessions USING btree (member_id);
CREATE INDEX members_by_name ON public.members USING btree (name);
CREATE INDEX messages_begun ON public.messages USING btree (sending_since) WHERE (state = 'sending'::text);
CREATE INDEX messages_by_provider_id ON public.messages USING btree (provider_message_id);
CREATE INDEX messages_done ON public.messages USING btree (created_at) WHERE (state <> ALL (ARRAY['due'::text, 'sending'::text]));
CREATE INDEX messages_due_by_channel ON public.messages USING btree (channel, due_at) WHERE (state = 'due'::text);
CREATE INDEX messages_to_be_said ON public.messages USING btree (operator, due_at) WHERE ((channel = 'voice'::text) AND (state = 'due'::text));
CREATE INDEX messages_unsent ON public.messages USING btree (phone, message_id) WHERE (state = ANY (ARRAY['due'::text, 'sending'::text]));
CREATE INDEX notice_queue_by_party ON public.notice_queue USING btree (party, "position");
CREATE UNIQUE INDEX one_begun_hand_over ON public.hand_overs USING btree (certificate_id) WHERE (state = 'begun'::text);
CREATE UNIQUE INDEX one_break_of_a_kind ON public.inbox_breaks USING btree (sender, batch_no, reason, refused_digest) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX one_clerk_at_a_terminal ON public.clerk_sessions USING btree (terminal_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_open_batch_a_party ON public.notice_batches USING btree (party) WHERE (acknowledged_at IS NULL);
CREATE UNIQUE INDEX one_open_hand_over ON public.hand_overs USING btree (certificate_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_open_spraying_alarm ON public.spraying_alarms USING btree (origin) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_proposal_open ON public.account_proposals USING btree (currency) WHERE (state = ANY (ARRAY['entered'::text, 'confirmed'::text]));
CREATE INDEX payment_relays_by_order ON public.payment_relays USING btree (order_id);
CREATE INDEX peer_nonces_by_expiry ON public.peer_nonces USING btree (expires_at);
CREATE UNIQUE INDEX pending_resolved_once ON public.ledger_transfers USING btree (pending_transfer_id) WHERE (pending_transfer_id IS NOT NULL);
CREATE INDEX phone_codes_by_expiry ON public.phone_codes USING btree (expires_at);
CREATE INDEX phone_codes_by_subject ON public.phone_codes USING btree (purpose, subject, created_at DESC);
CREATE INDEX pictures_by_staff ON public.pictures USING btree (uploaded_by);
CREATE INDEX published_documents_by_staff ON public.published_documents USING btree (published_by);
CREATE INDEX recipient_corrections_by_certificate ON public.recipient_corrections USING btree (certificate_id, at);
CREATE INDEX redemptions_by_reference ON public.redemptions_before USING btree (store_id, sale_reference);
CREATE INDEX redemptions_by_sale ON public.redemptions_before USING btree (sale_id);
CREATE INDEX redemptions_by_store ON public.redemptions_before USING btree (store_id, at);
CREATE INDEX reversals_before_bridged ON public.reversals_before USING btree (certificate_id) WHERE (certificate_id IS NOT NULL);
CREATE INDEX reversals_by_time ON public.reversals_before USING btree (at);
CREATE UNIQUE INDEX service_token_once ON public.service_tokens USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX shop_windows_by_picture ON public.shop_windows USING btree (picture_id);
CREATE INDEX shop_windows_by_staff ON public.shop_windows USING btree (published_by);
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
CREATE INDEX terminal_challenges_by_expiry ON public.terminal_challenges USING btree (expires_at);
CREATE INDEX terminal_sessions_by_expiry ON public.terminal_sessions USING btree (expires_at);
CREATE INDEX terminal_sessions_by_terminal ON public.terminal_sessions USING btree (terminal_id, created_at);
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
CREATE INDEX verifications_by_expiry ON public.verifications USING btree (expires_at);
CREATE INDEX verified_certificates_by_certificate ON public.verified_certificates USING btree (certificate_id);
CREATE INDEX wordings_by_publisher ON public.wordings USING btree (published_by);
grant insert, select on account_changes to :runtime_role;
grant insert, select on account_proposals to :runtime_role;
grant insert, select on acknowledged_findings to :runtime_role;
grant delete, insert, select, update on alarms to :runtime_role;
grant insert, select on audit_trail to :runtime_role;
grant select on backup_outcomes to :runtime_role;
grant insert, select, update on book_checks to :runtime_role;
grant insert, select on business_details to :runtime_role;
grant insert, select on calls to :runtime_role;
grant insert, select on cash_events to :runtime_role;
grant insert, select on cash_payments to :runtime_role;
grant insert, select on certificate_balances to :runtime_role;
grant insert, select on certificate_entries to :runtime_role;
grant select on certificate_entries_before to :runtime_role;
grant insert, select on certificate_extensions to :runtime_role;
grant select on certificate_movements to :runtime_role;
grant insert, select on certificates to :runtime_role;
grant insert, select on checkouts to :runtime_role;
grant insert, select on clerk_openings to :runtime_role;
grant delete, insert, select on clerk_sessions to :runtime_role;
grant insert, select on clerks to :runtime_role;
grant insert, select on dismissed_breaks to :runtime_role;
grant insert, select on dismissed_notices to :runtime_role;
grant insert, select on epochs to :runtime_role;
grant delete, insert, select, update on failing_work to :runtime_role;
grant delete, insert, select, update on guessed_phones to :runtime_role;
grant insert, select on hand_overs to :runtime_role;
grant insert, select on holds to :runtime_role;
grant delete, insert, select on idempotency_keys to :runtime_role;
grant insert, select on inbox to :runtime_role;
grant insert, select on inbox_batches to :runtime_role;
grant insert, select on inbox_breaks to :runtime_role;
grant insert, select on inbox_epochs to :runtime_role;
grant insert, select, update on inbox_positions to :runtime_role;
grant insert, select, update on inbox_senders to :runtime_role;
grant insert, select on issues to :runtime_role;
grant select on issues_before to :runtime_role;
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
grant insert, select on member_lookups to :runtime_role;
grant delete, insert, select on member_registrations to :runtime_role;
grant delete, insert, select on member_sessions to :runtime_role;
grant insert, select on members to :runtime_role;
grant delete, insert, select on messages to :runtime_role;
grant insert, select on notice_batches to :runtime_role;
grant delete, insert, select on notice_queue to :runtime_role;
grant insert, select, update on notice_recipients to :runtime_role;
grant delete, insert, select on opening_tallies to :runtime_role;
grant insert, select on party_keys to :runtime_role;
grant insert, select on payment_relays to :runtime_role;
grant delete, insert, select on peer_nonces to :runtime_role;
grant delete, insert, select on phone_codes to :runtime_role;
grant insert, select on pictures to :runtime_role;
grant insert, select on published_documents to :runtime_role;
grant delete, insert, select, update on rate_limits to :runtime_role;
grant insert, select on recipient_corrections to :runtime_role;
grant insert, select on redemptions to :runtime_role;
grant select on redemptions_before to :runtime_role;
grant select on redemptions_by_id to :runtime_role;
grant select on redemptions_in_journal to :runtime_role;
grant insert, select on restore_findings to :runtime_role;
grant insert, select on reversal_approvals to :runtime_role;
grant insert, select on reversal_reasons to :runtime_role;
grant insert, select on reversals to :runtime_role;
grant select on reversals_before to :runtime_role;
grant select on schema_migrations to :runtime_role;
grant select on schema_needs to :runtime_role;
grant insert, select on service_accounts to :runtime_role;
grant insert, select on service_tokens to :runtime_role;
grant insert, select on shop_windows to :runtime_role;
grant insert, select on shown_shops to :runtime_role;
grant insert, select on signed_messages to :runtime_role;
grant delete, insert, select, update on silent_parties to :runtime_role;
grant insert, select on spraying_alarms to :runtime_role;
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
grant insert, select on stores to :runtime_role;
grant delete, insert, select on terminal_challenges to :runtime_role;
grant insert, select on terminal_enrolments to :runtime_role;
grant delete, insert, select on terminal_sessions to :runtime_role;
grant insert, select on terminals to :runtime_role;
grant insert, select on text_opt_outs to :runtime_role;
grant delete, insert, select, update on text_submissions to :runtime_role;
grant delete, insert, select, update on texts_heard to :runtime_role;
grant insert, select on till_shifts to :runtime_role;
grant insert, select on unapplied_notices to :runtime_role;
grant delete, insert, select on verifications to :runtime_role;
grant insert, select on verified_certificates to :runtime_role;
grant insert, select on wordings to :runtime_role;
grant update (acknowledged_at, acknowledged_by) on account_changes to :runtime_role;
grant update (account_sealed, confirmed_at, confirmed_by, reason, sent_at, since, state, withdrawn_by) on account_proposals to :runtime_role;
grant update (answer, attempts, code, evidence_id, next_attempt_at, settled_at, state, status, unknown_reason) on calls to :runtime_role;
grant update (returned_at, state, taken_at) on cash_payments to :runtime_role;
grant update (balance_minor, entry_no, held_minor, pin_version) on certificate_balances to :runtime_role;
grant update (accepted_at, accepted_evidence_id, cancelled_evidence_id, cancelled_reason, code_needed_since, expires_at, expiry_told_for, frozen_at, holder_name, issued_at, last_day_told_for, locked_since, number_digest, number_digest_key_version, number_encrypted, number_key_version, number_last4, phone, pin_digest, pin_key_version, pin_replaced_at, print_count, recipient_email, recipient_name, recipient_phone, state) on certificates to :runtime_role;
grant update (attempts) on checkouts to :runtime_role;
grant update (ended_at, used_at) on clerk_sessions to :runtime_role;
grant update (badge_digest, badge_made_at, first_pin_expires_at, left_at, pin_digest, pin_key_version) on clerks to :runtime_role;
grant update (lost_since, reconciled_at) on epochs to :runtime_role;
grant update (ended_at, expires_at, state) on hand_overs to :runtime_role;
grant update (redemption_id, state) on holds to :runtime_role;
grant update (answered_at, body, claimed_until, content_type, status) on idempotency_keys to :runtime_role;
grant update (last_digest, last_position, last_range_no, silent_attempts, silent_until) on journal_parties to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on journal_ranges to :runtime_role;
grant update (fence, floor_seq, holder, lease_until, next_floor_seq, next_xid, system_identifier, taken) on journal_sequencer to :runtime_role;
grant update (fence, holder, leased_until) on leases to :runtime_role;
grant update (balance_minor, held_minor, version) on ledger_balances to :runtime_role;
grant update (ended_at) on member_sessions to :runtime_role;
grant update (email, left_at, locale, name, phone) on members to :runtime_role;
grant update (attempts, content_sealed, due_at, problem, provider_message_id, sending_claim, sending_since, state, text) on messages to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on notice_batches to :runtime_role;
grant update (compared, wrong) on opening_tallies to :runtime_role;
grant update (attempts, used_at) on phone_codes to :runtime_role;
grant update (ended_at, last_used_at) on service_tokens to :runtime_role;
grant update (amount_max_minor, amount_min_minor, asked_at, currency, description_en, description_ko, limit_max_minor, limit_min_minor, name_en, name_ko, picture_id, refused_code, refused_version, suggested_minor, usage_en, usage_ko, version) on shown_shops to :runtime_role;
grant update (ended_at) on spraying_alarms to :runtime_role;
grant update (left_at, password_hash) on staff to :runtime_role;
grant update (confirmed_at, last_step, removed_at, secret_sealed) on staff_authenticators to :runtime_role;
grant update (expires_at) on staff_known_browsers to :runtime_role;
grant update (used_at) on staff_passkey_challenges to :runtime_role;
grant update (last_used_at, removed_at, sign_count) on staff_passkeys to :runtime_role;
grant update (replaced_at, used_at) on staff_recovery_codes to :runtime_role;
grant update (ended_at, used_at) on staff_resets to :runtime_role;
grant update (ended_at, expires_at, last_seen_at, proved_at, stage, token_digest) on staff_sessions to :runtime_role;
grant update (filters, saved_at) on staff_views to :runtime_role;
grant update (address, address_en, district, district_en, map_url, opening_hours, opening_hours_en, phone) on stores to :runtime_role;
grant update (code_digest, expires_at, used_at) on terminal_enrolments to :runtime_role;
grant update (ended_at) on terminal_sessions to :runtime_role;
grant update (blocked_at, enrolled_at, public_jwk) on terminals to :runtime_role;
grant update (resumed_at) on text_opt_outs to :runtime_role;
grant update (applied_at, attempts, lines, next_attempt_at, problem, reason) on unapplied_notices to :runtime_role;
grant update (expires_at) on verifications to :runtime_role;
