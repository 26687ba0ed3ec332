-- As before; it also does its work while the sequencer's floor is below what is taken back, as when another transaction of the
-- cluster hangs.
create or replace function renumber_ranges(told_party text, next_range_no bigint) returns bigint
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
    taken = taken + int8multirange(int8range(new_floor + 1, old_floor + 1)) - undone;
  return (select sum(upper(part) - lower(part)) from unnest(undone) part);
end $$;
