-- The history of an order is a view from now on: what stands in the table from before, and the journal. Only the name
-- changes.
-- squawk-ignore renaming-table
alter table order_events rename to order_events_before;

-- Nothing has been written to this journal before, so the check and the index read nothing.
-- squawk-ignore constraint-missing-not-valid
alter table journal add constraint order_fact_has_an_order check (not starts_with(kind, 'order_') or subject_id is not null);

create view order_events as
select event_id, order_id, kind, state_before, state_after, detail, call_id, trace_id, at, evidence_id
from order_events_before
union all
select fact_id, subject_id, substr(kind, 7), body::jsonb ->> 'state_before', coalesce(body::jsonb ->> 'state_after', ''),
  coalesce(body::jsonb -> 'detail', '{}'), (body::jsonb ->> 'call_id')::uuid, trace_id, at,
  (body::jsonb ->> 'evidence_id')::uuid
from journal where starts_with(kind, 'order_') and subject_id is not null;

-- What notices are checked against, for each order of a set: few orders have expired, and it is looked for in all.
-- squawk-ignore require-concurrent-index-creation
create index journal_of_standing on journal (subject_id, substr(kind, 7))
  where starts_with(kind, 'order_') and substr(kind, 7) in ('accepted', 'certificate_expired');

-- Until the rights are granted anew, whoever had them on the table has them on its view.
do $$
declare
  granted record;
begin
  for granted in
    select a.grantee::regrole as role, a.privilege_type from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'order_events_before'::regclass and a.grantee <> 0 and a.grantee <> c.relowner
  loop
    execute format('grant %s on order_events to %s', granted.privilege_type, granted.role);
  end loop;
end $$;

-- A process from before the migration goes on inserting until it is stopped; its rows go to the table from before.
-- Dropped by a later migration.
create function order_events_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into order_events_before
    (event_id, order_id, kind, state_before, state_after, detail, call_id, trace_id, at, evidence_id)
  values (new.event_id, new.order_id, new.kind, new.state_before, new.state_after, new.detail, new.call_id,
    new.trace_id, new.at, new.evidence_id);
  return new;
end $$;
create trigger order_events_bridge instead of insert on order_events
  for each row execute function order_events_bridge();
