-- The moments that allow what comes after them: nothing is captured without a confirmed recipient, and nothing is
-- registered, offered or accepted without a capture. The code holds the same by its table of states.
alter table orders
  add column confirmed_at timestamptz,
  add column captured_at timestamptz,
  add constraint order_state_known check (state in (
    'authorising', 'requires_action', 'authorised', 'awaiting_confirmation', 'capturing', 'registering', 'scheduled',
    'offered', 'accepting', 'accepted', 'issued', 'cancelling', 'refunding', 'voiding', 'refunded', 'abandoned',
    'declined', 'refund_failed')),
  add constraint captured_only_confirmed check (captured_at is null or confirmed_at is not null) not valid,
  add constraint confirmed_only_named check (confirmed_at is null or recipient_name is not null) not valid,
  add constraint offered_only_captured check (
    captured_at is not null or state not in (
      'registering', 'scheduled', 'offered', 'accepting', 'accepted', 'issued', 'cancelling')) not valid;
create index orders_to_check on orders (check_payment_at) where check_payment_at is not null;

-- Each shop is paid once a day.
alter table shops add column next_payout_at timestamptz;
alter table payouts add column code text;
create index uses_to_be_paid on certificate_uses (order_id) where payout_id is null;

-- What a message says is encrypted until it was sent (it may hold a code or a link), then forgotten. `sending` is a
-- message that was begun: should the process die there, whether it was sent is unknown.
alter table messages
  add column vars_sealed bytea,
  add column fallback_address text,
  add column sending_since timestamptz,
  drop constraint message_state_known,
  add constraint message_state_known check (
    state in ('due', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'suppressed'));
alter table messages alter column vars set default '{}';
create index messages_begun on messages (sending_since) where state = 'sending';

-- A long text travels in parts, each with a delivery receipt of its own. A receipt may come before its message is
-- noted as sent, so either comes first.
create table message_parts (
  provider_message_id text primary key,
  message_id uuid references messages (message_id),
  state text not null constraint part_state_known check (state in ('submitted', 'delivered', 'failed', 'unknown')),
  received_at timestamptz
);
create index message_parts_by_message on message_parts (message_id);
