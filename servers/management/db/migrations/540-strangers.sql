-- Sign-ups that nobody has completed, and codes and sessions that are over, are deleted in time order.
create index verification_codes_by_expiry on verification_codes (expires_at);
create index member_sessions_by_expiry on member_sessions (expires_at);
create index unproven_members_by_age on members (created_at) where member_number is null;
-- Accounts that share a card are one buyer to the limits: a digest that settlement made.
alter table payment_methods add column card_fingerprint text;
create index payment_methods_by_fingerprint on payment_methods (card_fingerprint) where card_fingerprint is not null;
-- Until then staff have lifted the limit on how many strangers a member's gifts may reach.
alter table members add column reach_lifted_until timestamptz;
