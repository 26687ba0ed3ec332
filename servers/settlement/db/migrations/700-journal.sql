-- A payment's history is a view from now on: what stands in the table from before, and the journal. Only the name changes.
-- squawk-ignore renaming-table
alter table payment_events rename to payment_events_before;

-- Nothing has been written to this journal before, so the checks read nothing.
alter table journal
  -- squawk-ignore constraint-missing-not-valid
  add constraint payment_fact_is_whole check (not starts_with(kind, 'payment_') or num_nulls(subject_id, currency) = 0),
  -- squawk-ignore constraint-missing-not-valid
  add constraint capture_comes_in check (kind <> 'payment_capture' or (entry_no is not null and delta_minor > 0)),
  -- squawk-ignore constraint-missing-not-valid
  add constraint refund_goes_out check (
    kind <> 'payment_refund' or (entry_no is not null and delta_minor < 0 and after_minor >= 0));

create view payment_events as
select event_id, payment_id, kind, status_before, status_after, amount_minor, reason, evidence_id, trace_id, at
from payment_events_before
union all
select fact_id, subject_id, substr(kind, 9), body::jsonb ->> 'status_before',
  coalesce(body::jsonb ->> 'status_after', ''),
  coalesce(abs(delta_minor), (body::jsonb ->> 'amount_minor')::bigint), body::jsonb ->> 'reason',
  (body::jsonb ->> 'evidence_id')::uuid, trace_id, at
from journal where starts_with(kind, 'payment_') and subject_id is not null;

-- Until the rights are granted anew, whoever had them on the table has them on its view.
do $$
declare
  granted record;
begin
  for granted in
    select a.grantee::regrole as role, a.privilege_type from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'payment_events_before'::regclass and a.grantee <> 0 and a.grantee <> c.relowner
  loop
    execute format('grant %s on payment_events to %s', granted.privilege_type, granted.role);
  end loop;
end $$;

-- A process from before the migration goes on inserting until it is stopped; its rows go to the table from before.
-- Dropped by a later migration.
create function payment_events_bridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into payment_events_before
    (event_id, payment_id, kind, status_before, status_after, amount_minor, reason, evidence_id, trace_id, at)
  values (new.event_id, new.payment_id, new.kind, new.status_before, new.status_after, new.amount_minor, new.reason,
    new.evidence_id, new.trace_id, new.at);
  return new;
end $$;
create trigger payment_events_bridge instead of insert on payment_events
  for each row execute function payment_events_bridge();
