-- Captures, voids and refunds as the acquirer is asked for them. Each is written before the acquirer is asked, and is open until
-- it has answered. A capture or a void is open alone; refunds are not, since each holds its own amount.
create table acquirer_requests (
  request_id uuid primary key,
  payment_id uuid not null references payments (payment_id),
  acquirer text not null,
  kind text not null constraint acquirer_request_kind_known check (kind in ('capture', 'void', 'refund')),
  amount_minor bigint not null constraint acquirer_request_amount_positive check (amount_minor > 0),
  -- Why money goes back.
  reason text,
  -- What a refund holds of the payee's trust funds until the acquirer has answered.
  hold_transfer_id uuid references ledger_transfers (transfer_id),
  evidence_id uuid references signed_messages (message_id),
  state text not null default 'open' constraint acquirer_request_state_known check (state in ('open', 'done', 'refused')),
  refused_because text,
  -- When the acquirer is asked again.
  due_at timestamptz,
  created_at timestamptz not null,
  constraint open_is_due check ((state = 'open') = (due_at is not null)),
  constraint refused_says_why check ((state = 'refused') = (refused_because is not null)),
  constraint only_refunds_hold check ((kind = 'refund') = (hold_transfer_id is not null))
);
create unique index one_open_capture_or_void on acquirer_requests (payment_id) where state = 'open' and kind <> 'refund';
create index acquirer_requests_due on acquirer_requests (acquirer, due_at) where state = 'open';
create index acquirer_requests_by_payment on acquirer_requests (payment_id);

-- What the acquirer calls the payment, where it was announced before it was authorised.
alter table payments add column acquirer_reference text;
