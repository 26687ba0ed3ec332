-- A session says where it was opened and used, and when its member last proved who they are (step-up).
alter table member_sessions
  add column proved_at timestamptz,
  add column last_used_at timestamptz,
  -- Such as `Chrome, Android`, and an address without its end: enough to recognise one's own.
  add column browser text,
  add column area text;
update member_sessions set proved_at = created_at, last_used_at = created_at;
alter table member_sessions
  alter column proved_at set not null,
  alter column last_used_at set not null;
create index open_member_sessions on member_sessions (member_id) where ended_at is null;

-- A browser (its cookie) or an address from which a member has logged in. Guesses from elsewhere do not count here.
create table known_places (
  member_id uuid not null references members (member_id),
  place_digest bytea not null,
  last_used_at timestamptz not null,
  primary key (member_id, place_digest)
);

-- What a code to a member's proved contact completes, and who asked for it: guesses at a code count for its request only.
-- Without a member it is somebody's who named none, and is answered the same.
create table member_requests (
  request_id uuid primary key,
  purpose text not null constraint member_request_purpose_known check (purpose in ('log_in', 'recovery', 'phone_pin')),
  member_id uuid references members (member_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz
);
create index member_requests_by_expiry on member_requests (expires_at);
create table member_request_codes (
  request_id uuid not null references member_requests (request_id) on delete cascade,
  -- The preferred contact, or the one of this kind.
  contact text not null constraint request_contact_known check (contact in ('preferred', 'email', 'phone')),
  digest bytea not null,
  attempts integer not null default 0 constraint request_attempts_bounded check (attempts between 0 and 5),
  expires_at timestamptz not null,
  proved_at timestamptz,
  primary key (request_id, contact)
);

-- A closed account keeps its row and its number, without contacts and secrets; the name goes with the last open order.
alter table members
  add column closed_at timestamptz,
  drop constraint web_member_is_whole,
  add constraint web_member_is_whole check (
    closed_at is not null
    or joined_by = 'telephone' or (email is not null and mobile is not null and password_hash is not null)),
  add constraint closed_account_has_no_contact check (
    closed_at is null
    or (email is null and mobile is null and landline is null and password_hash is null));
-- Who it was, encrypted, for as long as the law has contracts kept; then it is deleted.
create table closed_members (
  member_id uuid primary key references members (member_id),
  identity_sealed bytea not null,
  closed_at timestamptz not null,
  forget_at timestamptz not null
);
create index closed_members_by_forget_at on closed_members (forget_at);
