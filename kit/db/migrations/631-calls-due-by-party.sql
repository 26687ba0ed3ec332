-- Beside the index by party, one on the time alone would be taken for the few oldest calls, and a party with nothing due
-- would be looked for among everything due.
drop index calls_due;
