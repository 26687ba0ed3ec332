-- Tells that two payers entered one card: a keyed digest of its number, which is not kept. Cards of before have none.
alter table payment_methods add column card_fingerprint text;
