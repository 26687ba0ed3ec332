-- no transaction
create unique index concurrently disputes_by_position on disputes (payer_party, position) where position is not null;
