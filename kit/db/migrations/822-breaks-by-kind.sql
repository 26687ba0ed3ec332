-- A batch may be a break of several kinds.
alter table inbox_breaks drop constraint one_break_a_batch;
