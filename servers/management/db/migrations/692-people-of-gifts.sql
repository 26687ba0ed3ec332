-- From when the clock of a gift's people runs, as far as was looked: since it was ordered, since it was looked at while it
-- was not over, or since it was over.
alter table orders add column people_from timestamptz, add column people_forgotten_at timestamptz;
alter table voice_calls add column forgotten_at timestamptz;

-- Whether a gift other than these is for somebody, or they have an account: then the language that they chose is kept.
create function is_address_needed(asked text, but_for uuid[]) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from orders where recipient_phone = asked and order_id <> all (but_for))
    or exists (select 1 from orders where lower(recipient_email) = asked and recipient_email is not null and order_id <> all (but_for))
    or exists (select 1 from orders where accepted_phone = asked and order_id <> all (but_for))
    or exists (select 1 from members where member_number is not null and (mobile = asked or landline = asked))
$$;
revoke all on function is_address_needed from public;

-- Names, numbers and addresses of gifts that have long been over: given back, or used up.
create function forget_people_of_gifts(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with term as (select least(older_than, now() - l.people) as ends from least_kept l),
  due as (
    select o.order_id, o.state, array[o.recipient_phone, lower(o.recipient_email), o.accepted_phone] as addresses
    from orders o
    where o.people_forgotten_at is null and coalesce(o.people_from, o.created_at) < (select ends from term)
    order by coalesce(o.people_from, o.created_at) limit max_rows for no key update skip locked),
  looked as (
    select d.order_id, d.addresses,
      case when d.state in ('refunded', 'abandoned', 'declined') or (d.state in ('accepted', 'issued') and not exists (
        select 1 from ledger_accounts a join ledger_balances b using (account_id)
        where a.code = 'certificate' and a.subject_id = d.order_id::text and b.balance_minor > 0))
      then (select max(e.at) from order_events e where e.order_id = d.order_id) end as over_at
    from due d),
  ended as (select order_id, addresses from looked where over_at < (select ends from term)),
  later as (
    update orders o set people_from = coalesce(l.over_at, forget_at) from looked l
    where o.order_id = l.order_id and l.order_id not in (select order_id from ended) returning 1),
  gifts as (
    update orders o set people_forgotten_at = forget_at, message = null, refusal_word = null,
      recipient_name = case when recipient_name is not null then '' end,
      recipient_phone = case when recipient_phone is not null then '' end,
      recipient_email = case when recipient_email is not null then '' end,
      accepted_phone = case when accepted_phone is not null then '' end
    from ended where o.order_id = ended.order_id returning 1),
  lines as (
    update group_lines l set address = '', name = null from ended where l.order_id = ended.order_id returning 1),
  corrections as (
    update recipient_corrections c set name = '', phone = case when phone is not null then '' end,
      email = case when email is not null then '' end
    from ended where c.order_id = ended.order_id returning 1),
  -- The language that they chose goes with their last gift.
  locales as (
    delete from recipient_locales r using ended, unnest(ended.addresses) a (address)
    where r.address = a.address and not is_address_needed(r.address, array(select order_id from ended)) returning 1)
  select count(*)::integer from due
$$;
revoke all on function forget_people_of_gifts from public;

-- To whom messages went, and what was filled into them.
create function forget_addressees(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select message_id from messages
    where address <> '' and state not in ('due', 'sending')
      and created_at < (select least(older_than, now() - l.people) from least_kept l)
    order by created_at limit max_rows for no key update skip locked),
  forgotten as (
    update messages m set address = '', fallback_address = case when fallback_address is not null then '' end,
      vars = '{}', vars_sealed = null, forget_at = null
    from due where m.message_id = due.message_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_addressees from public;

-- Who called or was called, and what was said.
create function forget_callers(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select call_id from voice_calls
    where forgotten_at is null and ended_at < (select least(older_than, now() - l.people) from least_kept l)
    order by ended_at limit max_rows for no key update skip locked),
  forgotten as (
    update voice_calls c set phone = null, state = '{}', turn = '{}', forgotten_at = forget_at
    from due where c.call_id = due.call_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_callers from public;

create function forget_called(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select dial_id from voice_dials
    where phone <> '' and state in ('done', 'given_up')
      and created_at < (select least(older_than, now() - l.people) from least_kept l)
    order by created_at limit max_rows for no key update skip locked),
  forgotten as (
    update voice_dials d set phone = '' from due where d.dial_id = due.dial_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_called from public;

-- Whom staff invited to join by phone.
create function forget_invited(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select invitation_id from telephone_invitations
    where phone <> '' and expires_at < (select least(older_than, now() - l.people) from least_kept l)
    order by expires_at limit max_rows for no key update skip locked),
  forgotten as (
    update telephone_invitations i set phone = '', name = '*' from due where i.invitation_id = due.invitation_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_invited from public;

-- The languages chosen by people for whom there is no gift. The clock of one that is needed begins anew.
create function forget_locales(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select address from recipient_locales
    where updated_at < (select least(older_than, now() - l.people) from least_kept l)
    order by updated_at limit max_rows for no key update skip locked),
  needed as (select address from due where is_address_needed(address, '{}')),
  later as (
    update recipient_locales r set updated_at = forget_at from needed where r.address = needed.address returning 1),
  forgotten as (
    delete from recipient_locales where address in (select address from due except select address from needed) returning 1)
  select count(*)::integer from due
$$;
revoke all on function forget_locales from public;

-- Whose name a shop was asked for, and its signed answer: it proves nothing about money.
create function forget_looked_up(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select call_id, evidence_id from calls
    where purpose = 'look_up_member' and forgotten_at is null
      and settled_at < (select least(older_than, now() - l.people) from least_kept l)
    order by settled_at limit max_rows for no key update skip locked),
  messages as (
    update signed_messages m set body = '', encoding = null, forgotten_at = forget_at
    from due where m.message_id = due.evidence_id returning 1),
  forgotten as (
    update calls c set body = '', answer = case when answer is not null then '' end, forgotten_at = forget_at
    from due where c.call_id = due.call_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_looked_up from public;
