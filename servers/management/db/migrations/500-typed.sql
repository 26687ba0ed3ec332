-- Names and mail addresses that people typed before there was one parser for each of them.

-- A name goes into other people's messages and to the shops: one line, something to see, no links. What is none is replaced,
-- so that its owner can buy; they can change it in their profile.
update members set name = trim(regexp_replace(
  regexp_replace(normalize(name, nfc), '[\u00AD\u061C\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]', '', 'g'),
  '[\s\u0001-\u001F\u007F-\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'));
update members set name = case locale when 'en' then 'Member' else '회원' end
where name !~ '[^\s[:punct:]]' or name ~* '://|www\.|@' or name ~ '\.([a-z]{2}|com|net|org|info|biz)\M' or name ~ '(\d[\s().-]*){7}'
  or char_length(name) > 100;
alter table members add constraint member_has_name check (name ~ '\S' and name !~ '[\u0001-\u001F\u007F\u2028\u2029\u202D\u202E]');

-- Names that are about to be confirmed and sent to a shop.
update orders set recipient_name = trim(regexp_replace(normalize(recipient_name, nfc), '[\s\u0001-\u001F\u007F-\u00A0\u2028\u2029\u3000]+', ' ', 'g'))
where state in ('authorised', 'awaiting_confirmation') and recipient_name is not null;

-- Upper and lower case of a mail address are one account. Where several members have verified one address, it stays with the
-- first; the others keep it for their mail, log in by their member number, and are marked until they change it.
alter table members add column email_is_anothers boolean not null default false;
update members m set email_is_anothers = true
where member_number is not null and exists (
  select 1 from members o
  where lower(o.email) = lower(m.email) and o.member_number is not null and o.member_id <> m.member_id
    and (o.email_verified_at, o.created_at, o.member_id) < (m.email_verified_at, m.created_at, m.member_id));
create unique index one_member_an_email_key on members (lower(email)) where member_number is not null and not email_is_anothers;
create index orders_by_recipient_email_key on orders (lower(recipient_email)) where recipient_email is not null;
