-- What acquirers say they did with money, compared with our book of payments.

-- When the acquirer's answer was booked; null of what was closed before this was written down.
alter table acquirer_requests add column closed_at timestamptz;

-- One reading of an acquirer's list and the comparison after it. It goes on where the last process left it.
create table reconciliations (
  reconciliation_id uuid primary key,
  acquirer text not null,
  -- The Korean day that is asked for. The list is read from the day before on, and a little beyond the end.
  day date not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- Who asked for it; null of each night's.
  staff_id uuid references staff (staff_id),
  state text not null default 'listing' constraint reconciliation_state_known check (
    state in ('listing', 'paying', 'comparing', 'done')),
  -- The page that is read next.
  after text,
  pages integer not null default 0,
  -- How many lines it was the first to hear of.
  movements integer not null default 0,
  -- The payout whose movements are being read, and what they come to so far.
  payout_movement_id uuid,
  paid_minor bigint not null default 0,
  -- Up to which payment was compared.
  compared_to uuid,
  due_at timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint unfinished_is_due check ((state = 'done') = (due_at is null)),
  constraint done_is_finished check ((state = 'done') = (finished_at is not null))
);
create unique index one_reconciliation_a_night on reconciliations (acquirer, day) where staff_id is null;
create index reconciliations_due on reconciliations (acquirer, due_at) where due_at is not null;
create index reconciliations_finished on reconciliations (acquirer, finished_at) where finished_at is not null;

-- Lines of acquirers' books, each once, as they were first heard.
create table acquirer_movements (
  movement_id uuid primary key,
  acquirer text not null,
  reference text not null constraint movement_reference_length check (length(reference) between 1 and 255),
  kind text not null constraint movement_kind_known check (
    kind in ('charge', 'refund', 'charge_back', 'charge_back_reversal', 'fee', 'payout', 'other')),
  -- What it says the movement belongs to, and which payment of ours that is, if any.
  payment_named text constraint movement_payment_length check (length(payment_named) <= 255),
  payment_id uuid references payments (payment_id),
  -- Positive: towards us. The fee is what the acquirer keeps of it.
  amount_minor bigint not null,
  fee_minor bigint not null,
  currency text not null constraint movement_currency_form check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null,
  reconciliation_id uuid not null references reconciliations (reconciliation_id),
  heard_at timestamptz not null,
  constraint one_movement_a_reference unique (acquirer, reference)
);
create index acquirer_movements_by_payment on acquirer_movements (payment_id) where payment_id is not null;
create index acquirer_movements_by_reconciliation on acquirer_movements (reconciliation_id, payment_id);

-- Where an acquirer's list and our book differ: a payment's charge, refunds or charge-backs, or one movement alone. One that may
-- only be late waits before staff see it.
create table differences (
  difference_id uuid primary key,
  acquirer text not null,
  about text not null constraint difference_about_known check (about in ('charge', 'refund', 'charge_back', 'movement')),
  -- The payment, or the movement.
  subject_id uuid not null,
  payment_id uuid references payments (payment_id),
  movement_id uuid references acquirer_movements (movement_id),
  kind text not null constraint difference_kind_known check (
    kind in ('missing_at_acquirer', 'unknown_to_us', 'amount_differs', 'currency_differs', 'state_differs', 'charged_twice',
      'refunded_twice', 'payout_differs', 'movement_changed')),
  ours_minor bigint not null,
  theirs_minor bigint not null,
  currency text not null,
  theirs_currency text not null,
  state text not null constraint difference_state_known check (state in ('waiting', 'open', 'closed')),
  found_at timestamptz not null,
  -- From when on one that waits is shown to staff.
  opens_at timestamptz not null,
  closed_at timestamptz,
  closed_because text constraint difference_end_known check (closed_because in ('agreed', 'changed', 'dismissed')),
  dismissed_by uuid references staff (staff_id),
  dismissed_because text,
  constraint difference_has_a_subject check (subject_id is not distinct from coalesce(movement_id, payment_id)),
  constraint closed_says_why check (
    (state = 'closed') = (closed_at is not null) and (state = 'closed') = (closed_because is not null)),
  constraint dismissed_says_why check (
    (closed_because is not distinct from 'dismissed') = (dismissed_by is not null and dismissed_because is not null))
);
create unique index one_difference_at_a_time on differences (subject_id, about) where state <> 'closed';
create index differences_by_subject on differences (subject_id, about, difference_id);
create index differences_unclosed on differences (acquirer, payment_id) where state <> 'closed';
create index differences_open on differences (difference_id) where state = 'open';
create index differences_by_payment on differences (payment_id) where payment_id is not null;
create index differences_by_movement on differences (movement_id) where movement_id is not null;
