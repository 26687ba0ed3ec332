-- Until when a buyer may take back a gift that was accepted, as long as nothing of it was used. Orders keep the day that
-- they were sold under; those from before have none.
alter table shops
  add column refund_days integer not null default 7 constraint refund_days_in_range check (refund_days between 0 and 90);
alter table orders add column refund_until timestamptz;
