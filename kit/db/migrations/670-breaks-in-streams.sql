-- What a batch says of its place in its sender's stream; null where it says nothing.
alter table inbox_batches add column first_position bigint, add column previous_digest bytea;

-- Batches that don't follow the one that is held under the number before: their sender was restored from a backup, say.
-- Append-only.
create table inbox_breaks (
  break_no bigint generated always as identity primary key,
  sender text not null,
  batch_no bigint not null,
  held_digest bytea not null,
  named_digest bytea,
  expected_position bigint,
  named_position bigint,
  found_at timestamptz not null,
  constraint one_break_a_batch unique (sender, batch_no),
  foreign key (sender, batch_no) references inbox_batches (sender, batch_no)
);

-- Staff have cleared up a break, or have given up a notice that nothing can be made of, and say why. Append-only.
create table dismissed_breaks (
  break_no bigint primary key references inbox_breaks (break_no),
  reason text not null,
  staff_id uuid not null references staff (staff_id),
  at timestamptz not null,
  constraint break_reason_given check (char_length(reason) between 1 and 500)
);
create index dismissed_breaks_by_staff on dismissed_breaks (staff_id);
create table dismissed_notices (
  unapplied_no bigint primary key references unapplied_notices (unapplied_no),
  reason text not null,
  staff_id uuid not null references staff (staff_id),
  at timestamptz not null,
  constraint dismissal_reason_given check (char_length(reason) between 1 and 500)
);
create index dismissed_notices_by_staff on dismissed_notices (staff_id);
