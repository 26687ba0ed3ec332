-- no transaction
alter table payment_methods validate constraint last4_form_or_masked;
alter table payment_methods validate constraint expiry_known_or_not;
