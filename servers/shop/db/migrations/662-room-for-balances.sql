-- Room on each page for the next version of a balance, which then needs no new index entry.
alter table certificate_balances set (fillfactor = 80);
