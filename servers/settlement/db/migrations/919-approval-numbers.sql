-- By which number the card's bank approved what was captured, as far as the acquirer tells: a card's owner finds the charge by
-- it. Null for older payments.
alter table payments add column approval_number text;
