-- A member may have nothing but a telephone: their number was proven by calling it, and they log in with their phone PIN.
alter table members
  alter column email drop not null,
  alter column mobile drop not null,
  alter column password_hash drop not null,
  add column landline text,
  add column landline_verified_at timestamptz,
  add column joined_by text not null default 'web' constraint joined_by_known check (joined_by in ('web', 'telephone')),
  drop constraint member_channel_known,
  add constraint member_channel_known check (preferred_channel in ('sms', 'email', 'voice')),
  drop constraint number_only_when_verified,
  add constraint number_only_when_verified check (
    (member_number is not null) = case joined_by
      when 'web' then email_verified_at is not null and mobile_verified_at is not null
      else mobile_verified_at is not null or landline_verified_at is not null
    end),
  add constraint web_member_is_whole check (
    joined_by = 'telephone' or (email is not null and mobile is not null and password_hash is not null));
create unique index one_member_a_landline on members (landline) where member_number is not null;
