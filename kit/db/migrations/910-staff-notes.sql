-- What staff say of one thing, or why they did something to it. Neither changes; the words are erased long after.
create table staff_notes (
  note_id uuid primary key,
  -- An order, a certificate: what the page was about.
  subject_id uuid not null,
  staff_id uuid not null references staff (staff_id),
  -- `note`, or what was done.
  action text not null constraint note_action_in_bounds check (length(action) between 1 and 32),
  text text not null,
  at timestamptz not null,
  forgotten_at timestamptz,
  constraint note_says_something check (forgotten_at is not null or length(btrim(text)) between 1 and 500)
);
create index staff_notes_by_subject on staff_notes (subject_id, note_id);
create index staff_notes_by_staff on staff_notes (staff_id);
create index staff_notes_to_forget on staff_notes (at) where forgotten_at is null;

-- Staff may write names into them. They are about money, so they go with what proves what was agreed.
create function forget_staff_notes(forget_at timestamptz, older_than timestamptz, max_rows integer) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select note_id from staff_notes
    where forgotten_at is null and at < (select least(older_than, now() - l.evidence) from least_kept l)
    order by at limit max_rows for no key update skip locked),
  forgotten as (
    update staff_notes n set text = '', forgotten_at = forget_at
    from due where n.note_id = due.note_id returning 1)
  select count(*)::integer from forgotten
$$;
revoke all on function forget_staff_notes from public;
