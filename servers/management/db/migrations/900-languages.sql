-- Japanese and simplified Chinese. A process of before writes neither, and leaves a message in either to a newer one.
alter table members
  drop constraint member_locale_known,
  add constraint member_locale_known check (locale in ('ko', 'en', 'ja', 'zh')) not valid;
alter table recipient_locales
  drop constraint recipient_locale_known,
  add constraint recipient_locale_known check (locale in ('ko', 'en', 'ja', 'zh')) not valid;
