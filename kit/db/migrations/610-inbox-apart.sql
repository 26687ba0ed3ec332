-- What another server tells is stored and acknowledged first, and applied afterwards by a job, in sets.

-- A long body is kept compressed; `encoding` is null where it is kept as it was signed.
alter table signed_messages
  add column encoding text,
  add constraint encoding_known check (encoding = 'zstd') not valid;
alter table signed_messages alter column body set storage external;

-- Null where an earlier version applied the batch while it received it.
alter table inbox_batches add column notice_count integer;

-- How far each sender's batches have been applied, and which process applies them now. The lease's number rises with each
-- new holder, so one that was held up for longer than its lease can't write any more.
create table inbox_senders (
  sender text primary key,
  applied_batch_no bigint not null,
  -- Of the batch after that one.
  applied_lines integer not null default 0,
  lease bigint not null default 0,
  leased_by uuid,
  leased_until timestamptz
) with (fillfactor = 50);
insert into inbox_senders (sender, applied_batch_no) select sender, last_batch_no from inbox_positions;

-- Notices that were received and are not applied: one that failed and those behind it about the same subject, one whose
-- subject was busy, and kinds that only a later version knows. What they say is in the signed batch.
create table unapplied_notices (
  unapplied_no bigint generated always as identity primary key,
  sender text not null,
  batch_no bigint not null,
  line_no integer not null,
  notice_id uuid,
  kind text,
  subject_id uuid,
  reason text not null,
  problem text,
  attempts integer not null,
  first_seen_at timestamptz not null,
  next_attempt_at timestamptz,
  applied_at timestamptz,
  constraint one_row_a_line unique (sender, batch_no, line_no),
  constraint unapplied_reason_known check (reason in ('failed', 'behind_another', 'busy', 'unknown_kind', 'unreadable')),
  foreign key (sender, batch_no) references inbox_batches (sender, batch_no)
);
create index unapplied_by_subject on unapplied_notices (subject_id);
create index unapplied_holding_up on unapplied_notices (sender, subject_id, batch_no, line_no)
  where applied_at is null and reason <> 'unknown_kind';
create index unapplied_by_kind on unapplied_notices (kind) where applied_at is null and reason = 'unknown_kind';
create index unapplied_due on unapplied_notices (next_attempt_at) where applied_at is null;
create index unapplied_open on unapplied_notices (unapplied_no) where applied_at is null;

-- While processes of the earlier version still run: they apply a batch as they receive it. Such a batch waits for those
-- before it (the process retries), and counts as applied. Dropped once no such process runs any more.
create function inbox_batches_bridge() returns trigger language plpgsql as $$
begin
  if new.notice_count is null then
    insert into inbox_senders (sender, applied_batch_no) values (new.sender, new.batch_no - 1) on conflict do nothing;
    update inbox_senders set applied_batch_no = new.batch_no
      where sender = new.sender and applied_batch_no = new.batch_no - 1 and applied_lines = 0;
    if not found then
      raise exception 'Batches before % are not applied yet.', new.batch_no using errcode = 'serialization_failure';
    end if;
  end if;
  return new;
end $$;
create trigger inbox_batches_bridge before insert on inbox_batches
  for each row execute function inbox_batches_bridge();
