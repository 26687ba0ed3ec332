-- A step that is taken again after a restore plans its next call under a new key, while the other server has had that call under
-- another one. It is taken back before the one that was made is kept: made twice, a refund would be paid twice. As the owner, since
-- the server itself can't delete any; only while the database is restored, and only what was never sent.
create function withdraw_planned_call(about uuid, made_for text, made uuid) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with withdrawn as (
    delete from public.calls
    where subject_id = about and purpose = made_for and call_id <> made and state = 'planned' and attempts = 0
      and (select reconciled_at is null from public.epochs order by epoch_no desc limit 1)
    returning 1)
  select count(*) from withdrawn
$$;
revoke all on function withdraw_planned_call from public;
