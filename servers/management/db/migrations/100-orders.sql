-- Shops that this operator sells certificates of.
create table shops (
  shop_id text primary key constraint shop_id_form check (shop_id ~ '^[a-z0-9-]{1,32}$'),
  -- The shop server, as it signs: also the payee of payments.
  party text not null,
  name_ko text not null,
  name_en text not null,
  description_ko text,
  description_en text,
  -- Which picture of the web pages stands for it.
  image_key text constraint image_key_form check (image_key ~ '^[a-z0-9-]{1,64}$'),
  currency char(3) not null,
  amount_min_minor bigint not null constraint amount_min_positive check (amount_min_minor > 0),
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  payment_route text not null constraint payment_route_known check (payment_route in ('direct', 'through_shop')),
  commission_bp integer not null constraint commission_is_a_share check (commission_bp between 0 and 10000),
  answer_days integer not null constraint answer_days_positive check (answer_days > 0),
  remind_days integer not null,
  validity_months integer not null constraint validity_at_least_a_year check (validity_months >= 12),
  active boolean not null,
  constraint amounts_in_order check (amount_max_minor >= amount_min_minor),
  constraint suggested_within_amounts check (
    amount_min_minor <= all (suggested_minor) and amount_max_minor >= all (suggested_minor)),
  constraint reminder_before_deadline check (remind_days >= 1 and remind_days < answer_days)
);

-- One purchase of one certificate. Its state and its id at the shop (certificate_id = order_id) drive everything.
create table orders (
  order_id uuid primary key,
  member_id uuid not null,
  shop_id text not null references shops (shop_id),
  payment_method_id text not null,
  -- The shop's, as it was when the amount was authorised: capture, void and refund must go the same way.
  payment_route text not null constraint order_route_known check (payment_route in ('direct', 'through_shop')),
  amount_minor bigint not null constraint order_amount_positive check (amount_minor > 0),
  currency char(3) not null,
  message text,
  card_design text,
  deliver_at timestamptz,
  state text not null,
  action_url text,
  decline_reason text,
  end_reason text,
  recipient_channel text constraint recipient_channel_known check (recipient_channel in ('sms', 'email')),
  recipient_phone text,
  recipient_email text,
  recipient_name text,
  -- The look-up whose name was read back last: what the buyer confirms is that one and no other.
  read_back_id uuid,
  name_source text,
  recycled boolean,
  refusal_word text,
  accepted_phone text,
  certificate_last4 text,
  acceptance_problem text,
  authorise_by timestamptz not null,
  answer_by timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  check_payment_at timestamptz,
  created_at timestamptz not null,
  constraint recipient_is_whole check (
    recipient_name is null or (recipient_channel = 'sms' and recipient_phone is not null)
      or (recipient_channel = 'email' and recipient_email is not null)),
  constraint name_is_of_a_read_back check ((recipient_name is null) = (read_back_id is null))
);
create index orders_by_member on orders (member_id, created_at desc);
create index orders_by_recipient_phone on orders (recipient_phone) where recipient_phone is not null;
create index orders_authorising on orders (authorise_by) where state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation');
create index orders_offered on orders (answer_by) where state in ('offered', 'scheduled');

-- Everything that happened to an order; append-only. The buyer's timeline is made of it.
create table order_events (
  event_id uuid primary key,
  order_id uuid not null references orders (order_id),
  kind text not null,
  state_before text,
  state_after text not null,
  detail jsonb not null,
  call_id uuid references calls (call_id),
  trace_id text not null,
  at timestamptz not null
);
create index order_events_by_order on order_events (order_id, event_id);

-- The link that the recipient gets, by its digest. A resent message has a link of its own; all of them work.
create table offer_links (
  token_digest bytea primary key,
  order_id uuid not null references orders (order_id),
  created_at timestamptz not null
);

-- What the shop told of a certificate's uses, in the order of its history; append-only.
create table certificate_uses (
  order_id uuid not null references orders (order_id),
  entry_no bigint not null,
  kind text not null constraint use_kind_known check (kind in ('redeemed', 'reversed')),
  redemption_id uuid not null,
  amount_minor bigint not null constraint use_positive check (amount_minor > 0),
  balance_minor bigint not null,
  store_name text not null,
  evidence_message_id uuid not null,
  payout_id uuid,
  at timestamptz not null,
  primary key (order_id, entry_no)
);

create table payouts (
  payout_id uuid primary key,
  shop_id text not null references shops (shop_id),
  gross_minor bigint not null,
  commission_minor bigint not null,
  currency char(3) not null,
  used_from timestamptz not null,
  used_until timestamptz not null,
  state text not null constraint payout_state_known check (state in ('asked', 'paid', 'refused')),
  created_at timestamptz not null
);

-- What is told to people. `vars` may hold a link or a code, so it is emptied once nothing is left to send.
create table messages (
  message_id uuid primary key,
  subject_id uuid not null,
  channel text not null constraint message_channel_known check (channel in ('sms', 'email')),
  address text not null,
  locale text not null,
  kind text not null,
  vars jsonb not null,
  state text not null constraint message_state_known check (state in ('due', 'sent', 'delivered', 'failed', 'unknown')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  provider_message_id text,
  problem text,
  sent_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null
);
create index messages_due on messages (due_at) where state = 'due';
create index messages_by_subject on messages (subject_id);
create index messages_by_provider_id on messages (provider_message_id);

-- The language that somebody chose to be written to in, by phone number or mail address (in lower case).
create table recipient_locales (
  address text primary key,
  locale text not null constraint recipient_locale_known check (locale in ('ko', 'en')),
  updated_at timestamptz not null
);

-- Where a conversation by text messages stands. What people write is not kept: it may be a PIN. Of a PIN that was said
-- once, a digest waits for the second time, under a key that is not here.
create table text_dialogues (
  phone text primary key,
  state jsonb not null,
  stopped_at timestamptz,
  updated_at timestamptz not null
);
