-- A card keyed in on a phone is set up without a card session, so there is no token, and at once: its set-up has the id
-- that the payer's party gave the entry, which makes an entry one payment method. A card session may be opened on a
-- device that others use after the payer, such as a terminal in a store.
alter table payment_method_setups
  alter column token_digest drop not null,
  add column keyed_in boolean not null default false,
  add column shared_device boolean not null default false,
  add constraint session_has_a_token check (keyed_in = (token_digest is null)),
  add constraint keyed_in_is_used check (not keyed_in or used_at is not null),
  add constraint shared_device_is_returned_to check (not shared_device or return_url is not null);
