-- Rows that must stay forget the people in them, on the operator's clock (kit/erase.ts, docs/retention.md). The runtime role
-- can't change history: it calls functions of the owner, which change nothing else and nothing younger than what is here.
create table least_kept (
  only_one boolean primary key default true constraint one_least_kept check (only_one),
  -- What proves what was agreed about money.
  evidence interval not null default interval '365 days',
  -- Names, numbers and addresses of what is over.
  people interval not null default interval '30 days'
);
insert into least_kept default values;

alter table signed_messages add column forgotten_at timestamptz;
alter table calls add column forgotten_at timestamptz;

-- The bodies of signed messages. Their signatures, and the digests that were signed, stay. A batch of notices that is not
-- applied yet keeps its body, and so does what came after it; one of an unknown kind was never a reason to wait.
create function forget_signed_messages(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select message_id from signed_messages
    where forgotten_at is null and received_at < (
      select least(older_than, now() - l.evidence,
        (select min(b.received_at) from unapplied_notices u join inbox_batches b using (sender, batch_no)
          where u.applied_at is null and u.reason <> 'unknown_kind'),
        (select min(b.received_at) from inbox_senders s join inbox_batches b
          on b.sender = s.sender and b.batch_no > s.applied_batch_no))
      from least_kept l)
    order by received_at limit max_rows for no key update skip locked),
  forgotten as (
    update signed_messages m set body = '', encoding = null, forgotten_at = forget_at
    from due where m.message_id = due.message_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_signed_messages from public;

-- What other servers were asked, and answered, once the outcome is known.
create function forget_calls(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select call_id from calls
    where forgotten_at is null and settled_at < (select least(older_than, now() - l.evidence) from least_kept l)
    order by settled_at limit max_rows for no key update skip locked),
  forgotten as (
    update calls c set body = '', answer = case when answer is not null then '' end, forgotten_at = forget_at
    from due where c.call_id = due.call_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_calls from public;

-- What was answered under a key, and the digest of what was asked. The key stays used: nothing is done twice.
create function forget_answers(older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select scope, key from idempotency_keys
    where fingerprint <> '' and status is not null
      and claimed_at < (select least(older_than, now() - l.people) from least_kept l)
    order by claimed_at limit max_rows for no key update skip locked),
  forgotten as (
    update idempotency_keys k set body = '', fingerprint = ''
    from due where k.scope = due.scope and k.key = due.key returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_answers from public;
