-- Members are buyers. Both the mobile number and the mail address are proven before a member number is given.
create table members (
  member_id uuid primary key,
  member_number text unique constraint member_number_form check (member_number ~ '^[0-9]{10}$'),
  name text not null,
  email text not null,
  mobile text not null,
  email_verified_at timestamptz,
  mobile_verified_at timestamptz,
  -- argon2id, both. The phone PIN is hashed under a keyed digest, since six digits alone are guessed in no time.
  password_hash text not null,
  phone_pin_hash text not null,
  locale text not null constraint member_locale_known check (locale in ('ko', 'en')),
  preferred_channel text not null constraint member_channel_known check (preferred_channel in ('sms', 'email')),
  -- What they do not want to hear of; nothing that moves their money is among it.
  notices_off text[] not null default '{}' constraint notices_off_known check (
    notices_off <@ array['gift_accepted', 'certificate_issued', 'certificate_used', 'use_reversed']),
  created_at timestamptz not null,
  constraint number_only_when_verified check (
    (member_number is not null) = (email_verified_at is not null and mobile_verified_at is not null)
  )
);
-- Anybody may start a registration with any number; only one member can have proven it.
create unique index one_member_a_mobile on members (mobile) where member_number is not null;
create unique index one_member_an_email on members (email) where member_number is not null;

create table verification_codes (
  code_id uuid primary key,
  member_id uuid not null references members (member_id),
  channel text not null constraint code_channel_known check (channel in ('sms', 'email')),
  -- The number or address that takes the place of the member's once the code is said; null at the registration.
  new_address text,
  digest bytea not null,
  attempts integer not null default 0 constraint code_attempts_bounded check (attempts between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index verification_codes_by_member on verification_codes (member_id, channel, created_at desc);

create table member_sessions (
  session_id uuid primary key,
  member_id uuid not null references members (member_id),
  token_digest bytea not null unique,
  line text not null constraint session_line_known check (line in ('web', 'phone', 'terminal')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

create table payment_methods (
  payment_method_id text primary key,
  member_id uuid not null references members (member_id),
  brand text not null,
  last4 text not null constraint last4_form check (last4 ~ '^[0-9]{4}$'),
  expiry_month integer not null,
  expiry_year integer not null,
  evidence_id uuid not null references signed_messages (message_id),
  created_at timestamptz not null,
  removed_at timestamptz
);
create index payment_methods_by_member on payment_methods (member_id) where removed_at is null;

alter table staff add constraint staff_role_known check (role in ('operator', 'support', 'auditor'));
