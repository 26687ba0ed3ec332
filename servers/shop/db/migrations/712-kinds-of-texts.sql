-- Of which notice a text is and in which language: some go to people who want no other texts, and some as notification
-- messages. Texts queued before have neither.
alter table messages
  add column kind text,
  add column locale text;
