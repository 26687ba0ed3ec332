-- There may be several acquirers. Until now there was one, named `test`, also for processes from before that still run.
alter table payment_method_setups
  add column acquirer text not null default 'test',
  -- What the acquirer calls its own page, where the card is entered there.
  add column acquirer_reference text;
alter table payments add column acquirer text not null default 'test';
