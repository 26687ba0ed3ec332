-- By which number the card's bank approved what was captured, for the receipt: of the gift's own payment, or of its group's. Null
-- if settlement told none, and for older payments.
alter table orders add column approval_number text;
alter table order_groups add column approval_number text;
