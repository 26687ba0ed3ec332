-- Counters of the limits (kit/limits.ts). The columns are those that RateLimiterPostgres of rate-limiter-flexible
-- expects; `key` holds the limit's name and a keyed digest, never a phone number, and `expire` is in epoch milliseconds.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
-- Expired counters are deleted by time.
create index rate_limits_by_expire on rate_limits (expire);
