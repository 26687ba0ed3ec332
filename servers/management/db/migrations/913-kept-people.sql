-- What buyers note about the people they give to, by the number or address of their gifts: who comes first, whose birthday is
-- when, and when they are reminded of it. A process of before reads none of it.
create table kept_people (
  kept_id uuid primary key,
  member_id uuid not null references members (member_id),
  address text not null,
  is_favourite boolean not null,
  birth_month integer,
  birth_day integer,
  remind_at timestamptz,
  -- When it was last looked whether a gift still says who it is.
  looked_at timestamptz not null,
  constraint kept_once unique (member_id, address),
  -- The 29th of February is one.
  constraint birthday_exists check (
    (birth_month is null) = (birth_day is null)
    and (birth_month is null or birth_month between 1 and 12)
    and (birth_day is null or birth_day between 1 and case birth_month
      when 2 then 29 when 4 then 30 when 6 then 30 when 9 then 30 when 11 then 30 else 31 end)),
  constraint reminded_of_a_birthday check (remind_at is null or birth_month is not null),
  constraint something_is_kept check (is_favourite or birth_month is not null)
);
create index kept_people_to_remind on kept_people (remind_at) where remind_at is not null;
create index kept_people_to_forget on kept_people (looked_at);

-- Reminders of birthdays can be turned off, too.
alter table members
  drop constraint notices_off_known,
  add constraint notices_off_known check (notices_off <@ array['gift_accepted', 'certificate_issued', 'certificate_used',
    'use_reversed', 'birthday_soon']) not valid;
