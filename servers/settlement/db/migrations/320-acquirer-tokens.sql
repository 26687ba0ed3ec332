-- A card is its acquirer's token. Cards from before have none, and are given again. The table `test_cards` is not read any
-- more: test cards are the test acquirer's business.
alter table payment_methods
  add column acquirer text,
  add column acquirer_token text,
  alter column card_digest drop not null,
  add constraint card_is_known_somewhere check (acquirer_token is not null or card_digest is not null),
  add constraint token_has_an_acquirer check ((acquirer is null) = (acquirer_token is null));

-- `answer_due_at` is when the acquirer is asked again: while it has not answered, or what it said of a second step is
-- unknown.
create index payments_to_ask on payments (answer_due_at) where answer_due_at is not null;
