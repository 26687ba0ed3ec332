-- no transaction
alter table stores validate constraint map_is_https;
