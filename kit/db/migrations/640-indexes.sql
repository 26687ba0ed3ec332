-- no transaction
-- Known browsers are looked for by their owner, and forgotten by their expiry.
create index concurrently staff_known_browsers_of on staff_known_browsers (staff_id);
create index concurrently staff_known_browsers_by_expiry on staff_known_browsers (expires_at);
