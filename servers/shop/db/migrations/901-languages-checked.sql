-- no transaction
alter table members validate constraint member_locale_known;
