-- no transaction
-- A PIN is compared with the certificates of a phone, expired ones too.
create index concurrently certificates_by_any_phone on certificates (phone);
