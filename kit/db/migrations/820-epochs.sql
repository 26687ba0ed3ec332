-- The epochs of this database. One begins when the database is made, and another each time it was restored from a backup: what
-- it sends names the last one, so that others notice, and refuse what a copy from before tells. Append-only.
create table epochs (
  epoch_no bigint primary key constraint epoch_no_positive check (epoch_no > 0),
  epoch_id uuid not null unique,
  began_at timestamptz not null,
  reason text not null constraint epoch_reason_known check (reason in ('made', 'restored', 'held_by_party')),
  -- The server that holds what this one had told and no longer has, where that is how it was noticed.
  party text,
  -- Since when everything is here again that others hold. Until then nothing is told, and the server does no business.
  reconciled_at timestamptz,
  -- From when on something may be missing; null until it is looked for.
  lost_since timestamptz
);
insert into epochs (epoch_no, epoch_id, began_at, reason, reconciled_at) values (1, gen_random_uuid(), now(), 'made', now());

-- What could not be had again after a restore, or does not fit, for staff. Append-only.
create table restore_findings (
  finding_no bigint generated always as identity primary key,
  epoch_no bigint not null references epochs (epoch_no),
  kind text not null,
  -- The certificate, say, or nothing in particular.
  subject_id uuid,
  party text not null,
  -- The fact, batch or call.
  about text not null,
  found_at timestamptz not null,
  constraint one_finding unique nulls not distinct (epoch_no, kind, subject_id, about)
);

-- The epoch in which a fact was restored from what another server held: what nobody was told of it is missing.
alter table journal add column restored_in bigint;

-- Takes back a party's ranges that it has not acknowledged: after a restore, it may hold others under their numbers. Their rows
-- are put in order again, after what the party holds. As the owner, since the server itself can't delete any. Returns how many
-- rows.
create function take_back_ranges(told_party text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first public.journal_ranges;
  last public.journal_ranges;
  rows bigint;
begin
  select * into first from public.journal_ranges
    where party = told_party and acknowledged_at is null order by range_no limit 1;
  if not found then return 0; end if;
  select * into last from public.journal_ranges
    where party = told_party and acknowledged_at is not null order by range_no desc limit 1;
  rows := public.renumber_ranges(told_party, coalesce(last.range_no + 1, first.range_no));
  update public.journal_parties
  set last_position = coalesce(last.first_position + last.entries - 1, first.first_position - 1),
    last_digest = coalesce(last.digest, first.previous_digest)
  where party = told_party;
  return rows;
end $$;
revoke all on function take_back_ranges from public;

-- The epochs that senders have named. Append-only.
create table inbox_epochs (
  sender text not null,
  epoch_no bigint not null,
  epoch_id uuid not null,
  first_seen_at timestamptz not null,
  primary key (sender, epoch_no)
);

-- A break is also a batch that was refused because its number or its epoch is over, which is kept with the break and nowhere
-- else, and the first batch of a new epoch. held_digest is empty where nothing is held that it could be compared with.
alter table inbox_breaks
  drop constraint inbox_breaks_sender_batch_no_fkey,
  add column reason text not null default 'does_not_follow',
  add column refused_digest bytea,
  add column refused_evidence_id uuid,
  add constraint break_reason_known
    check (reason in ('does_not_follow', 'number_reused', 'epoch_passed', 'new_epoch')) not valid,
  add constraint refused_batch_is_kept check (
    (reason in ('number_reused', 'epoch_passed')) = (refused_evidence_id is not null)
    and num_nulls(refused_digest, refused_evidence_id) in (0, 2)) not valid;
