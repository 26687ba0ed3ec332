-- Notices to other servers leave in signed batches, in order. A notice is queued in the transaction of its fact
-- and leaves the queue in the transaction that puts it into a batch. Because the batcher takes rows out
-- instead of reading past a position, a row that commits late can't be skipped; and because a
-- fact's row is locked before its notice gets a position, notices of one subject stay in their order.
create table notice_queue (
  position bigint generated always as identity primary key,
  party text not null,
  notice_id uuid not null unique,
  kind text not null,
  content jsonb not null,
  trace_id text not null,
  created_at timestamptz not null
);
create index notice_queue_by_party on notice_queue (party, position);

-- One row a party that is sent to: it is locked while a batch is formed, so batches have no gaps.
create table notice_recipients (
  party text primary key,
  last_batch_no bigint not null default 0
);

create table notice_batches (
  party text not null references notice_recipients (party),
  batch_no bigint not null,
  batch_id uuid not null unique,
  notice_count integer not null,
  body text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  acknowledged_at timestamptz,
  evidence_id uuid references signed_messages (message_id),
  last_problem text,
  primary key (party, batch_no)
);
create unique index one_open_batch_a_party on notice_batches (party) where acknowledged_at is null;

-- What arrived from others: the primary key is what makes a second arrival harmless.
create table inbox (
  sender text not null,
  message_id uuid not null,
  batch_no bigint not null,
  kind text not null,
  content jsonb not null,
  evidence_id uuid not null references signed_messages (message_id),
  received_at timestamptz not null,
  primary key (sender, message_id)
);

create table inbox_positions (
  sender text primary key,
  last_batch_no bigint not null
);
