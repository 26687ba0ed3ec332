-- What the books of settlement and of shops say of the orders of each day (UTC), and where ours say something else. A party's
-- day begins to be compared once there are orders.
create table compared_days (
  party text not null,
  day date not null,
  next_at timestamptz not null,
  compared_at timestamptz,
  -- Sums that differed when it was last looked at: something may have been on its way. Then those that differed in the same way
  -- twice.
  looked jsonb not null default '[]',
  differences text[] not null default '{}',
  constraint compared_days_pkey primary key (party, day)
);
create index compared_days_due on compared_days (party, next_at);
create index compared_days_differing on compared_days (party) where differences <> '{}';
