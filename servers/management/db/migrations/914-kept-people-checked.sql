-- no transaction
alter table members validate constraint notices_off_known;
