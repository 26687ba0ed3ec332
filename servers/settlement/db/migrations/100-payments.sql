alter table staff add constraint staff_role_known check (role in ('treasurer', 'auditor'));

-- Where a buyer gives a card: a one-time place, known by its token.
create table payment_method_setups (
  setup_id uuid primary key,
  payer_party text not null,
  payer_reference uuid not null,
  token_digest bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  evidence_id uuid not null references signed_messages (message_id),
  created_at timestamptz not null
);

-- A card as its token. Of the number only the last digits are kept, and a keyed digest by which the acquirer knows it.
create table payment_methods (
  payment_method_id text primary key,
  payer_party text not null,
  payer_reference uuid not null,
  brand text not null,
  last4 text not null constraint last4_form check (last4 ~ '^[0-9]{4}$'),
  expiry_month integer not null constraint expiry_month_known check (expiry_month between 1 and 12),
  expiry_year integer not null,
  card_digest bytea not null,
  setup_id uuid not null unique references payment_method_setups (setup_id),
  created_at timestamptz not null
);

-- The cards that the test acquirer knows, and how each behaves.
create table test_cards (
  card_digest bytea primary key,
  brand text not null,
  behaviour text not null
);

-- One row an order of a payer. It is locked first by everything that concerns the order, so that a void that comes
-- before its authorise wins.
create table payment_orders (
  payer_party text not null,
  order_id uuid not null,
  cancelled_at timestamptz,
  primary key (payer_party, order_id)
);

create table payments (
  payment_id uuid primary key,
  payer_party text not null,
  order_id uuid not null,
  payment_method_id text references payment_methods (payment_method_id),
  payee text not null,
  amount_minor bigint not null constraint payment_amount_positive check (amount_minor > 0),
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  currency char(3) not null,
  status text not null constraint payment_status_known check (
    status in ('processing', 'requires_action', 'authorised', 'declined', 'captured', 'voided', 'expired', 'refunded')),
  decline_reason text,
  action_digest bytea unique,
  -- When the card's bank will have answered; null when it has, or never will.
  answer_due_at timestamptz,
  authorisation_expires_at timestamptz,
  hold_transfer_id uuid references ledger_transfers (transfer_id),
  created_at timestamptz not null,
  constraint one_payment_an_order unique (payer_party, order_id),
  foreign key (payer_party, order_id) references payment_orders (payer_party, order_id),
  constraint capture_within_authorisation check (captured_minor between 0 and amount_minor),
  constraint refund_within_capture check (refunded_minor between 0 and captured_minor),
  constraint declined_says_why check ((status = 'declined') = (decline_reason is not null))
);
create index payments_answer_due on payments (answer_due_at) where status = 'processing' and answer_due_at is not null;
create index payments_expiring on payments (authorisation_expires_at) where status in ('authorised', 'requires_action', 'processing');
create index payments_by_payee on payments (payee, created_at);
create index payments_by_order on payments (order_id);
create index payments_by_time on payments (created_at);

-- Every change of a payment, with the signed request that caused it; append-only.
create table payment_events (
  event_id uuid primary key,
  payment_id uuid not null references payments (payment_id),
  kind text not null,
  status_before text,
  status_after text not null,
  amount_minor bigint,
  reason text,
  evidence_id uuid references signed_messages (message_id),
  trace_id text not null,
  at timestamptz not null
);
create index payment_events_by_payment on payment_events (payment_id, event_id);

-- What was paid to shops for uses in their stores; append-only.
create table payouts (
  payout_id uuid primary key,
  payer_party text not null,
  payee text not null,
  gross_minor bigint not null constraint payout_gross_positive check (gross_minor > 0),
  commission_minor bigint not null constraint commission_not_negative check (commission_minor >= 0),
  net_minor bigint not null constraint net_not_negative check (net_minor >= 0),
  currency char(3) not null,
  used_from timestamptz not null,
  used_until timestamptz not null,
  evidence_id uuid not null references signed_messages (message_id),
  paid_at timestamptz not null,
  constraint payout_adds_up check (gross_minor = commission_minor + net_minor)
);
create index payouts_by_payee on payouts (payee, paid_at);
