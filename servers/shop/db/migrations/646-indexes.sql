-- no transaction
-- Hand-overs in any state, accepted ones too.
create index concurrently hand_overs_by_certificate on hand_overs (certificate_id);
create index concurrently holds_by_certificate on holds (certificate_id) where state = 'held';
create index concurrently member_sessions_by_member on member_sessions (member_id);
create index concurrently member_registrations_by_phone on member_registrations (phone);
create index concurrently member_registrations_by_expiry on member_registrations (expires_at);
-- Messages are forgotten by their age.
create index concurrently messages_done on messages (created_at) where state not in ('due', 'sending');
