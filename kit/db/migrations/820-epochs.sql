-- The epochs of this database. One begins when the database is made, and another each time it was restored from a backup: what
-- it sends names the last one, so that others notice, and refuse what a copy from before tells. Append-only.
create table epochs (
  epoch_no bigint primary key constraint epoch_no_positive check (epoch_no > 0),
  epoch_id uuid not null unique,
  began_at timestamptz not null,
  reason text not null constraint epoch_reason_known check (reason in ('made', 'restored', 'held_by_party')),
  -- The server that holds what this one had told and no longer has, where that is how it was noticed.
  party text
);
insert into epochs (epoch_no, epoch_id, began_at, reason) values (1, gen_random_uuid(), now(), 'made');

-- The epochs that senders have named. Append-only.
create table inbox_epochs (
  sender text not null,
  epoch_no bigint not null,
  epoch_id uuid not null,
  first_seen_at timestamptz not null,
  primary key (sender, epoch_no)
);

-- A break is also a batch that was refused because its number or its epoch is over, which is kept with the break and nowhere
-- else, and the first batch of a new epoch.
alter table inbox_breaks
  drop constraint inbox_breaks_sender_batch_no_fkey,
  alter column held_digest drop not null,
  add column reason text not null default 'does_not_follow',
  add column refused_digest bytea,
  add column refused_evidence_id uuid,
  add constraint break_reason_known
    check (reason in ('does_not_follow', 'number_reused', 'epoch_passed', 'new_epoch')) not valid,
  add constraint refused_batch_is_kept check (
    (reason in ('number_reused', 'epoch_passed')) = (refused_evidence_id is not null)
    and num_nulls(refused_digest, refused_evidence_id) in (0, 2)) not valid;
