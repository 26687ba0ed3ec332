-- no transaction
-- What a buyer has done so far, found without reading all that they ever bought.
create index concurrently orders_not_taken on orders (member_id, confirmed_at)
  where accepted_phone is null and confirmed_at is not null and name_source <> 'self';
create index concurrently orders_by_buyer_and_recipient on orders (
  member_id, (coalesce(recipient_phone, recipient_email)), confirmed_at)
  where confirmed_at is not null and name_source <> 'self';
