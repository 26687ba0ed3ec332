-- As at management: texts are not looked for among what is to be said, nor the other way round.
create index messages_due_by_channel on messages (channel, due_at) where state = 'due';
drop index messages_due;
