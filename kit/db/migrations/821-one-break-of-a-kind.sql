-- no transaction
-- A sender that tries the same refused batch again makes no second break.
create unique index concurrently one_break_of_a_kind on inbox_breaks (sender, batch_no, reason, refused_digest)
  nulls not distinct;
alter table inbox_breaks validate constraint break_reason_known;
alter table inbox_breaks validate constraint refused_batch_is_kept;
