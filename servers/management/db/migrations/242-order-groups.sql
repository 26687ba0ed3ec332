-- Gifts to several people that are paid for together. The group owns the payment, which settlement knows under
-- `group_id`; each gift is an order like any other whose payment is a share of it.
create table order_groups (
  group_id uuid primary key,
  member_id uuid not null references members (member_id),
  shop_id text not null references shops (shop_id),
  payment_method_id text not null,
  payment_route text not null constraint group_route_known check (payment_route in ('direct', 'through_shop')),
  -- What is authorised: the sum of all shares.
  amount_minor bigint not null constraint group_amount_positive check (amount_minor > 0),
  -- What is captured: the sum of the shares that the buyer confirmed. The rest of the authorisation is let go with it.
  confirmed_minor bigint not null default 0,
  currency char(3) not null,
  state text not null constraint group_state_known check (state in (
    'authorising', 'requires_action', 'authorised', 'capturing', 'captured', 'voiding', 'abandoned', 'declined')),
  action_url text,
  decline_reason text,
  end_reason text,
  authorise_by timestamptz not null,
  check_payment_at timestamptz,
  created_at timestamptz not null,
  constraint group_captures_within_authorisation check (confirmed_minor between 0 and amount_minor),
  constraint group_captures_what_was_confirmed check (confirmed_minor > 0 or state not in ('capturing', 'captured'))
);
create index order_groups_by_member on order_groups (member_id, group_id);
create index order_groups_open on order_groups (authorise_by) where state in ('authorising', 'requires_action', 'authorised');
create index order_groups_to_check on order_groups (check_payment_at) where check_payment_at is not null;

alter table orders add column group_id uuid references order_groups (group_id);
create index orders_by_group on orders (group_id) where group_id is not null;

-- A line of the list, as the buyer wrote it, and when the next step of its gift is due.
create table group_lines (
  order_id uuid primary key references orders (order_id),
  group_id uuid not null references order_groups (group_id),
  line_no integer not null constraint line_no_positive check (line_no > 0),
  address text not null,
  name text,
  due_at timestamptz,
  attempts integer not null default 0,
  -- Why the name behind the address was not found.
  problem text,
  constraint one_gift_a_line unique (group_id, line_no)
);
create index group_lines_due on group_lines (due_at) where due_at is not null;
