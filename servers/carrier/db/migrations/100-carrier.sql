alter table staff add constraint staff_role_known check (role in ('operator', 'auditor'));

create table subscribers (
  phone_number text primary key constraint phone_is_e164 check (phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  name text not null,
  given_name text,
  family_name text,
  birthdate date,
  gender text constraint gender_known check (gender in ('MALE', 'FEMALE', 'OTHER')),
  email text,
  address text,
  postal_code text,
  locality text,
  country text,
  -- Since when this person has the number; a later date than the asker's means that it was recycled.
  activated_on date not null,
  latest_sim_change timestamptz,
  imported_at timestamptz not null
);

-- Assertions that were used; each is good once (RFC 7523, section 3, jti).
create table used_assertions (
  client_id text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (client_id, jti)
);

-- Who asked what about whom, on what ground, and what was answered; append-only.
create table lookups (
  lookup_id uuid primary key,
  client_id text not null,
  ground text not null,
  api text not null,
  phone_number text,
  attributes text[] not null,
  status integer not null,
  code text not null,
  correlator text,
  trace_id text not null,
  at timestamptz not null
);
create index lookups_by_number on lookups (phone_number, at);
create index lookups_by_client on lookups (client_id, at);
create index lookups_by_time on lookups (at);
