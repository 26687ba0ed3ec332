-- Who works on something due at the moment. A claim ends when its work is done, or by itself when its process died; its id
-- is what an owner who was overtaken is told by.
create table job_claims (
  job text not null,
  -- As in failing_work.
  subject_id text not null,
  -- Whom it is done for or who is asked in it: of one party only so much is worked on at once.
  party text not null,
  claim_id uuid not null,
  claimed_until timestamptz not null,
  primary key (job, subject_id)
);
create index job_claims_by_party on job_claims (job, party);
create index job_claims_ended on job_claims (claimed_until);

-- A dead letter: it was tried often enough, and waits for staff.
alter table failing_work
  add column party text not null default '',
  add column dead_at timestamptz;
create index failing_work_by_subject on failing_work (subject_id);

-- Parties that gave no answer lately. From the third time on jobs ask one only now and then, to hear whether it is back.
create table silent_parties (
  party text primary key,
  unanswered integer not null,
  since timestamptz not null,
  next_probe_at timestamptz not null
);
-- The calls to one party that are due, whatever the others owe.
create index calls_due_by_party on calls (party, next_attempt_at) where state in ('planned', 'unknown');
