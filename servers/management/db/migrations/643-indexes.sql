-- no transaction
-- What is due: reminders, and gifts for a day to come.
create index concurrently orders_to_remind on orders (remind_at) where state = 'offered' and reminded_at is null;
create index concurrently orders_to_deliver on orders (deliver_at) where state = 'scheduled';
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
create index concurrently uses_by_payout on certificate_uses (payout_id) where payout_id is not null;
create index concurrently payouts_by_shop on payouts (shop_id, created_at, payout_id);
