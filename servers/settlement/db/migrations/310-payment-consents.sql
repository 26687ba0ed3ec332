-- What the card's owner's party signed, when another party asked for the payment: one consent is good for one order, and
-- an order of a party has one payment.
alter table payments add column consent text;
