-- The people who work for the brand. An auditor only reads.
create table staff (
  staff_id uuid primary key,
  login text not null constraint staff_login_once unique,
  name text not null,
  role text not null constraint staff_role_known check (role in ('owner', 'clerk', 'auditor')),
  password_hash text not null,
  created_at timestamptz not null,
  left_at timestamptz
);

create table staff_sessions (
  session_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  token_digest bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

-- What staff did and looked at; written before it is done or shown; append-only.
create table audit_trail (
  audit_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  action text not null,
  subject jsonb not null,
  trace_id text not null,
  at timestamptz not null
);
create index audit_trail_by_staff on audit_trail (staff_id, audit_id);

alter table reversals add constraint reversal_by_known_staff foreign key (staff_id) references staff (staff_id);
create index members_by_name on members (name);
create index certificates_by_last4 on certificates (number_last4);
create index certificates_by_recipient_phone on certificates (recipient_phone);
