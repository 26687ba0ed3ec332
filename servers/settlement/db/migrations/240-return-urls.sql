-- Where a buyer's browser goes when it has given settlement what it asked for; said by the payer's party, in a signed request.
alter table payment_method_setups add column return_url text;
alter table payments add column return_url text;
