-- Months of the journal that are older than the operator keeps them (JOURNAL_KEPT_DAYS, docs/retention.md): their sums are
-- carried forward, and their partition is dropped. The digests of their ranges stay in journal_ranges.
create table journal_dropped_months (
  month date primary key,
  ends_at timestamptz not null,
  -- How many facts went, and how many stay because something still needs them (is_fact_needed).
  dropped bigint not null,
  kept bigint not null,
  dropped_at timestamptz not null
);

-- What the facts that went add up to, by what they were about and by kind; of those with an entry, where the last one left
-- the value. Facts about nothing in particular have no subject.
create table journal_carried (
  month date not null references journal_dropped_months (month),
  subject_id uuid,
  kind text not null,
  facts bigint not null,
  delta_minor bigint not null,
  last_entry_no bigint,
  after_minor bigint,
  constraint carried_once unique nulls not distinct (subject_id, month, kind),
  constraint carried_entry_is_whole check (num_nulls(last_entry_no, after_minor) in (0, 2))
);
create index journal_carried_by_month on journal_carried (month);

alter table least_kept add column journal interval not null default interval '1827 days';

-- Whether something still needs a fact: the history of what is not over, a decision about money. Each server with facts says
-- so in a function of its own; nothing is dropped of one that doesn't.
create function is_fact_needed(kind text, subject uuid) returns boolean language sql stable as 'select true';

-- The oldest month that has ended before a moment and has a partition.
create function oldest_journal_month(ended_before timestamptz) returns date
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select min(to_date(substr(c.relname, 9), 'YYYY_MM'))
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.journal'::regclass and c.relname ~ '^journal_[0-9]{4}_[0-9]{2}$'
    and to_date(substr(c.relname, 9), 'YYYY_MM') not in (select month from public.journal_dropped_months)
    and (to_date(substr(c.relname, 9), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= ended_before
$$;

-- Drops what nothing needs any more of the oldest month, and carries its sums forward. Facts that are still needed get a new
-- partition, with the same numbers. As the owner of the journal, and within what the owner allows (least_kept), since the
-- server itself can't drop anything. Returns null, or why the month stays.
create function drop_journal_month(dropped_month date, now timestamptz, older_than timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  starts timestamptz := dropped_month::timestamp at time zone 'UTC';
  ends timestamptz := (dropped_month + interval '1 month') at time zone 'UTC';
  partition_name text := to_char(dropped_month, '"journal_"YYYY_MM');
  oldest date := oldest_journal_month((select least(older_than, now() - journal) from least_kept));
  dropped bigint;
  kept bigint;
  is_wrong boolean;
begin
  if dropped_month is distinct from oldest then return 'not_the_oldest'; end if;
  -- One process at a time, and nothing is written there any more.
  execute format('lock table only public.%I in share row exclusive mode', partition_name);
  if exists (select from journal_dropped_months where month = dropped_month) then return 'not_the_oldest'; end if;
  if exists (select from journal_ranges where acknowledged_at is null and from_at < ends and until_at > starts) then
    return 'not_acknowledged';
  end if;
  execute format('select exists (select from public.%I where seq > (select floor_seq from journal_sequencer))',
    partition_name) into is_wrong;
  if is_wrong then return 'not_in_order'; end if;
  execute format(
    'select exists (select from (
       select before_minor, entry_no, lag(after_minor) over w as last_minor, lag(entry_no) over w as last_no
       from public.%I where entry_no is not null window w as (partition by subject_id order by entry_no)) e
     where before_minor <> last_minor or entry_no <> last_no + 1)', partition_name) into is_wrong;
  if is_wrong then return 'entries_do_not_follow'; end if;

  execute format('create table public.%I (like public.journal including defaults including constraints including indexes)',
    partition_name || '_kept');
  execute format('insert into public.%I select * from public.%I where public.is_fact_needed(kind, subject_id)',
    partition_name || '_kept', partition_name);
  get diagnostics kept = row_count;
  execute format('select count(*) - $1 from public.%I', partition_name) into dropped using kept;
  insert into journal_dropped_months (month, ends_at, dropped, kept, dropped_at)
  values (dropped_month, ends, dropped, kept, now);
  execute format(
    'insert into public.journal_carried (month, subject_id, kind, facts, delta_minor, last_entry_no, after_minor)
     select $1, subject_id, kind, count(*), coalesce(sum(delta_minor), 0), max(entry_no),
       (array_agg(after_minor order by entry_no desc) filter (where entry_no is not null))[1]
     from public.%I f where not exists (select from public.%I k where k.seq = f.seq)
     group by subject_id, kind', partition_name, partition_name || '_kept') using dropped_month;

  -- Now for a moment nobody can use the journal. Who can't have it soon tries again later.
  perform set_config('lock_timeout', '2s', true);
  execute format('alter table public.%I add check (at is not null and at >= %L and at < %L)',
    partition_name || '_kept', starts, ends);
  execute format('alter table public.journal detach partition public.%I', partition_name);
  execute format('drop table public.%I', partition_name);
  execute format('alter table public.%I rename to %I', partition_name || '_kept', partition_name);
  if kept = 0 then
    execute format('drop table public.%I', partition_name);
  else
    execute format('alter table public.journal attach partition public.%I for values from (%L) to (%L)',
      partition_name, starts, ends);
  end if;
  return null;
end $$;
revoke all on function is_fact_needed, oldest_journal_month, drop_journal_month from public;
