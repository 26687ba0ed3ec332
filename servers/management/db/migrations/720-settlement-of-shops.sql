-- Which settlement server takes the payments of a shop, and which one a payment method belongs to. Null: the first one in
-- the list of permitted servers, the only one there was before.
alter table shops add column settlement text;
alter table payment_methods add column settlement text;
update payment_methods p set settlement = m.party from signed_messages m where m.message_id = p.evidence_id;
