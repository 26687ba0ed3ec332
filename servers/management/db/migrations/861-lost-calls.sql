-- no transaction
-- Calls that a line lost while the phone rang are found by the calls themselves (`voice_calls_open`), whatever became of
-- what they were about.
drop index concurrently if exists voice_dials_claimed;
