-- As before, but the partitions are made in the schema of the journal, not in the first one that is searched.
create or replace function make_journal_months(now timestamptz, months integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  starts timestamptz;
  ends timestamptz;
  partition_name text;
  made integer := 0;
begin
  lock table public.journal in share update exclusive mode;
  for month in 0..months loop
    starts := (date_trunc('month', now at time zone 'UTC') + make_interval(months => month)) at time zone 'UTC';
    ends := (date_trunc('month', now at time zone 'UTC') + make_interval(months => month + 1)) at time zone 'UTC';
    partition_name := to_char(starts at time zone 'UTC', '"journal_"YYYY_MM');
    continue when to_regclass('public.' || partition_name) is not null;
    continue when exists (select from public.journal_rest where at >= starts and at < ends);
    execute format('create table public.%I (like public.journal including defaults including constraints)', partition_name);
    execute format('alter table public.journal attach partition public.%I for values from (%L) to (%L)',
      partition_name, starts, ends);
    made := made + 1;
  end loop;
  return made;
end $$;

-- For the owner, after the server was restored from a backup and numbers ranges as it had numbered others before: takes
-- back what the party has not acknowledged, so that it is put in order again, from this number on. Returns how many rows.
create function renumber_ranges(told_party text, next_range_no bigint) returns bigint
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  undone int8multirange;
  new_floor bigint;
  old_floor bigint;
begin
  select floor_seq into old_floor from journal_sequencer for update;
  lock table journal_ranges in share row exclusive mode;
  select range_agg(int8range(j.seq, j.seq, '[]')) into undone
  from journal_ranges r join journal j on j.party = r.party and j.at >= r.from_at and j.at < r.until_at and r.seqs @> j.seq
  where r.party = told_party and r.acknowledged_at is null;
  delete from journal_ranges where party = told_party and acknowledged_at is null;
  update journal_parties set last_range_no = next_range_no - 1 where party = told_party;
  if undone is null then return 0; end if;
  new_floor := least(old_floor, lower(undone) - 1);
  update journal_sequencer set floor_seq = new_floor,
    taken = taken + int8multirange(int8range(new_floor + 1, old_floor, '[]')) - undone;
  return (select sum(upper(part) - lower(part)) from unnest(undone) part);
end $$;
revoke all on function renumber_ranges from public;
