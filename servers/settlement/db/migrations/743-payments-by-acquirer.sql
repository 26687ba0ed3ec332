-- no transaction
-- What an acquirer tells of, and what it is asked about.
create unique index concurrently payments_by_acquirer_reference on payments (acquirer, acquirer_reference)
  where acquirer_reference is not null;
