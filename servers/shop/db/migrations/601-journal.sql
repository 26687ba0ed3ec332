-- Entries, redemptions, reversals and issues are views from now on: what stands in the tables from before, and the journal.
-- Only names change; no row is touched.
alter table certificate_entries rename to certificate_entries_before;
alter table redemptions rename to redemptions_before;
alter table reversals rename to reversals_before;
alter table issues rename to issues_before;

-- What these name may be in the journal.
alter table holds drop constraint holds_redemption_id_fkey;
alter table reversals_before drop constraint reversals_redemption_id_fkey;

-- For a reversal by a process from before, of a redemption that is in the journal.
alter table reversals_before add column certificate_id uuid, add column store_id uuid, add column currency char(3);
create index reversals_before_bridged on reversals_before (certificate_id) where certificate_id is not null;

alter table journal
  add constraint redemption_positive check (kind <> 'certificate_redeemed' or delta_minor < 0),
  add constraint redemption_has_a_store check (
    kind <> 'certificate_redeemed' or subject_id is null or num_nulls(parent_id, store_id, reference, currency) = 0),
  add constraint reversal_positive check (kind <> 'redemption_reversed' or delta_minor > 0),
  add constraint reversal_is_whole check (kind <> 'redemption_reversed' or subject_id is null or
    num_nulls(parent_id, line_no, store_id, currency, original_minor, reversed_minor) = 0),
  add constraint reversal_has_one_author check (
    kind <> 'redemption_reversed' or subject_id is null or (terminal_id is null) <> (staff_id is null)),
  add constraint reversal_at_a_till_has_a_name check (
    kind <> 'redemption_reversed' or terminal_id is null or clerk_id is not null),
  add constraint issue_is_whole check (
    kind <> 'certificate_issued' or subject_id is null or num_nulls(terminal_id, line_no) = 0),
  add constraint entry_of_no_value_moves_none check (
    kind not in ('certificate_extended', 'certificate_handed_over', 'certificate_opened_by_clerk') or delta_minor = 0);

-- A notice carried over from the queue before has no subject in the journal: its fact stands in the tables from before.
create view certificate_entries as
select certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at,
  case kind
    when 'redeemed' then (select r.store_id from redemptions_before r where r.redemption_id = e.reference_id)
    when 'reversed' then (select coalesce(v.store_id, r.store_id)
      from reversals_before v left join redemptions_before r using (redemption_id) where v.reversal_id = e.reference_id)
  end as store_id
from certificate_entries_before e
union all
select subject_id, entry_no,
  case kind
    when 'certificate_registered' then 'registered'
    when 'certificate_redeemed' then 'redeemed'
    when 'redemption_reversed' then 'reversed'
    when 'certificate_cancelled' then 'refunded'
    when 'certificate_expired' then 'expired'
    when 'certificate_extended' then 'extended'
    when 'certificate_handed_over' then 'handed_over'
    when 'certificate_opened_by_clerk' then 'opened_by_clerk'
  end,
  before_minor, delta_minor, after_minor, fact_id, at, store_id
from journal where entry_no is not null;

create view redemptions as
select redemption_id, sale_id, certificate_id, amount_minor, currency, channel, store_id, terminal_id, sale_reference,
  entry_no, at, clerk_id
from redemptions_before
union all
select fact_id, parent_id, subject_id, -delta_minor, currency, case when terminal_id is null then 'online' else 'store' end,
  store_id, terminal_id, reference, entry_no, at, clerk_id
from journal where kind = 'certificate_redeemed' and subject_id is not null;

-- To find one redemption by its id, which the journal's own indexes don't have.
create view redemptions_by_id as
select redemption_id, certificate_id, amount_minor, currency, store_id, at from redemptions_before
union all
select i.fact_id, j.subject_id, -j.delta_minor, j.currency, j.store_id, j.at
from journal_ids i join journal j on j.at = i.at and j.seq = i.seq
where j.kind = 'certificate_redeemed' and j.subject_id is not null;

create view reversals as
select v.reversal_id, v.redemption_id, v.terminal_id, v.at, v.part_no, v.amount_minor, v.reversed_before_minor,
  v.reversed_after_minor, v.used_minor, v.staff_id, v.entry_no, v.clerk_id, r.certificate_id, r.store_id, r.currency
from reversals_before v join redemptions_before r using (redemption_id) where v.certificate_id is null
union all
select reversal_id, redemption_id, terminal_id, at, part_no, amount_minor, reversed_before_minor, reversed_after_minor,
  used_minor, staff_id, entry_no, clerk_id, certificate_id, store_id, currency
from reversals_before where certificate_id is not null
union all
select fact_id, parent_id, terminal_id, at, line_no, delta_minor, reversed_minor - delta_minor, reversed_minor,
  original_minor, staff_id, entry_no, clerk_id, subject_id, store_id, currency
from journal where kind = 'redemption_reversed' and reversed_minor is not null;

create view issues as
select issue_id, certificate_id, terminal_id, print_no, at from issues_before
union all
select fact_id, subject_id, terminal_id, line_no, at
from journal where kind = 'certificate_issued' and subject_id is not null;
create index journal_issues on journal (fact_id) where kind = 'certificate_issued';

-- Until the rights are granted anew, whoever had them on a table has them on its view.
do $$
declare
  name text;
  granted record;
begin
  foreach name in array array['certificate_entries', 'redemptions', 'reversals', 'issues'] loop
    for granted in
      select a.grantee::regrole as role, a.privilege_type from pg_class c, aclexplode(c.relacl) a
      where c.oid = (name || '_before')::regclass and a.grantee <> 0 and a.grantee <> c.relowner
    loop
      execute format('grant %s on %I to %s', granted.privilege_type, name, granted.role);
    end loop;
  end loop;
end $$;

-- A process from before the migration goes on inserting until it is stopped; its rows go to the tables from before.
-- Dropped by a later migration.
create function certificate_entries_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into certificate_entries_before
    (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
  values (new.certificate_id, new.entry_no, new.kind, new.before_minor, new.delta_minor, new.after_minor,
    new.reference_id, new.at);
  return new;
end $$;
create trigger certificate_entries_bridge instead of insert on certificate_entries
  for each row execute function certificate_entries_bridge();

create function redemptions_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into redemptions_before (redemption_id, sale_id, certificate_id, amount_minor, currency, channel, store_id,
    terminal_id, clerk_id, sale_reference, entry_no, at)
  values (new.redemption_id, new.sale_id, new.certificate_id, new.amount_minor, new.currency, new.channel, new.store_id,
    new.terminal_id, new.clerk_id, new.sale_reference, new.entry_no, new.at);
  return new;
end $$;
create trigger redemptions_bridge instead of insert on redemptions
  for each row execute function redemptions_bridge();

create function reversals_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into reversals_before (reversal_id, redemption_id, part_no, amount_minor, reversed_before_minor,
    reversed_after_minor, used_minor, terminal_id, clerk_id, staff_id, entry_no, at, certificate_id, store_id, currency)
  select new.reversal_id, new.redemption_id, new.part_no, new.amount_minor, new.reversed_before_minor,
    new.reversed_after_minor, new.used_minor, new.terminal_id, new.clerk_id, new.staff_id, new.entry_no, new.at,
    found.certificate_id, found.store_id, found.currency
  from (select) one left join redemptions_by_id found
    on found.redemption_id = new.redemption_id
    and not exists (select from redemptions_before r where r.redemption_id = new.redemption_id);
  return new;
end $$;
create trigger reversals_bridge instead of insert on reversals
  for each row execute function reversals_bridge();

create function issues_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into issues_before (issue_id, certificate_id, terminal_id, print_no, at)
  values (new.issue_id, new.certificate_id, new.terminal_id, new.print_no, new.at);
  return new;
end $$;
create trigger issues_bridge instead of insert on issues for each row execute function issues_bridge();
