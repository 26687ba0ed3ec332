-- What cards' owners dispute with their banks, as an acquirer tells. Of one that was only heard of nothing else is known yet, and
-- a foreign one is about a payment that is not ours.
create table disputes (
  dispute_id uuid primary key,
  acquirer text not null,
  acquirer_reference text not null,
  payment_id uuid references payments (payment_id),
  state text not null default 'heard' constraint dispute_state_known check (
    state in ('heard', 'foreign', 'open', 'won', 'lost')),
  amount_minor bigint constraint dispute_amount_positive check (amount_minor > 0),
  -- Of a lost one: how much of it later refunds have covered, which the card's owner has back already.
  covered_minor bigint not null default 0,
  reason text,
  -- Until when the acquirer takes what speaks against it.
  respond_by timestamptz,
  -- When the acquirer is asked again.
  due_at timestamptz,
  created_at timestamptz not null,
  constraint one_dispute_a_reference unique (acquirer, acquirer_reference),
  constraint dispute_is_about_a_payment check (
    (state in ('open', 'won', 'lost')) = (num_nulls(payment_id, amount_minor, reason) = 0)),
  constraint cover_within_dispute check (covered_minor = 0 or (state = 'lost' and covered_minor between 0 and amount_minor))
);
create index disputes_due on disputes (acquirer, due_at) where due_at is not null;
create index disputes_by_payment on disputes (payment_id) where payment_id is not null;
create index disputes_by_time on disputes (dispute_id) where state in ('open', 'won', 'lost');
