-- no transaction
-- Only what has been sent is forgotten: a message enters this index when it has, not when it is queued.
create index concurrently sent_messages_naming_people on messages (created_at)
  where address <> '' and state <> all (array['due', 'sending']);
drop index concurrently if exists messages_naming_people;
