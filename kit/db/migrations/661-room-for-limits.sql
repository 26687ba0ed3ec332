-- Room on each page for the next version of a counter, which then needs no new index entry.
alter table rate_limits set (fillfactor = 70);
