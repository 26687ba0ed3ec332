-- Whose name was asked for, in the book of look-ups. That somebody asked, and on what ground, stays.
create function forget_looked_up(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select lookup_id from lookups
    where phone_number is not null and at < (select least(older_than, now() - l.people) from least_kept l)
    order by at limit max_rows for no key update skip locked),
  forgotten as (
    update lookups k set phone_number = null from due where k.lookup_id = due.lookup_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_looked_up from public;
