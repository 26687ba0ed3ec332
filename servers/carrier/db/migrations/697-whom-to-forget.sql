-- no transaction
create index concurrently lookups_naming_people on lookups (at) where phone_number is not null;
