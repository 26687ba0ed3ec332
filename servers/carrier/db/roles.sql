-- The book of look-ups has neither UPDATE nor DELETE.
grant select, insert on subscribers, used_assertions, lookups to :runtime_role;
grant update on subscribers to :runtime_role;
grant delete on used_assertions to :runtime_role;
-- A look-up forgets whose name was asked for.
grant execute on function forget_looked_up to :runtime_role;
