-- Uses are booked in sets: a shop's uses in a set are one transfer, whose lines are the certificates' ledger entries.
-- Which batch of the shop's told of a use; null for those that an earlier version booked.
alter table certificate_uses add column batch_no bigint;
-- What was taken back of one use, without reading the certificate's whole history.
create index reversals_of_use on certificate_uses (order_id, redemption_id) where kind = 'reversed';
-- Whether a gift was ever accepted, and whether its certificate has run out.
create index order_events_of_standing on order_events (order_id, kind) where kind in ('accepted', 'certificate_expired');
-- Rows that change with each use stay on their page.
alter table ledger_balances set (fillfactor = 80);
