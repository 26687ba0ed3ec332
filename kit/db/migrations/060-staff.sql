-- The people who work at a server. Which roles there are, each server's own migrations say.
create table staff (
  staff_id uuid primary key,
  login text not null constraint staff_login_once unique,
  name text not null,
  role text not null,
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
create index staff_sessions_open on staff_sessions (staff_id) where ended_at is null;

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
