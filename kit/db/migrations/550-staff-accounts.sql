-- A program's account is a row of `staff` too, so that the audit trail can name it: role `service`, and no password.
alter table staff alter column password_hash drop not null;
alter table staff add constraint staff_service_has_no_password check ((role = 'service') = (password_hash is null));

-- How far a log-in has come. Sessions from before this migration are open; their second factor is asked for next time.
alter table staff_sessions
  add column stage text not null default 'open'
    constraint staff_session_stage_known check (stage in ('open', 'second_factor', 'enrolment')),
  add column address text not null default '',
  add column browser text not null default '',
  -- When somebody last did something, and last entered a password or second factor.
  add column last_seen_at timestamptz,
  add column proved_at timestamptz;
update staff_sessions set last_seen_at = created_at, proved_at = created_at;
alter table staff_sessions alter column last_seen_at set not null, alter column proved_at set not null;

-- Authenticator apps. The secret is sealed; `last_step` is the step of the last code used, so that none works twice.
create table staff_authenticators (
  authenticator_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  secret_sealed bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint,
  removed_at timestamptz
);
create unique index staff_authenticator_once on staff_authenticators (staff_id)
  where confirmed_at is not null and removed_at is null;

create table staff_recovery_codes (
  code_digest bytea primary key,
  staff_id uuid not null references staff (staff_id),
  created_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index staff_recovery_codes_open on staff_recovery_codes (staff_id) where used_at is null and replaced_at is null;

create table staff_passkeys (
  passkey_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  credential_id text not null constraint staff_passkey_once unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create index staff_passkeys_of on staff_passkeys (staff_id) where removed_at is null;

-- For somebody who adds a passkey, or, without a staff_id, for anybody who logs in with one.
create table staff_passkey_challenges (
  challenge_digest bytea primary key,
  staff_id uuid references staff (staff_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index staff_passkey_challenges_by_expiry on staff_passkey_challenges (expires_at);

-- Browsers from which somebody has completed a log-in. A stranger's failures do not count against these.
create table staff_known_browsers (
  token_digest bytea not null,
  staff_id uuid not null references staff (staff_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (token_digest, staff_id)
);

-- What whoever manages the staff took away from somebody who lost it: the password, for which a link lets them choose
-- a new one, or the second factor.
create table staff_resets (
  reset_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  kind text not null constraint staff_reset_kind_known check (kind in ('password', 'second_factor')),
  token_digest bytea unique,
  made_by uuid not null references staff (staff_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  constraint staff_reset_has_token check ((kind = 'password') = (token_digest is not null)),
  constraint staff_reset_by_another check (made_by <> staff_id)
);
create index staff_resets_of on staff_resets (staff_id, created_at);

-- What a program may do, and from where; no addresses: from anywhere.
create table service_accounts (
  staff_id uuid primary key references staff (staff_id),
  scopes text[] not null constraint service_has_scopes check (cardinality(scopes) > 0),
  addresses text[] not null,
  made_by uuid not null references staff (staff_id)
);

create table service_tokens (
  token_digest bytea primary key,
  staff_id uuid not null references service_accounts (staff_id),
  made_by uuid not null references staff (staff_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create unique index service_token_once on service_tokens (staff_id) where ended_at is null;
