-- no transaction
-- Payouts, the latest first.
create index concurrently payouts_by_time on payouts (paid_at, payout_id);
