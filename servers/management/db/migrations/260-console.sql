-- What the operator's console asks for. A message is found by the trace of what it tells; a payment that was asked about
-- has its answer beside it, as what a call was answered has.
alter table messages add column trace_id text;
alter table order_events add column evidence_id uuid references signed_messages (message_id);

-- Orders are searched for by what people say of them.
create index orders_by_recipient_email on orders (recipient_email) where recipient_email is not null;
create index orders_by_accepted_phone on orders (accepted_phone) where accepted_phone is not null;
create index orders_by_certificate_last4 on orders (certificate_last4) where certificate_last4 is not null;

-- What a shop told of a gift.
create index inbox_by_order on inbox ((content ->> 'order_id'));

-- What does not go on by itself, what goes back, and what the day brought.
create index orders_under_way on orders (order_id)
  where state not in ('accepted', 'issued', 'refunded', 'abandoned', 'declined');
create index orders_going_back on orders (order_id) where state in ('cancelling', 'refunding', 'refund_failed', 'refunded');
create index messages_undelivered on messages (created_at) where state in ('failed', 'unknown');
create index orders_by_time on orders (created_at);
create index ledger_transfers_by_time on ledger_transfers (created_at);
