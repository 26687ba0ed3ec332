-- Conditions that staff are mailed about (kit/alarms/): one row while one holds, or did and its end is not told yet. What every
-- process sees goes here, and one of them sends the mail.
create table alarms (
  alarm text not null,
  -- What it is about, such as party=shop:haneul; empty if it is about the server.
  subject text not null,
  value double precision not null,
  holds_since timestamptz not null,
  -- When a process last saw it.
  seen_at timestamptz not null,
  told_at timestamptz,
  reminded_at timestamptz,
  ended_at timestamptz,
  primary key (alarm, subject)
);
