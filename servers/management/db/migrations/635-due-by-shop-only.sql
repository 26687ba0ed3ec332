-- The indexes on the time alone go: they would be taken for the few oldest, and a shop or channel with nothing due would be
-- looked for among everything due.
drop index orders_unconfirmed;
create index orders_unconfirmed on orders (shop_id, authorise_by)
  where state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation');
create index messages_due_by_channel on messages (channel, due_at) where state = 'due';
drop index orders_offered;
drop index orders_authorising;
drop index orders_to_check;
drop index messages_due;
