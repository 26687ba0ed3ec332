-- no transaction
create index concurrently payouts_to_ask on payouts (ask_at) where ask_at is not null;
-- Those whose uses are paid for by the next payout.
create index concurrently payouts_unpaid on payouts (shop_id) where state in ('refused', 'returned') and freed_at is null;
