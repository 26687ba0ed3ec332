-- What jobs look for, shop by shop.
create index orders_unanswered on orders (shop_id, answer_by) where state = 'offered';
create index orders_to_remind on orders (shop_id, remind_at) where state = 'offered' and reminded_at is null;
create index orders_to_deliver on orders (shop_id, deliver_at) where state = 'scheduled';
create index orders_unconfirmed on orders (shop_id, authorise_by)
  where state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation') and group_id is null;
create index orders_to_check_by_shop on orders (shop_id, check_payment_at) where check_payment_at is not null;

-- Whose attempt a message's is. An owner that took too long finds another one here, and changes nothing.
alter table messages add column sending_claim uuid;
-- Messages to one address are sent one after another.
create index messages_unsent on messages (address, message_id) where state in ('due', 'sending');
