-- What strangers leave is deleted in time order (kit/forget.ts). Keys of the scopes that anybody may write into are kept for
-- a week; all others for good.
create index strangers_keys_by_age on idempotency_keys (claimed_at)
  where scope in ('registration', 'hand_over', 'enrolment', 'payer');
create index staff_sessions_by_expiry on staff_sessions (expires_at);
