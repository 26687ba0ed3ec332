-- What a shop told that does not agree with management's own books. It is kept and shown, and neither booked nor paid.
-- A notice that was looked at again is there once for each reason; the last one holds.
create table doubtful_notices (
  doubt_no bigint generated always as identity primary key,
  sender text not null,
  notice_id uuid not null,
  -- As the shop named it; null where it named none.
  order_id uuid,
  kind text not null,
  reason text not null,
  occurred_at text not null,
  trace_id text not null,
  at timestamptz not null,
  foreign key (sender, notice_id) references inbox (sender, message_id)
);
create index doubtful_notices_by_order on doubtful_notices (order_id, doubt_no);
create index doubtful_notices_by_notice on doubtful_notices (sender, notice_id, doubt_no);

-- Those that turned out to be true when the order had moved on, and were booked then.
create table doubtful_notices_taken (
  sender text not null,
  notice_id uuid not null,
  at timestamptz not null,
  primary key (sender, notice_id),
  foreign key (sender, notice_id) references inbox (sender, message_id)
);

-- A use is told once, and no more of it is taken back than it was.
create unique index one_notice_a_use on certificate_uses (order_id, redemption_id) where kind = 'redeemed';
alter table certificate_uses
  add column use_minor bigint,
  add column reversed_minor bigint,
  add constraint reversal_within_use check (kind = 'redeemed' or reversed_minor <= use_minor);
