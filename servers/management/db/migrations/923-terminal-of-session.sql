-- At which shop's terminal a member logged in, as the shop vouched for it. Null for sessions elsewhere, and for those of earlier
-- versions, in which nothing is bought for cash.
alter table member_sessions add column terminal_party text, add column terminal_id uuid;
