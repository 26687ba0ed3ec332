-- no transaction
-- What is due of groups, shop by shop.
create index concurrently order_groups_to_check_by_shop on order_groups (shop_id, check_payment_at)
  where check_payment_at is not null;
create index concurrently order_groups_unconfirmed on order_groups (shop_id, authorise_by)
  where state in ('authorising', 'requires_action', 'authorised');
-- Messages by phone that no call will tell any more.
create index concurrently messages_untold on messages (message_id) where channel = 'voice' and state = 'due';
create index concurrently voice_dials_by_message on voice_dials (message_id) where message_id is not null;
-- Members who closed their account, and whose name is still known.
create index concurrently closed_members_named on members (member_id)
  where closed_at is not null and name not in ('Former member', '탈퇴한 회원');
-- Members by address, also by one that is marked as somebody else's.
create index concurrently members_by_email_key on members (lower(email)) where member_number is not null;
create index concurrently member_requests_by_member on member_requests (member_id);
create index concurrently offer_links_by_order on offer_links (order_id);
create index concurrently payouts_by_shop on payouts (shop_id, created_at, payout_id);
