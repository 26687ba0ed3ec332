-- Gifts that were bought for cash at a till. The shop keeps the cash, so these rows are the payment's books: settlement knows
-- nothing of them.
create table cash_payments (
  -- The operator's order.
  order_id uuid primary key,
  payment_id uuid not null unique,
  -- What the buyer says at the till when cash is returned; not unique.
  receipt_no text not null constraint cash_receipt_form check (receipt_no ~ '^[0-9]{8}$'),
  operator text not null,
  payer_reference uuid not null,
  terminal_id uuid not null references terminals (terminal_id),
  store_id uuid not null references stores (store_id),
  amount_minor bigint not null constraint cash_amount_positive check (amount_minor > 0),
  currency text not null,
  state text not null constraint cash_state_known
    check (state in ('processing', 'authorised', 'declined', 'captured', 'voided', 'refunded')),
  asked_at timestamptz not null,
  -- When a clerk said that the cash is here, and when one gave it back.
  taken_at timestamptz,
  returned_at timestamptz,
  constraint cash_captured_was_taken check (state not in ('authorised', 'captured', 'refunded') or taken_at is not null),
  constraint cash_not_taken_before_asked check (state not in ('processing', 'declined') or taken_at is null),
  constraint cash_returned_was_owed check (returned_at is null or (taken_at is not null and state in ('voided', 'refunded')))
);
create index cash_payments_by_time on cash_payments (asked_at);
create index cash_to_return on cash_payments (store_id, asked_at)
  where taken_at is not null and returned_at is null and state in ('voided', 'refunded');
create index cash_to_take on cash_payments (terminal_id) where state = 'processing';

-- What happened to each of them, once a kind. Where cash changed hands there is the name of whoever took or gave it.
create table cash_events (
  order_id uuid not null references cash_payments (order_id),
  kind text not null constraint cash_event_known
    check (kind in ('asked', 'taken', 'captured', 'voided', 'refunded', 'returned')),
  at timestamptz not null,
  clerk_id uuid references clerks (clerk_id),
  second_clerk_id uuid references clerks (clerk_id),
  terminal_id uuid references terminals (terminal_id),
  store_id uuid references stores (store_id),
  -- The operator's signed request.
  evidence_id uuid references signed_messages (message_id),
  -- After a restore the shop knows that cash was taken, and not by whom.
  is_restored boolean not null default false,
  primary key (order_id, kind),
  constraint cash_in_hand_has_a_name check (
    kind not in ('taken', 'returned') or is_restored or num_nulls(clerk_id, terminal_id, store_id) = 0),
  constraint cash_returned_by_two_people check (second_clerk_id <> clerk_id)
);
create index cash_events_at_terminals on cash_events (terminal_id, at) where kind in ('taken', 'returned');
