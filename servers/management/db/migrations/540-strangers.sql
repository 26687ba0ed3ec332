-- Sign-ups that nobody has completed, and codes and sessions that are over, are deleted in time order.
create index verification_codes_by_expiry on verification_codes (expires_at);
create index member_sessions_by_expiry on member_sessions (expires_at);
create index unproven_members_by_age on members (created_at) where member_number is null;
