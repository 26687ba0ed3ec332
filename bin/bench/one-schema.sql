-- What pgbench measures against: the least that a sale must write, in the shape of a shop's own tables.
create table certificate_balances (
  certificate_id uuid primary key,
  balance_minor bigint not null check (balance_minor >= 0),
  held_minor bigint not null default 0,
  entry_no bigint not null
);
create table certificate_entries (
  certificate_id uuid not null,
  entry_no bigint not null,
  kind text not null,
  before_minor bigint not null,
  delta_minor bigint not null,
  after_minor bigint not null,
  reference_id uuid not null,
  at timestamptz not null,
  primary key (certificate_id, entry_no),
  check (after_minor = before_minor + delta_minor)
);
create table notices (
  position bigint generated always as identity primary key,
  party text not null,
  notice_id uuid not null,
  kind text not null,
  content jsonb not null,
  trace_id text not null,
  created_at timestamptz not null
);
insert into certificate_balances (certificate_id, balance_minor, entry_no)
select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1000000000, 1 from generate_series(1, :n) i;
vacuum analyze certificate_balances;
