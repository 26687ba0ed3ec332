-- no transaction
-- What banks sent back lately is counted for the console, over all payees.
create index concurrently payouts_returned_lately on payouts (returned_at) where returned_at is not null;
