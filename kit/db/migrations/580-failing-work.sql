-- What a job failed at: it waits longer after each failure, holds up nothing else, and staff see it.
create table failing_work (
  job text not null,
  -- The id of the order, call, payment, certificate or shop.
  subject_id text not null,
  failures integer not null,
  first_failed_at timestamptz not null,
  next_attempt_at timestamptz not null,
  problem text not null,
  primary key (job, subject_id)
);
