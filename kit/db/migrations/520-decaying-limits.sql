-- A limit is one instant per key (kit/limits.ts): when everything that was used will have come back. Each use moves it on
-- by one step, and time empties it. `points` and `expire` belonged to the counter before and are no longer read.
alter table rate_limits add column empties_at timestamptz not null default now();
update rate_limits set empties_at = to_timestamp(expire / 1000.0) where expire is not null;
create index rate_limits_by_empties_at on rate_limits (empties_at);
