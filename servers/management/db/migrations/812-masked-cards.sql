-- Some acquirers tell neither when a card expires nor all of its last four digits; a digit that they mask is `*`. A process
-- of before sees neither: no such acquirer can be listed while it runs.
alter table payment_methods
  -- squawk-ignore ban-drop-not-null
  alter column expiry_month drop not null,
  -- squawk-ignore ban-drop-not-null
  alter column expiry_year drop not null,
  drop constraint last4_form,
  add constraint last4_form_or_masked check (last4 ~ '^[0-9*]{4}$') not valid,
  add constraint expiry_known_or_not check ((expiry_month is null) = (expiry_year is null)) not valid;

-- A card that nothing is held on: it is charged, and may be declined, only when the buyer has confirmed.
alter table payment_methods add column charged_at_capture boolean not null default false;
