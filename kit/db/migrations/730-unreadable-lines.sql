-- How many lines of its batch a row stands for: those that are no notices are kept in one row, whose line_no is 0, so that a
-- batch of nothing else takes no more room than another. Before, each had a row.
alter table unapplied_notices add column lines integer not null default 1;
alter table unapplied_notices add constraint lines_positive check (lines > 0) not valid;
