-- The journal: one row for each fact that touches money or another party, written in the transaction of the fact and
-- never changed. It is partitioned by time; what came before the first month that was made ahead lies in journal_rest.
create sequence journal_seq;
create table journal (
  -- Drawn only by a transaction that has its number already, which the sequencer relies on (kit/journal/sequencer.ts).
  seq bigint not null default case when pg_current_xact_id() is not null then nextval('journal_seq') end,
  at timestamptz not null,
  -- Who is told of it; the server's own name for what concerns nobody else.
  party text not null,
  kind text not null,
  fact_id uuid not null,
  -- What it belongs to, a sale, say, or the redemption that it reverses, and its number there.
  parent_id uuid,
  line_no integer,
  -- The certificate, order or payment that it is about, and its position in the history of that.
  subject_id uuid,
  entry_no bigint,
  before_minor bigint,
  delta_minor bigint,
  after_minor bigint,
  currency char(3),
  -- Of a reversal: what its parent moved, and how much of that is reversed with this one.
  original_minor bigint,
  reversed_minor bigint,
  store_id uuid,
  terminal_id uuid,
  clerk_id uuid,
  staff_id uuid,
  reference text,
  -- SHA-256 over the request that caused it, where its key is answered from the fact.
  fingerprint bytea,
  trace_id text not null,
  -- The fact as others are told it: canonical JSON (RFC 8785).
  body text not null,
  constraint entry_adds_up check (after_minor = before_minor + delta_minor),
  constraint entry_is_whole check (
    (entry_no is null) = (delta_minor is null) and (entry_no is null or num_nulls(subject_id, before_minor, after_minor) = 0)),
  constraint reversal_within_original check (reversed_minor <= original_minor)
) partition by range (at);
alter sequence journal_seq owned by journal.seq;
create index journal_by_seq on journal (seq);
create index journal_by_subject on journal (subject_id, entry_no);
create index journal_by_store on journal (store_id, at) where store_id is not null;
create index journal_by_reference on journal (store_id, reference) where reference is not null;
create index journal_reversals on journal (parent_id) where reversed_minor is not null;
create table journal_rest partition of journal default;

-- One row a fact, whichever partition it is in: it makes the id unique, and leads to the fact.
create table journal_ids (
  fact_id uuid primary key,
  at timestamptz not null,
  seq bigint not null
);

-- Makes the partitions of this month and the next ones ahead of time, as the role that owns the journal. A month of which
-- there are rows already stays where they are. Returns how many it made.
create function make_journal_months(now timestamptz, months integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  starts timestamptz;
  ends timestamptz;
  partition_name text;
  made integer := 0;
begin
  lock table journal in share update exclusive mode;
  for month in 0..months loop
    starts := (date_trunc('month', now at time zone 'UTC') + make_interval(months => month)) at time zone 'UTC';
    ends := (date_trunc('month', now at time zone 'UTC') + make_interval(months => month + 1)) at time zone 'UTC';
    partition_name := to_char(starts at time zone 'UTC', '"journal_"YYYY_MM');
    continue when to_regclass(partition_name) is not null;
    continue when exists (select from journal_rest where at >= starts and at < ends);
    -- Attached rather than made in place: that takes a weaker lock on the journal.
    execute format('create table %I (like journal including defaults including constraints)', partition_name);
    execute format('alter table journal attach partition %I for values from (%L) to (%L)', partition_name, starts, ends);
    made := made + 1;
  end loop;
  return made;
end $$;
revoke all on function make_journal_months from public;

-- The order in which a party is told, fixed off the fast path by one process at a time, the holder of the lease.
create table journal_sequencer (
  only_one boolean primary key default true constraint one_sequencer check (only_one),
  holder uuid,
  lease_until timestamptz,
  -- Counts up with each new holder.
  fence bigint not null default 0,
  -- All rows up to here are in ranges; of those above, these are.
  floor_seq bigint not null default 0,
  taken int8multirange not null default '{}',
  -- Transactions from next_xid on draw numbers above next_floor_seq: once all older ones have ended and their rows are
  -- taken, that is the floor. Transaction numbers hold for one cluster only, the one with this identifier.
  next_floor_seq bigint,
  next_xid xid8,
  system_identifier bigint,
  constraint next_floor_is_whole check (num_nulls(next_floor_seq, next_xid, system_identifier) in (0, 3))
);
insert into journal_sequencer default values;

-- How far each party's stream has come. While silent_until lies ahead, it is not asked again.
create table journal_parties (
  party text primary key,
  last_range_no bigint not null default 0,
  last_position bigint not null default 0,
  last_digest bytea,
  silent_until timestamptz,
  silent_attempts integer not null default 0
);

-- What is told in one signed message: rows of the journal, in this order, from which its bytes are rendered whenever they
-- are needed. A batch of notices made before the journal was there has no rows; its bytes are in notice_batches.
create table journal_ranges (
  party text not null references journal_parties (party),
  range_no bigint not null,
  first_position bigint not null,
  entries integer not null constraint range_is_not_empty check (entries > 0),
  seqs int8multirange not null,
  -- When its rows happened, which says in what partitions they are.
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- SHA-256 over its bytes, and that of the range before it.
  digest bytea not null,
  previous_digest bytea,
  fence bigint not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  acknowledged_at timestamptz,
  evidence_id uuid references signed_messages (message_id),
  last_problem text,
  primary key (party, range_no)
);
create index journal_ranges_open on journal_ranges (party, range_no) where acknowledged_at is null;

-- A flat JSON object in canonical form (RFC 8785), for the bridge and for what was queued before.
create function canonical_object(content jsonb) returns text
language sql immutable strict parallel safe as $$
  select '{' || coalesce(string_agg(to_json(key)::text || ':' || value::text, ',' order by key collate "C"), '') || '}'
  from jsonb_each(content)
$$;

-- What is under way moves over: the streams go on with the next number, queued notices become rows of the journal, and
-- batches without an acknowledgement become ranges. The locks wait for old processes that are at it.
lock table notice_queue, notice_recipients, notice_batches in access exclusive mode;

insert into journal_parties (party, last_range_no, last_position, last_digest)
select r.party, r.last_batch_no, coalesce(sum(b.notice_count), 0),
  (select sha256(convert_to(last.body, 'UTF8')) from notice_batches last
    where last.party = r.party and last.batch_no = r.last_batch_no)
from notice_recipients r left join notice_batches b using (party) group by r.party, r.last_batch_no;

insert into journal_ranges (party, range_no, first_position, entries, seqs, from_at, until_at, digest, fence, created_at,
  attempts, next_attempt_at, last_problem)
select b.party, b.batch_no, p.last_position - b.notice_count + 1, b.notice_count, '{}', b.created_at, b.created_at,
  sha256(convert_to(b.body, 'UTF8')), 0, b.created_at, b.attempts, b.next_attempt_at, b.last_problem
from notice_batches b join journal_parties p using (party) where b.acknowledged_at is null;

with moved as (
  delete from notice_queue returning position, party, notice_id, kind, content, trace_id, created_at),
written as (
  insert into journal (at, party, kind, fact_id, trace_id, body)
  select created_at, party, kind, notice_id, trace_id, canonical_object(content) from moved order by position
  returning fact_id, at, seq)
insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from written;

-- A process from before the migration goes on queueing notices until it is stopped: they become rows of the journal.
-- Dropped by a later migration.
create function notice_queue_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  written journal;
begin
  insert into journal (at, party, kind, fact_id, trace_id, body)
  values (new.created_at, new.party, new.kind, new.notice_id, new.trace_id, canonical_object(new.content))
  returning * into written;
  insert into journal_ids (fact_id, at, seq) values (written.fact_id, written.at, written.seq);
  return null;
end $$;
revoke all on function notice_queue_bridge from public;
create trigger notice_queue_bridge before insert on notice_queue for each row execute function notice_queue_bridge();
