-- Where a message that may still go the other way waits to be known as delivered, what it says is kept until then,
-- but not for ever: a receipt or a report may never come.
alter table messages add column forget_at timestamptz;
create index messages_to_forget on messages (forget_at) where forget_at is not null;

-- Which text message provider the phone last wrote to: it is answered from that number.
alter table text_dialogues add column provider text;
