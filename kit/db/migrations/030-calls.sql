-- Requests to other servers that change something there. The row is written, with the state it belongs to,
-- before the request is tried; its id is the request's Idempotency-Key, so it can be tried again for ever.
create table calls (
  call_id uuid primary key,
  party text not null,
  method text not null,
  path text not null,
  body text not null,
  purpose text not null,
  subject_id uuid not null,
  state text not null default 'planned' constraint call_state_known check (state in ('planned', 'unknown', 'done', 'refused')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  status integer,
  code text,
  answer text,
  unknown_reason text,
  evidence_id uuid references signed_messages (message_id),
  traceparent text not null,
  constraint settled_call_has_answer check ((state in ('done', 'refused')) = (settled_at is not null and status is not null))
);
create index calls_due on calls (next_attempt_at) where state in ('planned', 'unknown');
create index calls_by_subject on calls (subject_id);
