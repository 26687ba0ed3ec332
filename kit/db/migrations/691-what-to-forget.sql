-- no transaction
create index concurrently signed_messages_to_forget on signed_messages (received_at) where forgotten_at is null;
create index concurrently calls_to_forget on calls (settled_at) where forgotten_at is null;
create index concurrently answers_to_forget on idempotency_keys (claimed_at) where fingerprint <> '';
