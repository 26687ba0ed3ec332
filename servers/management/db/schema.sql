-- Made by `npm run schema` from the migrations; a picture for readers, not a source.

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
create table certificate_uses (
  order_id uuid not null,
  entry_no bigint not null,
  kind text not null,
  redemption_id uuid not null,
  amount_minor bigint not null,
  balance_minor bigint not null,
  store_name text not null,
  evidence_message_id uuid not null,
  payout_id uuid,
  at timestamp with time zone not null,
  use_minor bigint,
  reversed_minor bigint,
  batch_no bigint,
  event_id uuid,
  state_after text,
  booked_at timestamp with time zone,
  trace_id uuid,
  handed_over boolean
);
create table closed_members (
  member_id uuid not null,
  identity_sealed bytea not null,
  closed_at timestamp with time zone not null,
  forget_at timestamp with time zone not null
);
create table compared_days (
  party text not null,
  day date not null,
  next_at timestamp with time zone not null,
  compared_at timestamp with time zone,
  looked jsonb not null default '[]'::jsonb,
  differences text[] not null default '{}'::text[]
);
create table consents (
  consent_id uuid not null,
  member_id uuid not null,
  document text not null,
  version integer not null,
  given boolean not null,
  line text not null,
  at timestamp with time zone not null
);
create table contact_codes (
  code_id uuid not null,
  purpose text not null,
  subject text not null,
  phone text not null,
  sent_by text not null,
  digest bytea not null,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
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
create table dispute_lists (
  party text not null,
  read_up_to bigint not null,
  next_read_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  problem text
);
create table disputed_gifts (
  order_id uuid not null,
  payment_id uuid not null,
  state text not null,
  cancelled_minor bigint not null default 0,
  code text,
  due_at timestamp with time zone,
  since timestamp with time zone not null
);
create table disputes (
  told_by text not null,
  dispute_id uuid not null,
  payment_id uuid not null,
  state text not null,
  amount_minor bigint not null,
  currency text not null,
  reason text not null,
  respond_by timestamp with time zone,
  doubt text,
  evidence_id uuid not null,
  heard_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
create table doubtful_notices (
  doubt_no bigint not null,
  sender text not null,
  notice_id uuid not null,
  order_id uuid,
  kind text not null,
  reason text not null,
  occurred_at text not null,
  trace_id text not null,
  at timestamp with time zone not null
);
create table doubtful_notices_taken (
  sender text not null,
  notice_id uuid not null,
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
create table group_lines (
  order_id uuid not null,
  group_id uuid not null,
  line_no integer not null,
  address text not null,
  name text,
  due_at timestamp with time zone,
  attempts integer not null default 0,
  problem text
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
create table kept_people (
  kept_id uuid not null,
  member_id uuid not null,
  address text not null,
  is_favourite boolean not null,
  birth_month integer,
  birth_day integer,
  remind_at timestamp with time zone,
  looked_at timestamp with time zone not null
);
create table known_places (
  member_id uuid not null,
  place_digest bytea not null,
  last_used_at timestamp with time zone not null
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
create table member_request_codes (
  request_id uuid not null,
  contact text not null,
  digest bytea not null,
  attempts integer not null default 0,
  expires_at timestamp with time zone not null,
  proved_at timestamp with time zone
);
create table member_requests (
  request_id uuid not null,
  purpose text not null,
  member_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  done_at timestamp with time zone
);
create table member_sessions (
  session_id uuid not null,
  member_id uuid not null,
  token_digest bytea not null,
  line text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  proved_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  browser text,
  area text,
  terminal_party text,
  terminal_id uuid
);
create table members (
  member_id uuid not null,
  member_number text,
  name text not null,
  email text,
  mobile text,
  email_verified_at timestamp with time zone,
  mobile_verified_at timestamp with time zone,
  password_hash text,
  phone_pin_hash text not null,
  locale text not null,
  preferred_channel text not null,
  notices_off text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  landline text,
  landline_verified_at timestamp with time zone,
  joined_by text not null default 'web'::text,
  email_is_anothers boolean not null default false,
  reach_lifted_until timestamp with time zone,
  closed_at timestamp with time zone
);
create table message_parts (
  provider_message_id text not null,
  message_id uuid,
  state text not null,
  received_at timestamp with time zone
);
create table messages (
  message_id uuid not null,
  subject_id uuid not null,
  channel text not null,
  address text not null,
  locale text not null,
  kind text not null,
  vars jsonb not null default '{}'::jsonb,
  state text not null,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  provider_message_id text,
  problem text,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  vars_sealed bytea,
  fallback_address text,
  sending_since timestamp with time zone,
  forget_at timestamp with time zone,
  trace_id text,
  fallback_channel text,
  sending_claim uuid,
  entry_no bigint,
  reads_entry boolean
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
create table offer_links (
  token_digest bytea not null,
  order_id uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table open_payouts (
  payout_id uuid not null,
  shop_id text not null,
  looked_to uuid not null,
  used_from timestamp with time zone,
  used_until timestamp with time zone
);
create table order_events_before (
  event_id uuid not null,
  order_id uuid not null,
  kind text not null,
  state_before text,
  state_after text not null,
  detail jsonb not null,
  call_id uuid,
  trace_id text not null,
  at timestamp with time zone not null,
  evidence_id uuid
);
create table order_groups (
  group_id uuid not null,
  member_id uuid not null,
  shop_id text not null,
  payment_method_id text not null,
  payment_route text not null,
  amount_minor bigint not null,
  confirmed_minor bigint not null default 0,
  currency character(3) not null,
  state text not null,
  action_url text,
  decline_reason text,
  end_reason text,
  authorise_by timestamp with time zone not null,
  check_payment_at timestamp with time zone,
  created_at timestamp with time zone not null,
  approval_number text
);
create table orders (
  order_id uuid not null,
  member_id uuid not null,
  shop_id text not null,
  payment_method_id text not null,
  payment_route text not null,
  amount_minor bigint not null,
  currency character(3) not null,
  message text,
  card_design text,
  deliver_at timestamp with time zone,
  state text not null,
  action_url text,
  decline_reason text,
  end_reason text,
  recipient_channel text,
  recipient_phone text,
  recipient_email text,
  recipient_name text,
  read_back_id uuid,
  name_source text,
  recycled boolean,
  refusal_word text,
  accepted_phone text,
  certificate_last4 text,
  acceptance_problem text,
  authorise_by timestamp with time zone not null,
  answer_by timestamp with time zone,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  check_payment_at timestamp with time zone,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  captured_at timestamp with time zone,
  group_id uuid,
  refund_until timestamp with time zone,
  commission_bp integer,
  people_from timestamp with time zone,
  people_forgotten_at timestamp with time zone,
  dispute text,
  approval_number text
);
create table party_keys (
  keyid text not null,
  party text not null,
  public_jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  first_seen_at timestamp with time zone not null
);
create table passkey_challenges (
  challenge_digest bytea not null,
  member_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table passkeys (
  passkey_id uuid not null,
  member_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone
);
create table payment_methods (
  payment_method_id text not null,
  member_id uuid not null,
  brand text not null,
  last4 text not null,
  expiry_month integer,
  expiry_year integer,
  evidence_id uuid not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  card_fingerprint text,
  settlement text,
  charged_at_capture boolean not null default false
);
create table payout_parts (
  payout_id uuid not null,
  commission_bp integer not null,
  gross_minor bigint not null,
  uses bigint not null
);
create table payouts (
  payout_id uuid not null,
  shop_id text not null,
  gross_minor bigint not null,
  commission_minor bigint not null,
  currency character(3) not null,
  used_from timestamp with time zone not null,
  used_until timestamp with time zone not null,
  state text not null,
  created_at timestamp with time zone not null,
  code text,
  freed_at timestamp with time zone,
  ask_at timestamp with time zone
);
create table peer_nonces (
  keyid text not null,
  nonce text not null,
  expires_at timestamp with time zone not null
);
create table phones_not_told_of_uses (
  phone text not null,
  since timestamp with time zone not null
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
  read_back_id uuid not null,
  order_id uuid not null,
  channel text not null,
  phone text,
  email text,
  name text not null,
  name_source text not null,
  recycled boolean,
  state text not null,
  refusal_code text,
  created_at timestamp with time zone not null
);
create table recipient_locales (
  address text not null,
  locale text not null,
  updated_at timestamp with time zone not null
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
create table restored_payouts (
  payout_id uuid not null,
  party text not null,
  payee text not null,
  body text not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone
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
create table shop_commissions_before (
  shop_id text not null,
  until timestamp with time zone not null,
  commission_bp integer not null
);
create table shops (
  shop_id text not null,
  party text not null,
  name_ko text not null,
  name_en text not null,
  description_ko text,
  description_en text,
  image_key text,
  currency character(3) not null,
  amount_min_minor bigint not null,
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  payment_route text not null,
  commission_bp integer not null,
  answer_days integer not null,
  remind_days integer not null,
  validity_months integer not null,
  active boolean not null,
  next_payout_at timestamp with time zone,
  refund_days integer not null default 7,
  time_zone text not null default 'Asia/Seoul'::text,
  settlement text,
  usage_ko text,
  usage_en text,
  picture_id text,
  window_version integer,
  limit_min_minor bigint,
  limit_max_minor bigint
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
create table taken_windows (
  shop_id text not null,
  version integer not null,
  evidence_id uuid not null,
  taken_at timestamp with time zone not null
);
create table telephone_invitations (
  invitation_id uuid not null,
  phone text not null,
  name text not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table text_dialogues (
  phone text not null,
  state jsonb not null,
  stopped_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  provider text,
  number text
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
create table uncalled_phones (
  phone text not null,
  since timestamp with time zone not null
);
create table verification_codes (
  code_id uuid not null,
  member_id uuid not null,
  channel text not null,
  new_address text,
  digest bytea not null,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table voice_call_messages (
  call_id uuid not null,
  message_id uuid not null
);
create table voice_calls (
  call_id uuid not null,
  line text not null,
  direction text not null,
  external_id text not null,
  phone text,
  dial_id uuid,
  state jsonb not null,
  turn jsonb not null,
  turn_no integer not null,
  turn_at timestamp with time zone not null,
  working_since timestamp with time zone,
  effect_id uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  forgotten_at timestamp with time zone
);
create table voice_dial_outcomes (
  call_id uuid not null,
  dial_id uuid not null,
  outcome text not null,
  at timestamp with time zone not null
);
create table voice_dials (
  dial_id uuid not null,
  order_id uuid,
  phone text not null,
  state text not null,
  asked_for boolean not null,
  due_at timestamp with time zone not null,
  call_id uuid,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  purpose text not null default 'offer'::text,
  message_id uuid
);
create table voice_lines (
  line text not null,
  seen_at timestamp with time zone not null
);
create table voice_seats (
  seat smallint not null,
  holder uuid,
  held_until timestamp with time zone not null default '-infinity'::timestamp with time zone
);
create table voice_tellings (
  call_id uuid not null,
  message_id uuid not null,
  begun_at timestamp with time zone not null,
  heard_at timestamp with time zone
);
create table window_reads (
  shop_id text not null,
  next_at timestamp with time zone not null,
  refused_version integer,
  refused_code text
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
create view order_events as
 SELECT order_events_before.event_id,
    order_events_before.order_id,
    order_events_before.kind,
    order_events_before.state_before,
    order_events_before.state_after,
    order_events_before.detail,
    order_events_before.call_id,
    order_events_before.trace_id,
    order_events_before.at,
    order_events_before.evidence_id
   FROM order_events_before
UNION ALL
 SELECT journal.fact_id AS event_id,
    journal.subject_id AS order_id,
    substr(journal.kind, 7) AS kind,
    ((journal.body)::jsonb ->> 'state_before'::text) AS state_before,
    COALESCE(((journal.body)::jsonb ->> 'state_after'::text), ''::text) AS state_after,
    COALESCE(((journal.body)::jsonb -> 'detail'::text), '{}'::jsonb) AS detail,
    (((journal.body)::jsonb ->> 'call_id'::text))::uuid AS call_id,
    journal.trace_id,
    journal.at,
    (((journal.body)::jsonb ->> 'evidence_id'::text))::uuid AS evidence_id
   FROM journal
  WHERE (starts_with(journal.kind, 'order_'::text) AND (journal.subject_id IS NOT NULL))
UNION ALL
 SELECT u.event_id,
    u.order_id,
    'used'::text AS kind,
    u.state_after AS state_before,
    u.state_after,
    jsonb_build_object('amount_minor', u.amount_minor, 'balance_minor', u.balance_minor, 'currency', o.currency, 'store_name', u.store_name) AS detail,
    NULL::uuid AS call_id,
    replace((u.trace_id)::text, '-'::text, ''::text) AS trace_id,
    u.booked_at AS at,
    NULL::uuid AS evidence_id
   FROM (certificate_uses u
     JOIN orders o USING (order_id))
  WHERE ((u.kind = 'redeemed'::text) AND (u.event_id IS NOT NULL) AND (u.state_after IS NOT NULL) AND (u.booked_at IS NOT NULL) AND (u.trace_id IS NOT NULL))
UNION ALL
 SELECT u.event_id,
    u.order_id,
    'use_reversed'::text AS kind,
    u.state_after AS state_before,
    u.state_after,
    jsonb_build_object('amount_minor', u.amount_minor, 'balance_minor', u.balance_minor, 'currency', o.currency, 'store_name', u.store_name) AS detail,
    NULL::uuid AS call_id,
    replace((u.trace_id)::text, '-'::text, ''::text) AS trace_id,
    u.booked_at AS at,
    NULL::uuid AS evidence_id
   FROM (certificate_uses u
     JOIN orders o USING (order_id))
  WHERE ((u.kind = 'reversed'::text) AND (u.event_id IS NOT NULL) AND (u.state_after IS NOT NULL) AND (u.booked_at IS NOT NULL) AND (u.trace_id IS NOT NULL));
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
alter table certificate_uses add constraint certificate_uses_pkey PRIMARY KEY (order_id, entry_no);
alter table certificate_uses add constraint history_complete CHECK (((event_id IS NULL) OR ((state_after IS NOT NULL) AND (booked_at IS NOT NULL) AND (trace_id IS NOT NULL))));
alter table certificate_uses add constraint reversal_within_use CHECK (((kind = 'redeemed'::text) OR (reversed_minor <= use_minor)));
alter table certificate_uses add constraint use_kind_known CHECK ((kind = ANY (ARRAY['redeemed'::text, 'reversed'::text])));
alter table certificate_uses add constraint use_positive CHECK ((amount_minor > 0));
alter table closed_members add constraint closed_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table closed_members add constraint closed_members_pkey PRIMARY KEY (member_id);
alter table compared_days add constraint compared_days_pkey PRIMARY KEY (party, day);
alter table consents add constraint consent_line_known CHECK ((line = ANY (ARRAY['web'::text, 'phone'::text, 'terminal'::text])));
alter table consents add constraint consent_to_known CHECK ((document = ANY (ARRAY['terms'::text, 'privacy'::text, 'marketing'::text])));
alter table consents add constraint consents_document_fkey FOREIGN KEY (document, version) REFERENCES published_documents(document, version);
alter table consents add constraint consents_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id) ON DELETE CASCADE;
alter table consents add constraint consents_pkey PRIMARY KEY (consent_id);
alter table consents add constraint only_marketing_is_withdrawn CHECK ((given OR (document = 'marketing'::text)));
alter table contact_codes add constraint contact_code_attempts_bounded CHECK (((attempts >= 0) AND (attempts <= 5)));
alter table contact_codes add constraint contact_code_purpose_known CHECK ((purpose = 'accept_offer'::text));
alter table contact_codes add constraint contact_code_sent_by_known CHECK ((sent_by = ANY (ARRAY['text'::text, 'call'::text])));
alter table contact_codes add constraint contact_codes_pkey PRIMARY KEY (code_id);
alter table dismissed_breaks add constraint break_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_breaks add constraint dismissed_breaks_break_no_fkey FOREIGN KEY (break_no) REFERENCES inbox_breaks(break_no);
alter table dismissed_breaks add constraint dismissed_breaks_pkey PRIMARY KEY (break_no);
alter table dismissed_breaks add constraint dismissed_breaks_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissal_reason_given CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));
alter table dismissed_notices add constraint dismissed_notices_pkey PRIMARY KEY (unapplied_no);
alter table dismissed_notices add constraint dismissed_notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table dismissed_notices add constraint dismissed_notices_unapplied_no_fkey FOREIGN KEY (unapplied_no) REFERENCES unapplied_notices(unapplied_no);
alter table dispute_lists add constraint dispute_lists_pkey PRIMARY KEY (party);
alter table dispute_lists add constraint problem_since CHECK (((failing_since IS NULL) = (problem IS NULL)));
alter table disputed_gifts add constraint cancelled_not_negative CHECK ((cancelled_minor >= 0));
alter table disputed_gifts add constraint disputed_gift_state_known CHECK ((state = ANY (ARRAY['held'::text, 'freezing'::text, 'frozen'::text, 'unfreezing'::text, 'charging_back'::text, 'charged_back'::text, 'refunding'::text, 'refund_refused'::text, 'cancelled'::text, 'free'::text])));
alter table disputed_gifts add constraint disputed_gifts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id);
alter table disputed_gifts add constraint disputed_gifts_pkey PRIMARY KEY (order_id);
alter table disputed_gifts add constraint refused_with_code CHECK (((state = 'refund_refused'::text) = (code IS NOT NULL)));
alter table disputes add constraint dispute_amount_positive CHECK ((amount_minor > 0));
alter table disputes add constraint dispute_state_known CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])));
alter table disputes add constraint disputes_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table disputes add constraint disputes_pkey PRIMARY KEY (told_by, dispute_id);
alter table doubtful_notices add constraint doubtful_notices_pkey PRIMARY KEY (doubt_no);
alter table doubtful_notices add constraint doubtful_notices_sender_notice_id_fkey FOREIGN KEY (sender, notice_id) REFERENCES inbox(sender, message_id);
alter table doubtful_notices_taken add constraint doubtful_notices_taken_pkey PRIMARY KEY (sender, notice_id);
alter table doubtful_notices_taken add constraint doubtful_notices_taken_sender_notice_id_fkey FOREIGN KEY (sender, notice_id) REFERENCES inbox(sender, message_id);
alter table epochs add constraint epoch_no_positive CHECK ((epoch_no > 0));
alter table epochs add constraint epoch_reason_known CHECK ((reason = ANY (ARRAY['made'::text, 'restored'::text, 'held_by_party'::text])));
alter table epochs add constraint epochs_epoch_id_key UNIQUE (epoch_id);
alter table epochs add constraint epochs_pkey PRIMARY KEY (epoch_no);
alter table failing_work add constraint failing_work_pkey PRIMARY KEY (job, subject_id);
alter table group_lines add constraint group_lines_group_id_fkey FOREIGN KEY (group_id) REFERENCES order_groups(group_id);
alter table group_lines add constraint group_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id);
alter table group_lines add constraint group_lines_pkey PRIMARY KEY (order_id);
alter table group_lines add constraint line_no_positive CHECK ((line_no > 0));
alter table group_lines add constraint one_gift_a_line UNIQUE (group_id, line_no);
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
alter table journal add constraint entry_adds_up CHECK ((after_minor = (before_minor + delta_minor)));
alter table journal add constraint entry_is_whole CHECK ((((entry_no IS NULL) = (delta_minor IS NULL)) AND ((entry_no IS NULL) OR (num_nulls(subject_id, before_minor, after_minor) = 0))));
alter table journal add constraint order_fact_has_an_order CHECK (((NOT starts_with(kind, 'order_'::text)) OR (subject_id IS NOT NULL)));
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
alter table kept_people add constraint birthday_exists CHECK ((((birth_month IS NULL) = (birth_day IS NULL)) AND ((birth_month IS NULL) OR ((birth_month >= 1) AND (birth_month <= 12))) AND ((birth_day IS NULL) OR ((birth_day >= 1) AND (birth_day <=
CASE birth_month
    WHEN 2 THEN 29
    WHEN 4 THEN 30
    WHEN 6 THEN 30
    WHEN 9 THEN 30
    WHEN 11 THEN 30
    ELSE 31
END)))));
alter table kept_people add constraint kept_once UNIQUE (member_id, address);
alter table kept_people add constraint kept_people_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table kept_people add constraint kept_people_pkey PRIMARY KEY (kept_id);
alter table kept_people add constraint reminded_of_a_birthday CHECK (((remind_at IS NULL) OR (birth_month IS NOT NULL)));
alter table kept_people add constraint something_is_kept CHECK ((is_favourite OR (birth_month IS NOT NULL)));
alter table known_places add constraint known_places_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table known_places add constraint known_places_pkey PRIMARY KEY (member_id, place_digest);
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
alter table member_request_codes add constraint member_request_codes_pkey PRIMARY KEY (request_id, contact);
alter table member_request_codes add constraint member_request_codes_request_id_fkey FOREIGN KEY (request_id) REFERENCES member_requests(request_id) ON DELETE CASCADE;
alter table member_request_codes add constraint request_attempts_bounded CHECK (((attempts >= 0) AND (attempts <= 5)));
alter table member_request_codes add constraint request_contact_known CHECK ((contact = ANY (ARRAY['preferred'::text, 'email'::text, 'phone'::text])));
alter table member_requests add constraint member_request_purpose_known CHECK ((purpose = ANY (ARRAY['log_in'::text, 'recovery'::text, 'phone_pin'::text])));
alter table member_requests add constraint member_requests_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table member_requests add constraint member_requests_pkey PRIMARY KEY (request_id);
alter table member_sessions add constraint member_sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table member_sessions add constraint member_sessions_pkey PRIMARY KEY (session_id);
alter table member_sessions add constraint member_sessions_token_digest_key UNIQUE (token_digest);
alter table member_sessions add constraint session_line_known CHECK ((line = ANY (ARRAY['web'::text, 'phone'::text, 'terminal'::text])));
alter table members add constraint closed_account_has_no_contact CHECK (((closed_at IS NULL) OR ((email IS NULL) AND (mobile IS NULL) AND (landline IS NULL) AND (password_hash IS NULL))));
alter table members add constraint joined_by_known CHECK ((joined_by = ANY (ARRAY['web'::text, 'telephone'::text])));
alter table members add constraint member_channel_known CHECK ((preferred_channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table members add constraint member_has_name CHECK (((name ~ '\S'::text) AND (name !~ '[\u0001-\u001F\u007F\u2028\u2029\u202D\u202E]'::text)));
alter table members add constraint member_locale_known CHECK ((locale = ANY (ARRAY['ko'::text, 'en'::text, 'ja'::text, 'zh'::text])));
alter table members add constraint member_number_form CHECK ((member_number ~ '^[0-9]{10}$'::text));
alter table members add constraint members_member_number_key UNIQUE (member_number);
alter table members add constraint members_pkey PRIMARY KEY (member_id);
alter table members add constraint notices_off_known CHECK ((notices_off <@ ARRAY['gift_accepted'::text, 'certificate_issued'::text, 'certificate_used'::text, 'use_reversed'::text, 'birthday_soon'::text]));
alter table members add constraint number_only_when_verified CHECK (((member_number IS NOT NULL) =
CASE joined_by
    WHEN 'web'::text THEN ((email_verified_at IS NOT NULL) AND (mobile_verified_at IS NOT NULL))
    ELSE ((mobile_verified_at IS NOT NULL) OR (landline_verified_at IS NOT NULL))
END));
alter table members add constraint web_member_is_whole CHECK (((closed_at IS NOT NULL) OR (joined_by = 'telephone'::text) OR ((email IS NOT NULL) AND (mobile IS NOT NULL) AND (password_hash IS NOT NULL))));
alter table message_parts add constraint message_parts_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(message_id);
alter table message_parts add constraint message_parts_pkey PRIMARY KEY (provider_message_id);
alter table message_parts add constraint part_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'delivered'::text, 'failed'::text, 'unknown'::text])));
alter table messages add constraint message_channel_known CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table messages add constraint message_fallback_known CHECK ((fallback_channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table messages add constraint message_state_known CHECK ((state = ANY (ARRAY['due'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'suppressed'::text])));
alter table messages add constraint messages_pkey PRIMARY KEY (message_id);
alter table notice_batches add constraint notice_batches_batch_id_key UNIQUE (batch_id);
alter table notice_batches add constraint notice_batches_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table notice_batches add constraint notice_batches_party_fkey FOREIGN KEY (party) REFERENCES notice_recipients(party);
alter table notice_batches add constraint notice_batches_pkey PRIMARY KEY (party, batch_no);
alter table notice_queue add constraint notice_queue_notice_id_key UNIQUE (notice_id);
alter table notice_queue add constraint notice_queue_pkey PRIMARY KEY ("position");
alter table notice_recipients add constraint notice_recipients_pkey PRIMARY KEY (party);
alter table offer_links add constraint offer_links_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id);
alter table offer_links add constraint offer_links_pkey PRIMARY KEY (token_digest);
alter table open_payouts add constraint open_payouts_pkey PRIMARY KEY (payout_id);
alter table open_payouts add constraint open_payouts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table open_payouts add constraint open_payouts_shop_id_key UNIQUE (shop_id);
alter table order_events_before add constraint order_events_call_id_fkey FOREIGN KEY (call_id) REFERENCES calls(call_id) DEFERRABLE INITIALLY DEFERRED;
alter table order_events_before add constraint order_events_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id) DEFERRABLE INITIALLY DEFERRED;
alter table order_events_before add constraint order_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id) DEFERRABLE INITIALLY DEFERRED;
alter table order_events_before add constraint order_events_pkey PRIMARY KEY (event_id);
alter table order_groups add constraint group_amount_positive CHECK ((amount_minor > 0));
alter table order_groups add constraint group_captures_what_was_confirmed CHECK (((confirmed_minor > 0) OR (state <> ALL (ARRAY['capturing'::text, 'captured'::text]))));
alter table order_groups add constraint group_captures_within_authorisation CHECK (((confirmed_minor >= 0) AND (confirmed_minor <= amount_minor)));
alter table order_groups add constraint group_route_known CHECK ((payment_route = ANY (ARRAY['direct'::text, 'through_shop'::text])));
alter table order_groups add constraint group_state_known CHECK ((state = ANY (ARRAY['authorising'::text, 'requires_action'::text, 'authorised'::text, 'capturing'::text, 'captured'::text, 'voiding'::text, 'abandoned'::text, 'declined'::text])));
alter table order_groups add constraint order_groups_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table order_groups add constraint order_groups_pkey PRIMARY KEY (group_id);
alter table order_groups add constraint order_groups_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table orders add constraint agreed_commission_is_a_share CHECK (((commission_bp >= 0) AND (commission_bp <= 10000))) NOT VALID;
alter table orders add constraint captured_only_confirmed CHECK (((captured_at IS NULL) OR (confirmed_at IS NOT NULL))) NOT VALID;
alter table orders add constraint confirmed_only_named CHECK (((confirmed_at IS NULL) OR (recipient_name IS NOT NULL))) NOT VALID;
alter table orders add constraint name_is_of_a_read_back CHECK (((recipient_name IS NULL) = (read_back_id IS NULL)));
alter table orders add constraint offered_only_captured CHECK (((captured_at IS NOT NULL) OR (state <> ALL (ARRAY['registering'::text, 'scheduled'::text, 'offered'::text, 'correcting'::text, 'accepting'::text, 'accepted'::text, 'issued'::text, 'cancelling'::text])))) NOT VALID;
alter table orders add constraint order_amount_positive CHECK ((amount_minor > 0));
alter table orders add constraint order_dispute_known CHECK ((dispute = ANY (ARRAY['open'::text, 'lost'::text])));
alter table orders add constraint order_route_known CHECK ((payment_route = ANY (ARRAY['direct'::text, 'through_shop'::text])));
alter table orders add constraint order_state_known CHECK ((state = ANY (ARRAY['authorising'::text, 'requires_action'::text, 'authorised'::text, 'awaiting_confirmation'::text, 'capturing'::text, 'registering'::text, 'scheduled'::text, 'offered'::text, 'correcting'::text, 'accepting'::text, 'accepted'::text, 'issued'::text, 'cancelling'::text, 'refunding'::text, 'voiding'::text, 'refunded'::text, 'abandoned'::text, 'declined'::text, 'refund_failed'::text])));
alter table orders add constraint orders_group_id_fkey FOREIGN KEY (group_id) REFERENCES order_groups(group_id);
alter table orders add constraint orders_pkey PRIMARY KEY (order_id);
alter table orders add constraint orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table orders add constraint recipient_channel_known CHECK ((recipient_channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table orders add constraint recipient_is_whole CHECK (((recipient_name IS NULL) OR ((recipient_channel = ANY (ARRAY['sms'::text, 'voice'::text])) AND (recipient_phone IS NOT NULL)) OR ((recipient_channel = 'email'::text) AND (recipient_email IS NOT NULL))));
alter table party_keys add constraint party_keys_pkey PRIMARY KEY (keyid);
alter table passkey_challenges add constraint passkey_challenges_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table passkey_challenges add constraint passkey_challenges_pkey PRIMARY KEY (challenge_digest);
alter table passkeys add constraint passkeys_credential_id_key UNIQUE (credential_id);
alter table passkeys add constraint passkeys_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table passkeys add constraint passkeys_pkey PRIMARY KEY (passkey_id);
alter table passkeys add constraint sign_count_not_negative CHECK ((sign_count >= 0));
alter table payment_methods add constraint expiry_known_or_not CHECK (((expiry_month IS NULL) = (expiry_year IS NULL)));
alter table payment_methods add constraint last4_form_or_masked CHECK ((last4 ~ '^[0-9*]{4}$'::text));
alter table payment_methods add constraint payment_methods_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table payment_methods add constraint payment_methods_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table payment_methods add constraint payment_methods_pkey PRIMARY KEY (payment_method_id);
alter table payout_parts add constraint part_commission_is_a_share CHECK (((commission_bp >= 0) AND (commission_bp <= 10000)));
alter table payout_parts add constraint payout_parts_pkey PRIMARY KEY (payout_id, commission_bp);
alter table payouts add constraint payout_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'planned'::text, 'sent'::text, 'paid'::text, 'returned'::text, 'refused'::text])));
alter table payouts add constraint payouts_pkey PRIMARY KEY (payout_id);
alter table payouts add constraint payouts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table peer_nonces add constraint peer_nonces_pkey PRIMARY KEY (keyid, nonce);
alter table phones_not_told_of_uses add constraint phones_not_told_of_uses_pkey PRIMARY KEY (phone);
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
alter table recipient_corrections add constraint correction_channel_known CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table recipient_corrections add constraint correction_is_whole CHECK ((((channel = ANY (ARRAY['sms'::text, 'voice'::text])) AND (phone IS NOT NULL)) OR ((channel = 'email'::text) AND (email IS NOT NULL))));
alter table recipient_corrections add constraint correction_state_known CHECK ((state = ANY (ARRAY['read_back'::text, 'confirmed'::text, 'made'::text, 'refused'::text])));
alter table recipient_corrections add constraint recipient_corrections_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id);
alter table recipient_corrections add constraint recipient_corrections_pkey PRIMARY KEY (read_back_id);
alter table recipient_corrections add constraint refused_correction_says_why CHECK (((state = 'refused'::text) = (refusal_code IS NOT NULL)));
alter table recipient_locales add constraint recipient_locale_known CHECK ((locale = ANY (ARRAY['ko'::text, 'en'::text, 'ja'::text, 'zh'::text])));
alter table recipient_locales add constraint recipient_locales_pkey PRIMARY KEY (address);
alter table restore_findings add constraint one_finding UNIQUE NULLS NOT DISTINCT (epoch_no, kind, subject_id, about);
alter table restore_findings add constraint restore_findings_epoch_no_fkey FOREIGN KEY (epoch_no) REFERENCES epochs(epoch_no);
alter table restore_findings add constraint restore_findings_pkey PRIMARY KEY (finding_no);
alter table restored_payouts add constraint restored_payouts_pkey PRIMARY KEY (payout_id);
alter table schema_migrations add constraint schema_migrations_pkey PRIMARY KEY (name);
alter table schema_needs add constraint schema_needs_pkey PRIMARY KEY (migration);
alter table service_accounts add constraint service_accounts_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_accounts_pkey PRIMARY KEY (staff_id);
alter table service_accounts add constraint service_accounts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table service_accounts add constraint service_has_scopes CHECK ((cardinality(scopes) > 0));
alter table service_tokens add constraint service_tokens_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(staff_id);
alter table service_tokens add constraint service_tokens_pkey PRIMARY KEY (token_digest);
alter table service_tokens add constraint service_tokens_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES service_accounts(staff_id);
alter table shop_commissions_before add constraint shop_commissions_before_pkey PRIMARY KEY (shop_id, until);
alter table shop_commissions_before add constraint shop_commissions_before_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table shops add constraint amount_min_positive CHECK ((amount_min_minor > 0));
alter table shops add constraint amounts_in_order CHECK ((amount_max_minor >= amount_min_minor));
alter table shops add constraint answer_days_positive CHECK ((answer_days > 0));
alter table shops add constraint commission_is_a_share CHECK (((commission_bp >= 0) AND (commission_bp <= 10000)));
alter table shops add constraint image_key_form CHECK ((image_key ~ '^[a-z0-9-]{1,64}$'::text));
alter table shops add constraint payment_route_known CHECK ((payment_route = ANY (ARRAY['direct'::text, 'through_shop'::text])));
alter table shops add constraint refund_days_in_range CHECK (((refund_days >= 0) AND (refund_days <= 90)));
alter table shops add constraint reminder_before_deadline CHECK (((remind_days >= 1) AND (remind_days < answer_days)));
alter table shops add constraint shop_id_form CHECK ((shop_id ~ '^[a-z0-9-]{1,32}$'::text));
alter table shops add constraint shops_pkey PRIMARY KEY (shop_id);
alter table shops add constraint suggested_within_amounts CHECK (((amount_min_minor <= ALL (suggested_minor)) AND (amount_max_minor >= ALL (suggested_minor))));
alter table shops add constraint validity_at_least_a_year CHECK ((validity_months >= 12));
alter table signed_messages add constraint encoding_known CHECK ((encoding = 'zstd'::text)) NOT VALID;
alter table signed_messages add constraint message_direction_known CHECK ((direction = ANY (ARRAY['received_request'::text, 'received_response'::text])));
alter table signed_messages add constraint response_has_status CHECK (((direction = 'received_response'::text) = ((status IS NOT NULL) AND (request_headers IS NOT NULL))));
alter table signed_messages add constraint signed_messages_keyid_fkey FOREIGN KEY (keyid) REFERENCES party_keys(keyid);
alter table signed_messages add constraint signed_messages_pkey PRIMARY KEY (message_id);
alter table silent_parties add constraint silent_parties_pkey PRIMARY KEY (party);
alter table staff add constraint staff_login_once UNIQUE (login);
alter table staff add constraint staff_pkey PRIMARY KEY (staff_id);
alter table staff add constraint staff_role_known CHECK ((role = ANY (ARRAY['operator'::text, 'support'::text, 'auditor'::text, 'service'::text])));
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
alter table taken_windows add constraint taken_windows_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES signed_messages(message_id);
alter table taken_windows add constraint taken_windows_pkey PRIMARY KEY (shop_id, version);
alter table taken_windows add constraint taken_windows_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table taken_windows add constraint version_counts CHECK ((version >= 1));
alter table telephone_invitations add constraint invitation_has_name CHECK ((name ~ '\S'::text));
alter table telephone_invitations add constraint invitation_lasts CHECK ((expires_at > created_at));
alter table telephone_invitations add constraint invitation_used_after_creation CHECK ((used_at >= created_at));
alter table telephone_invitations add constraint telephone_invitations_pkey PRIMARY KEY (invitation_id);
alter table telephone_invitations add constraint telephone_invitations_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(staff_id);
alter table text_dialogues add constraint text_dialogues_pkey PRIMARY KEY (phone);
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
alter table uncalled_phones add constraint uncalled_phones_pkey PRIMARY KEY (phone);
alter table verification_codes add constraint code_attempts_bounded CHECK (((attempts >= 0) AND (attempts <= 5)));
alter table verification_codes add constraint code_channel_known CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'voice'::text])));
alter table verification_codes add constraint verification_codes_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(member_id);
alter table verification_codes add constraint verification_codes_pkey PRIMARY KEY (code_id);
alter table voice_call_messages add constraint voice_call_messages_call_id_fkey FOREIGN KEY (call_id) REFERENCES voice_calls(call_id);
alter table voice_call_messages add constraint voice_call_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(message_id);
alter table voice_call_messages add constraint voice_call_messages_pkey PRIMARY KEY (call_id, message_id);
alter table voice_calls add constraint one_call_an_external_id UNIQUE (line, external_id);
alter table voice_calls add constraint turn_no_not_negative CHECK ((turn_no >= 0));
alter table voice_calls add constraint voice_calls_pkey PRIMARY KEY (call_id);
alter table voice_calls add constraint voice_direction_known CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table voice_calls add constraint voice_line_known CHECK ((line = ANY (ARRAY['asterisk'::text, 'jambonz'::text, 'twilio'::text, 'sandbox'::text])));
alter table voice_dial_outcomes add constraint dial_outcome_known CHECK ((outcome = ANY (ARRAY['answered'::text, 'busy'::text, 'declined'::text, 'no_answer'::text, 'unknown_number'::text, 'machine'::text, 'unreachable'::text])));
alter table voice_dial_outcomes add constraint voice_dial_outcomes_dial_id_fkey FOREIGN KEY (dial_id) REFERENCES voice_dials(dial_id);
alter table voice_dial_outcomes add constraint voice_dial_outcomes_pkey PRIMARY KEY (call_id);
alter table voice_dials add constraint claimed_by_a_call CHECK (((state = ANY (ARRAY['dialling'::text, 'talking'::text])) = (call_id IS NOT NULL)));
alter table voice_dials add constraint dial_has_subject CHECK ((((purpose = 'offer'::text) = (order_id IS NOT NULL)) AND ((purpose = 'code'::text) = (message_id IS NOT NULL))));
alter table voice_dials add constraint dial_purpose_known CHECK ((purpose = ANY (ARRAY['offer'::text, 'news'::text, 'code'::text, 'account'::text])));
alter table voice_dials add constraint dial_state_known CHECK ((state = ANY (ARRAY['due'::text, 'dialling'::text, 'talking'::text, 'done'::text, 'given_up'::text])));
alter table voice_dials add constraint voice_dials_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(message_id);
alter table voice_dials add constraint voice_dials_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id);
alter table voice_dials add constraint voice_dials_pkey PRIMARY KEY (dial_id);
alter table voice_lines add constraint voice_lines_pkey PRIMARY KEY (line);
alter table voice_seats add constraint seat_known CHECK (((seat >= 1) AND (seat <= 8)));
alter table voice_seats add constraint voice_seats_pkey PRIMARY KEY (seat);
alter table voice_tellings add constraint voice_tellings_call_id_fkey FOREIGN KEY (call_id) REFERENCES voice_calls(call_id);
alter table voice_tellings add constraint voice_tellings_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(message_id);
alter table voice_tellings add constraint voice_tellings_pkey PRIMARY KEY (call_id, message_id);
alter table window_reads add constraint window_reads_pkey PRIMARY KEY (shop_id);
alter table window_reads add constraint window_reads_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(shop_id);
alter table wordings add constraint version_counts CHECK ((version >= 1));
alter table wordings add constraint wordings_pkey PRIMARY KEY (shop_id, key, locale, version);
alter table wordings add constraint wordings_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff(staff_id);
CREATE INDEX acknowledged_findings_by_staff ON public.acknowledged_findings USING btree (staff_id);
CREATE INDEX answers_to_forget ON public.idempotency_keys USING btree (claimed_at) WHERE (fingerprint <> '\x'::bytea);
CREATE INDEX audit_trail_by_staff ON public.audit_trail USING btree (staff_id, audit_id);
CREATE INDEX business_details_by_logo ON public.business_details USING btree (logo_id);
CREATE INDEX business_details_by_staff ON public.business_details USING btree (published_by);
CREATE INDEX calls_by_subject ON public.calls USING btree (subject_id);
CREATE INDEX calls_due_by_party ON public.calls USING btree (party, next_attempt_at) WHERE (state = ANY (ARRAY['planned'::text, 'unknown'::text]));
CREATE INDEX calls_to_forget ON public.calls USING btree (settled_at) WHERE (forgotten_at IS NULL);
CREATE INDEX closed_members_by_forget_at ON public.closed_members USING btree (forget_at);
CREATE INDEX closed_members_named ON public.members USING btree (member_id) WHERE ((closed_at IS NOT NULL) AND (name <> ALL (ARRAY['Former member'::text, '탈퇴한 회원'::text])));
CREATE INDEX compared_days_differing ON public.compared_days USING btree (party) WHERE (differences <> '{}'::text[]);
CREATE INDEX compared_days_due ON public.compared_days USING btree (party, next_at);
CREATE INDEX consents_of_member ON public.consents USING btree (member_id, document, consent_id);
CREATE INDEX consents_to_version ON public.consents USING btree (document, version);
CREATE INDEX contact_codes_by_expiry ON public.contact_codes USING btree (expires_at);
CREATE INDEX contact_codes_by_subject ON public.contact_codes USING btree (purpose, subject, created_at DESC);
CREATE INDEX dismissed_breaks_by_staff ON public.dismissed_breaks USING btree (staff_id);
CREATE INDEX dismissed_notices_by_staff ON public.dismissed_notices USING btree (staff_id);
CREATE INDEX disputed_gifts_by_payment ON public.disputed_gifts USING btree (payment_id);
CREATE INDEX disputed_gifts_by_state ON public.disputed_gifts USING btree (state);
CREATE INDEX disputed_gifts_due ON public.disputed_gifts USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX disputes_by_id ON public.disputes USING btree (dispute_id);
CREATE INDEX disputes_by_payment ON public.disputes USING btree (payment_id);
CREATE INDEX disputes_unsettled ON public.disputes USING btree (state) WHERE ((state = 'open'::text) OR (doubt IS NOT NULL));
CREATE INDEX doubtful_notices_by_notice ON public.doubtful_notices USING btree (sender, notice_id, doubt_no);
CREATE INDEX doubtful_notices_by_order ON public.doubtful_notices USING btree (order_id, doubt_no);
CREATE INDEX failing_work_by_subject ON public.failing_work USING btree (subject_id);
CREATE INDEX group_lines_due ON public.group_lines USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX inbox_by_order ON public.inbox USING btree (((content ->> 'order_id'::text)));
CREATE INDEX invitations_naming_people ON public.telephone_invitations USING btree (expires_at) WHERE (phone <> ''::text);
CREATE INDEX job_claims_by_party ON public.job_claims USING btree (job, party);
CREATE INDEX job_claims_ended ON public.job_claims USING btree (claimed_until);
CREATE INDEX journal_by_reference ON ONLY public.journal USING btree (store_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX journal_by_seq ON ONLY public.journal USING btree (seq);
CREATE INDEX journal_by_store ON ONLY public.journal USING btree (store_id, at) WHERE (store_id IS NOT NULL);
CREATE INDEX journal_by_subject ON ONLY public.journal USING btree (subject_id, entry_no);
CREATE INDEX journal_carried_by_month ON public.journal_carried USING btree (month);
CREATE INDEX journal_of_standing ON ONLY public.journal USING btree (subject_id, substr(kind, 7)) WHERE (starts_with(kind, 'order_'::text) AND (substr(kind, 7) = ANY (ARRAY['accepted'::text, 'certificate_expired'::text])));
CREATE INDEX journal_ranges_open ON public.journal_ranges USING btree (party, range_no) WHERE (acknowledged_at IS NULL);
CREATE INDEX journal_reversals ON ONLY public.journal USING btree (parent_id) WHERE (reversed_minor IS NOT NULL);
CREATE INDEX kept_people_to_forget ON public.kept_people USING btree (looked_at);
CREATE INDEX kept_people_to_remind ON public.kept_people USING btree (remind_at) WHERE (remind_at IS NOT NULL);
CREATE INDEX known_places_by_use ON public.known_places USING btree (last_used_at);
CREATE INDEX ledger_transfers_by_credit ON public.ledger_transfers USING btree (credit_account_id);
CREATE INDEX ledger_transfers_by_debit ON public.ledger_transfers USING btree (debit_account_id);
CREATE INDEX ledger_transfers_by_subject ON public.ledger_transfers USING btree (subject_id);
CREATE INDEX ledger_transfers_by_time ON public.ledger_transfers USING btree (created_at);
CREATE INDEX look_ups_naming_people ON public.calls USING btree (settled_at) WHERE ((purpose = 'look_up_member'::text) AND (forgotten_at IS NULL));
CREATE INDEX member_requests_by_expiry ON public.member_requests USING btree (expires_at);
CREATE INDEX member_requests_by_member ON public.member_requests USING btree (member_id);
CREATE INDEX member_sessions_by_expiry ON public.member_sessions USING btree (expires_at);
CREATE INDEX members_by_email_key ON public.members USING btree (lower(email)) WHERE (member_number IS NOT NULL);
CREATE INDEX message_parts_by_message ON public.message_parts USING btree (message_id);
CREATE INDEX messages_begun ON public.messages USING btree (sending_since) WHERE (state = 'sending'::text);
CREATE INDEX messages_by_subject ON public.messages USING btree (subject_id);
CREATE INDEX messages_due_by_channel ON public.messages USING btree (channel, due_at) WHERE (state = 'due'::text);
CREATE INDEX messages_to_forget ON public.messages USING btree (forget_at) WHERE (forget_at IS NOT NULL);
CREATE INDEX messages_to_say ON public.messages USING btree (address, message_id) WHERE ((channel = 'voice'::text) AND (state = 'due'::text));
CREATE INDEX messages_undelivered ON public.messages USING btree (created_at) WHERE (state = ANY (ARRAY['failed'::text, 'unknown'::text]));
CREATE INDEX messages_unsent ON public.messages USING btree (address, message_id) WHERE (state = ANY (ARRAY['due'::text, 'sending'::text]));
CREATE INDEX messages_untold ON public.messages USING btree (message_id) WHERE ((channel = 'voice'::text) AND (state = 'due'::text));
CREATE INDEX notice_queue_by_party ON public.notice_queue USING btree (party, "position");
CREATE INDEX offer_links_by_order ON public.offer_links USING btree (order_id);
CREATE UNIQUE INDEX one_break_of_a_kind ON public.inbox_breaks USING btree (sender, batch_no, reason, refused_digest) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX one_confirmed_correction ON public.recipient_corrections USING btree (order_id) WHERE (state = 'confirmed'::text);
CREATE UNIQUE INDEX one_member_a_landline ON public.members USING btree (landline) WHERE (member_number IS NOT NULL);
CREATE UNIQUE INDEX one_member_a_mobile ON public.members USING btree (mobile) WHERE (member_number IS NOT NULL);
CREATE UNIQUE INDEX one_member_an_email ON public.members USING btree (email) WHERE (member_number IS NOT NULL);
CREATE UNIQUE INDEX one_member_an_email_key ON public.members USING btree (lower(email)) WHERE ((member_number IS NOT NULL) AND (NOT email_is_anothers));
CREATE UNIQUE INDEX one_notice_a_use ON public.certificate_uses USING btree (order_id, redemption_id) WHERE (kind = 'redeemed'::text);
CREATE UNIQUE INDEX one_open_account_dial ON public.voice_dials USING btree (phone) WHERE ((purpose = 'account'::text) AND (state = ANY (ARRAY['due'::text, 'dialling'::text, 'talking'::text])));
CREATE UNIQUE INDEX one_open_batch_a_party ON public.notice_batches USING btree (party) WHERE (acknowledged_at IS NULL);
CREATE UNIQUE INDEX one_open_dial_a_code ON public.voice_dials USING btree (message_id) WHERE ((purpose = 'code'::text) AND (state = ANY (ARRAY['due'::text, 'dialling'::text, 'talking'::text])));
CREATE UNIQUE INDEX one_open_dial_a_gift ON public.voice_dials USING btree (order_id) WHERE (state = ANY (ARRAY['due'::text, 'dialling'::text, 'talking'::text]));
CREATE UNIQUE INDEX one_open_dial_of_news ON public.voice_dials USING btree (phone) WHERE ((purpose = 'news'::text) AND (state = ANY (ARRAY['due'::text, 'dialling'::text, 'talking'::text])));
CREATE INDEX open_member_sessions ON public.member_sessions USING btree (member_id) WHERE (ended_at IS NULL);
CREATE INDEX open_telephone_invitations ON public.telephone_invitations USING btree (phone, created_at) WHERE (used_at IS NULL);
CREATE INDEX order_events_by_order ON public.order_events_before USING btree (order_id, event_id);
CREATE INDEX order_events_of_standing ON public.order_events_before USING btree (order_id, kind) WHERE (kind = ANY (ARRAY['accepted'::text, 'certificate_expired'::text]));
CREATE INDEX order_groups_by_member ON public.order_groups USING btree (member_id, group_id);
CREATE INDEX order_groups_open ON public.order_groups USING btree (authorise_by) WHERE (state = ANY (ARRAY['authorising'::text, 'requires_action'::text, 'authorised'::text]));
CREATE INDEX order_groups_to_check ON public.order_groups USING btree (check_payment_at) WHERE (check_payment_at IS NOT NULL);
CREATE INDEX order_groups_to_check_by_shop ON public.order_groups USING btree (shop_id, check_payment_at) WHERE (check_payment_at IS NOT NULL);
CREATE INDEX order_groups_unconfirmed ON public.order_groups USING btree (shop_id, authorise_by) WHERE (state = ANY (ARRAY['authorising'::text, 'requires_action'::text, 'authorised'::text]));
CREATE INDEX orders_by_accepted_phone ON public.orders USING btree (accepted_phone) WHERE (accepted_phone IS NOT NULL);
CREATE INDEX orders_by_buyer_and_recipient ON public.orders USING btree (member_id, COALESCE(recipient_phone, recipient_email), confirmed_at) WHERE ((confirmed_at IS NOT NULL) AND (name_source <> 'self'::text));
CREATE INDEX orders_by_certificate_last4 ON public.orders USING btree (certificate_last4) WHERE (certificate_last4 IS NOT NULL);
CREATE INDEX orders_by_group ON public.orders USING btree (group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX orders_by_member ON public.orders USING btree (member_id, created_at DESC);
CREATE INDEX orders_by_recipient_email ON public.orders USING btree (recipient_email) WHERE (recipient_email IS NOT NULL);
CREATE INDEX orders_by_recipient_email_key ON public.orders USING btree (lower(recipient_email)) WHERE (recipient_email IS NOT NULL);
CREATE INDEX orders_by_recipient_phone ON public.orders USING btree (recipient_phone) WHERE (recipient_phone IS NOT NULL);
CREATE INDEX orders_by_time ON public.orders USING btree (created_at);
CREATE INDEX orders_going_back ON public.orders USING btree (order_id) WHERE (state = ANY (ARRAY['cancelling'::text, 'refunding'::text, 'refund_failed'::text, 'refunded'::text]));
CREATE INDEX orders_naming_people ON public.orders USING btree (COALESCE(people_from, created_at)) WHERE (people_forgotten_at IS NULL);
CREATE INDEX orders_not_taken ON public.orders USING btree (member_id, confirmed_at) WHERE ((accepted_phone IS NULL) AND (confirmed_at IS NOT NULL) AND (name_source <> 'self'::text));
CREATE INDEX orders_to_check_by_shop ON public.orders USING btree (shop_id, check_payment_at) WHERE (check_payment_at IS NOT NULL);
CREATE INDEX orders_to_deliver ON public.orders USING btree (shop_id, deliver_at) WHERE (state = 'scheduled'::text);
CREATE INDEX orders_to_remind ON public.orders USING btree (shop_id, remind_at) WHERE ((state = 'offered'::text) AND (reminded_at IS NULL));
CREATE INDEX orders_unanswered ON public.orders USING btree (shop_id, answer_by) WHERE (state = 'offered'::text);
CREATE INDEX orders_unconfirmed ON public.orders USING btree (shop_id, authorise_by) WHERE (state = ANY (ARRAY['authorising'::text, 'requires_action'::text, 'authorised'::text, 'awaiting_confirmation'::text]));
CREATE INDEX orders_under_way ON public.orders USING btree (order_id) WHERE (state <> ALL (ARRAY['accepted'::text, 'issued'::text, 'refunded'::text, 'abandoned'::text, 'declined'::text]));
CREATE INDEX passkey_challenges_by_expiry ON public.passkey_challenges USING btree (expires_at);
CREATE INDEX passkeys_by_member ON public.passkeys USING btree (member_id) WHERE (removed_at IS NULL);
CREATE INDEX payment_methods_by_fingerprint ON public.payment_methods USING btree (card_fingerprint) WHERE (card_fingerprint IS NOT NULL);
CREATE INDEX payment_methods_by_member ON public.payment_methods USING btree (member_id) WHERE (removed_at IS NULL);
CREATE INDEX payouts_by_shop ON public.payouts USING btree (shop_id, created_at, payout_id);
CREATE INDEX payouts_to_ask ON public.payouts USING btree (ask_at) WHERE (ask_at IS NOT NULL);
CREATE INDEX payouts_to_free ON public.payouts USING btree (shop_id) WHERE ((state = 'refused'::text) AND (freed_at IS NULL));
CREATE INDEX payouts_unpaid ON public.payouts USING btree (shop_id) WHERE ((state = ANY (ARRAY['refused'::text, 'returned'::text])) AND (freed_at IS NULL));
CREATE INDEX peer_nonces_by_expiry ON public.peer_nonces USING btree (expires_at);
CREATE UNIQUE INDEX pending_resolved_once ON public.ledger_transfers USING btree (pending_transfer_id) WHERE (pending_transfer_id IS NOT NULL);
CREATE INDEX pictures_by_staff ON public.pictures USING btree (uploaded_by);
CREATE INDEX published_documents_by_staff ON public.published_documents USING btree (published_by);
CREATE INDEX recipient_corrections_by_order ON public.recipient_corrections USING btree (order_id, read_back_id);
CREATE INDEX recipient_locales_by_time ON public.recipient_locales USING btree (updated_at);
CREATE INDEX restored_payouts_open ON public.restored_payouts USING btree (payee) WHERE (ended_at IS NULL);
CREATE INDEX reversals_of_use ON public.certificate_uses USING btree (order_id, redemption_id) WHERE (kind = 'reversed'::text);
CREATE INDEX sent_messages_naming_people ON public.messages USING btree (created_at) WHERE ((address <> ''::text) AND (state <> ALL (ARRAY['due'::text, 'sending'::text])));
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
CREATE INDEX taken_windows_by_evidence ON public.taken_windows USING btree (evidence_id);
CREATE INDEX text_dialogues_by_time ON public.text_dialogues USING btree (updated_at);
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
CREATE INDEX unproven_members_by_age ON public.members USING btree (created_at) WHERE (member_number IS NULL);
CREATE INDEX uses_by_payout ON public.certificate_uses USING btree (payout_id) WHERE (payout_id IS NOT NULL);
CREATE INDEX uses_to_be_paid ON public.certificate_uses USING btree (order_id) WHERE (payout_id IS NULL);
CREATE INDEX verification_codes_by_expiry ON public.verification_codes USING btree (expires_at);
CREATE INDEX verification_codes_by_member ON public.verification_codes USING btree (member_id, channel, created_at DESC);
CREATE INDEX voice_call_messages_by_message ON public.voice_call_messages USING btree (message_id);
CREATE INDEX voice_calls_naming_people ON public.voice_calls USING btree (ended_at) WHERE (forgotten_at IS NULL);
CREATE INDEX voice_calls_open ON public.voice_calls USING btree (turn_at) WHERE (ended_at IS NULL);
CREATE INDEX voice_dial_outcomes_by_dial ON public.voice_dial_outcomes USING btree (dial_id);
CREATE INDEX voice_dials_by_message ON public.voice_dials USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX voice_dials_due ON public.voice_dials USING btree (due_at) WHERE (state = 'due'::text);
CREATE INDEX voice_dials_naming_people ON public.voice_dials USING btree (created_at) WHERE (phone <> ''::text);
CREATE INDEX voice_tellings_by_message ON public.voice_tellings USING btree (message_id);
CREATE INDEX wordings_by_publisher ON public.wordings USING btree (published_by);
grant insert, select on acknowledged_findings to :runtime_role;
grant delete, insert, select, update on alarms to :runtime_role;
grant insert, select on audit_trail to :runtime_role;
grant select on backup_outcomes to :runtime_role;
grant insert, select, update on book_checks to :runtime_role;
grant insert, select on business_details to :runtime_role;
grant insert, select on calls to :runtime_role;
grant insert, select on certificate_uses to :runtime_role;
grant delete, insert, select on closed_members to :runtime_role;
grant insert, select on compared_days to :runtime_role;
grant insert, select on consents to :runtime_role;
grant delete, insert, select on contact_codes to :runtime_role;
grant insert, select on dismissed_breaks to :runtime_role;
grant insert, select on dismissed_notices to :runtime_role;
grant insert, select on dispute_lists to :runtime_role;
grant insert, select on disputed_gifts to :runtime_role;
grant insert, select on disputes to :runtime_role;
grant insert, select on doubtful_notices to :runtime_role;
grant insert, select on doubtful_notices_taken to :runtime_role;
grant insert, select on epochs to :runtime_role;
grant delete, insert, select, update on failing_work to :runtime_role;
grant insert, select on group_lines to :runtime_role;
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
grant delete, insert, select on kept_people to :runtime_role;
grant delete, insert, select on known_places to :runtime_role;
grant insert, select on leases to :runtime_role;
grant insert, select on ledger_accounts to :runtime_role;
grant insert, select on ledger_balances to :runtime_role;
grant insert, select on ledger_entries to :runtime_role;
grant insert, select on ledger_transfers to :runtime_role;
grant insert, select on member_request_codes to :runtime_role;
grant delete, insert, select on member_requests to :runtime_role;
grant delete, insert, select on member_sessions to :runtime_role;
grant delete, insert, select on members to :runtime_role;
grant insert, select on message_parts to :runtime_role;
grant insert, select on messages to :runtime_role;
grant insert, select on notice_batches to :runtime_role;
grant delete, insert, select on notice_queue to :runtime_role;
grant insert, select, update on notice_recipients to :runtime_role;
grant insert, select on offer_links to :runtime_role;
grant delete, insert, select on open_payouts to :runtime_role;
grant insert, select on order_events to :runtime_role;
grant insert, select on order_groups to :runtime_role;
grant insert, select on orders to :runtime_role;
grant insert, select on party_keys to :runtime_role;
grant delete, insert, select on passkey_challenges to :runtime_role;
grant insert, select on passkeys to :runtime_role;
grant insert, select on payment_methods to :runtime_role;
grant insert, select on payout_parts to :runtime_role;
grant insert, select on payouts to :runtime_role;
grant delete, insert, select on peer_nonces to :runtime_role;
grant delete, insert, select on phones_not_told_of_uses to :runtime_role;
grant insert, select on pictures to :runtime_role;
grant insert, select on published_documents to :runtime_role;
grant delete, insert, select, update on rate_limits to :runtime_role;
grant insert, select on recipient_corrections to :runtime_role;
grant insert, select on recipient_locales to :runtime_role;
grant insert, select on restore_findings to :runtime_role;
grant insert, select on restored_payouts to :runtime_role;
grant select on schema_migrations to :runtime_role;
grant select on schema_needs to :runtime_role;
grant insert, select on service_accounts to :runtime_role;
grant insert, select on service_tokens to :runtime_role;
grant select on shop_commissions_before to :runtime_role;
grant insert, select on shops to :runtime_role;
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
grant insert, select on taken_windows to :runtime_role;
grant insert, select on telephone_invitations to :runtime_role;
grant delete, insert, select on text_dialogues to :runtime_role;
grant insert, select on text_opt_outs to :runtime_role;
grant delete, insert, select, update on text_submissions to :runtime_role;
grant delete, insert, select, update on texts_heard to :runtime_role;
grant insert, select on unapplied_notices to :runtime_role;
grant delete, insert, select on uncalled_phones to :runtime_role;
grant delete, insert, select on verification_codes to :runtime_role;
grant insert, select on voice_call_messages to :runtime_role;
grant insert, select on voice_calls to :runtime_role;
grant insert, select on voice_dial_outcomes to :runtime_role;
grant insert, select on voice_dials to :runtime_role;
grant insert, select on voice_lines to :runtime_role;
grant select on voice_seats to :runtime_role;
grant insert, select on voice_tellings to :runtime_role;
grant insert, select on window_reads to :runtime_role;
grant insert, select on wordings to :runtime_role;
grant update (answer, attempts, code, evidence_id, next_attempt_at, settled_at, state, status, unknown_reason) on calls to :runtime_role;
grant update (payout_id) on certificate_uses to :runtime_role;
grant update (compared_at, differences, looked, next_at) on compared_days to :runtime_role;
grant update (attempts) on contact_codes to :runtime_role;
grant update (failing_since, next_read_at, problem, read_up_to) on dispute_lists to :runtime_role;
grant update (cancelled_minor, code, due_at, since, state) on disputed_gifts to :runtime_role;
grant update (amount_minor, changed_at, doubt, evidence_id, reason, respond_by, state) on disputes to :runtime_role;
grant update (lost_since, reconciled_at) on epochs to :runtime_role;
grant update (address, attempts, due_at, name, problem) on group_lines to :runtime_role;
grant update (answered_at, body, claimed_until, content_type, status) on idempotency_keys to :runtime_role;
grant update (last_digest, last_position, last_range_no, silent_attempts, silent_until) on journal_parties to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on journal_ranges to :runtime_role;
grant update (fence, floor_seq, holder, lease_until, next_floor_seq, next_xid, system_identifier, taken) on journal_sequencer to :runtime_role;
grant update (birth_day, birth_month, is_favourite, looked_at, remind_at) on kept_people to :runtime_role;
grant update (last_used_at) on known_places to :runtime_role;
grant update (fence, holder, leased_until) on leases to :runtime_role;
grant update (balance_minor, held_minor, version) on ledger_balances to :runtime_role;
grant update (attempts, digest, expires_at, proved_at) on member_request_codes to :runtime_role;
grant update (done_at) on member_requests to :runtime_role;
grant update (ended_at, last_used_at, proved_at) on member_sessions to :runtime_role;
grant update (closed_at, email, email_is_anothers, email_verified_at, landline, landline_verified_at, locale, member_number, mobile, mobile_verified_at, name, notices_off, password_hash, phone_pin_hash, preferred_channel, reach_lifted_until) on members to :runtime_role;
grant update (message_id, received_at, state) on message_parts to :runtime_role;
grant update (address, attempts, channel, delivered_at, due_at, fallback_address, fallback_channel, forget_at, problem, reads_entry, sending_claim, sending_since, sent_at, state, vars_sealed) on messages to :runtime_role;
grant update (acknowledged_at, attempts, evidence_id, last_problem, next_attempt_at) on notice_batches to :runtime_role;
grant update (ended_at) on offer_links to :runtime_role;
grant update (looked_to, used_from, used_until) on open_payouts to :runtime_role;
grant update (action_url, approval_number, check_payment_at, confirmed_minor, decline_reason, end_reason, state) on order_groups to :runtime_role;
grant update (acceptance_problem, accepted_phone, action_url, answer_by, approval_number, captured_at, certificate_last4, check_payment_at, confirmed_at, decline_reason, deliver_at, dispute, end_reason, name_source, read_back_id, recipient_channel, recipient_email, recipient_name, recipient_phone, recycled, refund_until, refusal_word, remind_at, reminded_at, state) on orders to :runtime_role;
grant update (used_at) on passkey_challenges to :runtime_role;
grant update (last_used_at, removed_at, sign_count) on passkeys to :runtime_role;
grant update (card_fingerprint, removed_at) on payment_methods to :runtime_role;
grant update (gross_minor, uses) on payout_parts to :runtime_role;
grant update (ask_at, code, freed_at, state) on payouts to :runtime_role;
grant update (refusal_code, state) on recipient_corrections to :runtime_role;
grant update (locale, updated_at) on recipient_locales to :runtime_role;
grant update (ended_at) on restored_payouts to :runtime_role;
grant update (ended_at, last_used_at) on service_tokens to :runtime_role;
grant update (active, amount_max_minor, amount_min_minor, answer_days, commission_bp, description_en, description_ko, image_key, limit_max_minor, limit_min_minor, name_en, name_ko, next_payout_at, payment_route, picture_id, refund_days, remind_days, suggested_minor, time_zone, usage_en, usage_ko, validity_months, window_version) on shops to :runtime_role;
grant update (left_at, password_hash) on staff to :runtime_role;
grant update (confirmed_at, last_step, removed_at, secret_sealed) on staff_authenticators to :runtime_role;
grant update (expires_at) on staff_known_browsers to :runtime_role;
grant update (used_at) on staff_passkey_challenges to :runtime_role;
grant update (last_used_at, removed_at, sign_count) on staff_passkeys to :runtime_role;
grant update (replaced_at, used_at) on staff_recovery_codes to :runtime_role;
grant update (ended_at, used_at) on staff_resets to :runtime_role;
grant update (ended_at, expires_at, last_seen_at, proved_at, stage, token_digest) on staff_sessions to :runtime_role;
grant update (filters, saved_at) on staff_views to :runtime_role;
grant update (used_at) on telephone_invitations to :runtime_role;
grant update (number, provider, state, stopped_at, updated_at) on text_dialogues to :runtime_role;
grant update (resumed_at) on text_opt_outs to :runtime_role;
grant update (applied_at, attempts, lines, next_attempt_at, problem, reason) on unapplied_notices to :runtime_role;
grant update (attempts, used_at) on verification_codes to :runtime_role;
grant update (effect_id, ended_at, external_id, phone, state, turn, turn_at, turn_no, working_since) on voice_calls to :runtime_role;
grant update (asked_for, call_id, claimed_at, due_at, state) on voice_dials to :runtime_role;
grant update (seen_at) on voice_lines to :runtime_role;
grant update (held_until, holder) on voice_seats to :runtime_role;
grant update (heard_at) on voice_tellings to :runtime_role;
grant update (next_at, refused_code, refused_version) on window_reads to :runtime_role;
