-- From when the clock of a certificate's people runs, as far as was looked: since it was registered, since it was looked at
-- while there was something left of it, or since there is nothing.
alter table certificates add column people_from timestamptz, add column people_forgotten_at timestamptz;

-- Names, numbers and addresses of certificates that have long been used up, given back or expired.
create function forget_people_of_certificates(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with term as (select least(older_than, now() - l.people) as ends from least_kept l),
  due as (
    select c.certificate_id, b.balance_minor, b.entry_no
    from certificates c join certificate_balances b using (certificate_id)
    where c.people_forgotten_at is null and coalesce(c.people_from, c.registered_at) < (select ends from term)
    order by coalesce(c.people_from, c.registered_at) limit max_rows for no key update of c skip locked),
  looked as (
    select d.certificate_id,
      case when d.balance_minor = 0 then (
        select e.at from certificate_entries e
        where e.certificate_id = d.certificate_id and e.entry_no = d.entry_no) end as over_at
    from due d),
  ended as (select certificate_id from looked where over_at < (select ends from term)),
  later as (
    update certificates c set people_from = coalesce(l.over_at, forget_at) from looked l
    where c.certificate_id = l.certificate_id and l.certificate_id not in (select certificate_id from ended) returning 1),
  named as (
    update certificates c set people_forgotten_at = forget_at, buyer_name = '', buyer_member_number = '',
      recipient_name = '', recipient_phone = null, recipient_email = null,
      holder_name = case when holder_name is not null then '' end, phone = case when phone is not null then '' end
    from ended where c.certificate_id = ended.certificate_id returning 1),
  handed as (
    update hand_overs h set from_phone = '', to_phone = '*' from ended
    where h.certificate_id = ended.certificate_id returning 1),
  corrected as (
    update recipient_corrections r set before_name = '', before_phone = null, before_email = null from ended
    where r.certificate_id = ended.certificate_id returning 1)
  select count(*)::integer from due
$$;
revoke all on function forget_people_of_certificates from public;

-- Whose name another server asked for, and its signed request: it proves nothing about money.
create function forget_looked_up(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select lookup_id, evidence_id from member_lookups
    where phone <> '' and at < (select least(older_than, now() - l.people) from least_kept l)
    order by at limit max_rows for no key update skip locked),
  messages as (
    update signed_messages m set body = '', encoding = null, forgotten_at = forget_at
    from due where m.message_id = due.evidence_id returning 1),
  forgotten as (
    update member_lookups k set phone = '' from due where k.lookup_id = due.lookup_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_looked_up from public;

-- Whose certificates clerks opened on the record.
create function forget_opened(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select opening_id from clerk_openings
    where phone <> '' and at < (select least(older_than, now() - l.people) from least_kept l)
    order by at limit max_rows for no key update skip locked),
  forgotten as (
    update clerk_openings o set phone = '' from due where o.opening_id = due.opening_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_opened from public;
