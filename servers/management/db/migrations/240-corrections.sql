-- A recipient that was named wrongly is corrected until somebody has accepted: named anew, read back, confirmed, then
-- told to the shop. What was read back stays as it was said.
create table recipient_corrections (
  read_back_id uuid primary key,
  order_id uuid not null references orders (order_id),
  channel text not null constraint correction_channel_known check (channel in ('sms', 'email')),
  phone text,
  email text,
  name text not null,
  name_source text not null,
  recycled boolean,
  state text not null constraint correction_state_known check (state in ('read_back', 'confirmed', 'made', 'refused')),
  refusal_code text,
  created_at timestamptz not null,
  constraint correction_is_whole check (
    (channel = 'sms' and phone is not null) or (channel = 'email' and email is not null)),
  constraint refused_correction_says_why check ((state = 'refused') = (refusal_code is not null))
);
create index recipient_corrections_by_order on recipient_corrections (order_id, read_back_id);
create unique index one_confirmed_correction on recipient_corrections (order_id) where state = 'confirmed';

-- A link in the wrong hands opens nothing any more.
alter table offer_links add column ended_at timestamptz;

alter table orders
  drop constraint order_state_known,
  add constraint order_state_known check (state in (
    'authorising', 'requires_action', 'authorised', 'awaiting_confirmation', 'capturing', 'registering', 'scheduled',
    'offered', 'correcting', 'accepting', 'accepted', 'issued', 'cancelling', 'refunding', 'voiding', 'refunded',
    'abandoned', 'declined', 'refund_failed')),
  drop constraint offered_only_captured,
  add constraint offered_only_captured check (
    captured_at is not null or state not in (
      'registering', 'scheduled', 'offered', 'correcting', 'accepting', 'accepted', 'issued', 'cancelling')) not valid;
