-- no transaction
-- The ids that providers give have a table of their own (`message_parts`).
drop index concurrently if exists messages_by_provider_id;
