create table stores (
  store_id uuid primary key,
  name_ko text not null,
  name_en text not null,
  created_at timestamptz not null
);

-- The shop's own members: their names come before the carrier's when a number is looked up. Of one who left only the
-- number stays, so that nobody gets it again.
create table members (
  member_id uuid primary key,
  member_no text not null unique,
  name text,
  phone text unique,
  email text,
  locale text not null default 'ko' constraint member_locale_known check (locale in ('ko', 'en')),
  origin text not null constraint member_origin_known check (origin in ('imported', 'added', 'self_registered')),
  created_at timestamptz not null,
  left_at timestamptz,
  constraint member_is_erased_by_leaving check (
    case when left_at is null then name is not null and phone is not null
    else name is null and phone is null and email is null end)
);

-- What somebody said of themselves who has not proved the phone yet. It is deleted when they have, or don't.
create table member_registrations (
  registration_id uuid primary key,
  name text not null,
  phone text not null,
  email text,
  locale text not null,
  expires_at timestamptz not null
);

create table member_sessions (
  session_id uuid primary key,
  member_id uuid not null references members (member_id),
  token_digest bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

-- Every look-up that another server made among the members: who, for which order, what was answered; append-only.
create table member_lookups (
  lookup_id uuid primary key,
  party text not null,
  order_id uuid not null,
  phone text not null,
  found boolean not null,
  evidence_id uuid not null references signed_messages (message_id),
  at timestamptz not null
);

create table terminals (
  terminal_id uuid primary key,
  store_id uuid not null references stores (store_id),
  name text not null,
  public_jwk jsonb,
  enrolled_at timestamptz,
  blocked_at timestamptz,
  created_at timestamptz not null
);

-- One-time codes that enrol a terminal; a code is short, so attempts are counted.
create table terminal_enrolments (
  terminal_id uuid primary key references terminals (terminal_id),
  code_digest bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table terminal_challenges (
  challenge text primary key,
  terminal_id uuid not null references terminals (terminal_id),
  expires_at timestamptz not null
);

create table terminal_sessions (
  session_id uuid primary key,
  terminal_id uuid not null references terminals (terminal_id),
  token_digest bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table certificates (
  certificate_id uuid primary key,
  order_id uuid not null unique,
  operator text not null,
  buyer_name text not null,
  buyer_member_number text not null,
  recipient_name text not null,
  recipient_phone text,
  recipient_email text,
  -- Who it was handed over to, if it was; the recipient stays as the operator registered them.
  holder_name text,
  amount_minor bigint not null constraint certificate_amount_positive check (amount_minor > 0),
  currency char(3) not null,
  state text not null constraint certificate_state_known check (state in ('registered', 'active', 'cancelled', 'expired')),
  expires_at timestamptz not null,
  registered_at timestamptz not null,
  registered_evidence_id uuid not null references signed_messages (message_id),
  -- From acceptance on: the phone that opens it, its number (encrypted, and as a keyed digest to be found by), its PIN's digest.
  phone text,
  number_digest bytea unique,
  number_encrypted bytea,
  number_key_version text,
  number_last4 text,
  pin_digest bytea,
  pin_key_version text,
  accepted_at timestamptz,
  accepted_evidence_id uuid references signed_messages (message_id),
  cancelled_reason text,
  -- Attempts are counted before they are compared; five failures lock.
  failed_attempts integer not null default 0,
  locked_at timestamptz,
  issued_at timestamptz,
  print_count integer not null default 0,
  constraint active_certificate_has_pin check (
    (state not in ('active', 'expired')) or (phone is not null and pin_digest is not null and number_digest is not null))
);
create index certificates_by_phone on certificates (phone) where state = 'active';

-- The one row of a certificate that changes with its uses, and the history that proves it.
create table certificate_balances (
  certificate_id uuid primary key references certificates (certificate_id),
  balance_minor bigint not null constraint balance_not_negative check (balance_minor >= 0),
  held_minor bigint not null default 0 constraint hold_not_negative check (held_minor >= 0),
  entry_no bigint not null,
  constraint hold_within_balance check (held_minor <= balance_minor)
);

create table certificate_entries (
  certificate_id uuid not null references certificates (certificate_id),
  entry_no bigint not null,
  kind text not null constraint entry_kind_known check (
    kind in ('registered', 'redeemed', 'reversed', 'refunded', 'expired', 'extended', 'handed_over')),
  before_minor bigint not null,
  delta_minor bigint not null,
  after_minor bigint not null,
  reference_id uuid not null,
  at timestamptz not null,
  primary key (certificate_id, entry_no),
  constraint entry_adds_up check (after_minor = before_minor + delta_minor),
  constraint entry_of_no_value_moves_none check (kind not in ('extended', 'handed_over') or delta_minor = 0)
);

-- Each prolongation that a holder asked for; append-only.
create table certificate_extensions (
  extension_id uuid primary key,
  certificate_id uuid not null references certificates (certificate_id),
  before_at timestamptz not null,
  after_at timestamptz not null,
  at timestamptz not null,
  constraint extension_is_later check (after_at > before_at)
);

-- A holder's wish that somebody else has the certificate. It counts when they have proved their phone and chosen a PIN.
create table hand_overs (
  hand_over_id uuid primary key,
  certificate_id uuid not null references certificates (certificate_id),
  from_phone text not null,
  to_phone text not null constraint handed_to_another check (to_phone <> from_phone),
  state text not null constraint hand_over_state_known check (state in ('open', 'accepted', 'withdrawn')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint hand_over_ended check ((state = 'open') = (ended_at is null))
);
create unique index one_open_hand_over on hand_overs (certificate_id) where state = 'open';
create index hand_overs_waiting on hand_overs (to_phone) where state = 'open';

-- A sale at a till or in the web shop. Each of its lines is one certificate's use.
create table redemptions (
  redemption_id uuid primary key,
  sale_id uuid not null,
  certificate_id uuid not null references certificates (certificate_id),
  amount_minor bigint not null constraint redemption_positive check (amount_minor > 0),
  currency char(3) not null,
  channel text not null constraint redemption_channel_known check (channel in ('store', 'online')),
  store_id uuid not null references stores (store_id),
  terminal_id uuid references terminals (terminal_id),
  sale_reference text not null,
  entry_no bigint not null,
  at timestamptz not null,
  unique (certificate_id, entry_no)
);
create index redemptions_by_sale on redemptions (sale_id);
create index redemptions_by_store on redemptions (store_id, at);

create table reversals (
  reversal_id uuid primary key,
  redemption_id uuid not null unique references redemptions (redemption_id),
  terminal_id uuid references terminals (terminal_id),
  at timestamptz not null
);

create table issues (
  issue_id uuid primary key,
  certificate_id uuid not null references certificates (certificate_id),
  terminal_id uuid not null references terminals (terminal_id),
  print_no integer not null,
  at timestamptz not null,
  unique (certificate_id, print_no)
);

-- What phone number + PIN has opened, for a few minutes, so that a sale does not ask for the PIN twice.
create table verifications (
  verification_id uuid primary key,
  token_digest bytea not null unique,
  terminal_id uuid references terminals (terminal_id),
  phone text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create table verified_certificates (
  verification_id uuid not null references verifications (verification_id),
  certificate_id uuid not null references certificates (certificate_id),
  primary key (verification_id, certificate_id)
);

-- A payment in the web shop that waits for the code sent to the phone. The value is held meanwhile, on one certificate
-- or several.
create table checkouts (
  checkout_id uuid primary key,
  asked_minor bigint not null,
  held_minor bigint not null constraint checkout_positive check (held_minor > 0),
  currency char(3) not null,
  code_digest bytea not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  constraint checkout_within_asked check (held_minor <= asked_minor)
);

create table holds (
  hold_id uuid primary key,
  certificate_id uuid not null references certificates (certificate_id),
  terminal_id uuid references terminals (terminal_id),
  checkout_id uuid references checkouts (checkout_id),
  amount_minor bigint not null constraint hold_positive check (amount_minor > 0),
  state text not null constraint hold_state_known check (state in ('held', 'confirmed', 'released', 'expired')),
  expires_at timestamptz not null,
  sale_reference text not null,
  created_at timestamptz not null,
  constraint one_hold_a_checkout_and_certificate unique (checkout_id, certificate_id),
  constraint hold_has_one_place check (terminal_id is null or checkout_id is null)
);
create index holds_expiring on holds (expires_at) where state = 'held';

-- Codes sent by text, each to prove a phone for one purpose and subject: the phone itself, or a row that waits for it.
create table phone_codes (
  code_id uuid primary key,
  purpose text not null constraint code_purpose_known check (
    purpose in ('unlock', 'registration', 'member_session', 'new_phone', 'hand_over')),
  subject text not null,
  phone text not null,
  code_digest bytea not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index phone_codes_by_subject on phone_codes (purpose, subject, created_at desc);

-- Text messages to be sent. The text may hold a code, so it is blanked once it was sent.
create table messages (
  message_id uuid primary key,
  phone text not null,
  text text not null,
  state text not null constraint message_state_known check (state in ('due', 'sent', 'delivered', 'failed', 'unknown')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  provider_message_id text,
  created_at timestamptz not null
);
create index messages_due on messages (due_at) where state = 'due';
create index messages_by_provider_id on messages (provider_message_id);
