-- Which bytes were taken under each number: the same bytes are acknowledged again, others are refused. A batch that was
-- taken before this table was there is known by the message that its notices stand with.
create table inbox_batches (
  sender text not null,
  batch_no bigint not null,
  -- SHA-256 over the body as it was sent.
  digest bytea not null,
  evidence_id uuid not null references signed_messages (message_id),
  received_at timestamptz not null,
  primary key (sender, batch_no)
);

insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at)
select taken.sender, taken.batch_no, sha256(message.body), taken.evidence_id, taken.received_at
from (select distinct on (sender, batch_no) sender, batch_no, evidence_id, received_at from inbox
  order by sender, batch_no, received_at) taken
join signed_messages message on message.message_id = taken.evidence_id;
