-- no transaction
alter table members validate constraint member_locale_known;
alter table recipient_locales validate constraint recipient_locale_known;
