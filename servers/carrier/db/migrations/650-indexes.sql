-- no transaction
-- Assertions are forgotten by their expiry.
create index concurrently used_assertions_by_expiry on used_assertions (expires_at);
