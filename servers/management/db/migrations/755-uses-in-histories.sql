-- A use of a gift is a line of its order's history by its row here, and no fact beside it: the shop's fact is that it was
-- used, and ours, one a set, is that it was booked. These columns say what only the line had. They are null where an earlier
-- version wrote the line itself.
alter table certificate_uses
  -- Its place in the history.
  add column event_id uuid,
  add column state_after text,
  add column booked_at timestamptz,
  -- The trace's 32 hexadecimal digits.
  add column trace_id uuid,
  add constraint history_complete check (
    event_id is null or (state_after is not null and booked_at is not null and trace_id is not null)) not valid;

-- Each kind is apart, so that whoever looks for another reads no uses.
create or replace view order_events as
select event_id, order_id, kind, state_before, state_after, detail, call_id, trace_id, at, evidence_id
from order_events_before
union all
select fact_id, subject_id, substr(kind, 7), body::jsonb ->> 'state_before', coalesce(body::jsonb ->> 'state_after', ''),
  coalesce(body::jsonb -> 'detail', '{}'), (body::jsonb ->> 'call_id')::uuid, trace_id, at,
  (body::jsonb ->> 'evidence_id')::uuid
from journal where starts_with(kind, 'order_') and subject_id is not null
union all
select u.event_id, u.order_id, 'used', u.state_after, u.state_after,
  jsonb_build_object('amount_minor', u.amount_minor, 'balance_minor', u.balance_minor, 'currency', o.currency,
    'store_name', u.store_name),
  null::uuid, replace(u.trace_id::text, '-', ''), u.booked_at, null::uuid
from certificate_uses u join orders o using (order_id)
where u.kind = 'redeemed' and u.event_id is not null and u.state_after is not null and u.booked_at is not null
  and u.trace_id is not null
union all
select u.event_id, u.order_id, 'use_reversed', u.state_after, u.state_after,
  jsonb_build_object('amount_minor', u.amount_minor, 'balance_minor', u.balance_minor, 'currency', o.currency,
    'store_name', u.store_name),
  null::uuid, replace(u.trace_id::text, '-', ''), u.booked_at, null::uuid
from certificate_uses u join orders o using (order_id)
where u.kind = 'reversed' and u.event_id is not null and u.state_after is not null and u.booked_at is not null
  and u.trace_id is not null;
