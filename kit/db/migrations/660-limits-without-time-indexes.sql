-- no transaction
-- Each use of a limit changes the times, so an index on them was written at each use, and the row's other indexes with it.
-- Counters that are full again are looked for in the whole table, which has a row for each key used lately. Nothing reads
-- `expire` any more.
drop index concurrently if exists rate_limits_by_empties_at;
drop index concurrently if exists rate_limits_by_expire;
