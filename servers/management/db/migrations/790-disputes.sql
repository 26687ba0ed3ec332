-- Disputes about payments, as settlement tells them, or a shop that takes payment itself. What contradicts our own orders is kept
-- as doubtful, and nothing follows from it.
create table disputes (
  told_by text not null,
  dispute_id uuid not null,
  -- An order, or a group of orders with one payment.
  payment_id uuid not null,
  state text not null constraint dispute_state_known check (state in ('open', 'won', 'lost')),
  amount_minor bigint not null constraint dispute_amount_positive check (amount_minor > 0),
  currency text not null,
  reason text not null,
  respond_by timestamptz,
  doubt text,
  evidence_id uuid not null references signed_messages (message_id),
  heard_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (told_by, dispute_id)
);
create index disputes_by_payment on disputes (payment_id);
create index disputes_by_id on disputes (dispute_id);
create index disputes_unsettled on disputes (state) where state = 'open' or doubt is not null;

-- How far each party's list has been read.
create table dispute_lists (
  party text primary key,
  read_up_to bigint not null,
  next_read_at timestamptz not null,
  failing_since timestamptz,
  problem text,
  constraint problem_since check ((failing_since is null) = (problem is null))
);

-- What becomes of a gift whose payment is disputed; `servers/management/disputes/gift-states.ts` lists the same states.
create table disputed_gifts (
  order_id uuid primary key references orders (order_id),
  payment_id uuid not null,
  state text not null constraint disputed_gift_state_known check (
    state in ('held', 'freezing', 'frozen', 'unfreezing', 'charging_back', 'charged_back', 'refunding', 'refund_refused',
      'cancelled', 'free')),
  -- What was left and is cancelled, after a dispute that was lost.
  cancelled_minor bigint not null default 0 constraint cancelled_not_negative check (cancelled_minor >= 0),
  -- Why settlement refused the refund.
  code text,
  due_at timestamptz,
  since timestamptz not null,
  constraint refused_with_code check ((state = 'refund_refused') = (code is not null))
);
create index disputed_gifts_due on disputed_gifts (due_at) where due_at is not null;
create index disputed_gifts_by_payment on disputed_gifts (payment_id);
create index disputed_gifts_by_state on disputed_gifts (state);

-- While its payment is disputed nobody accepts, is offered or withdraws a gift; after a dispute that was lost it is cancelled.
alter table orders
  add column dispute text,
  add constraint order_dispute_known check (dispute in ('open', 'lost')) not valid;
