-- What is still needed of the journal when its months are dropped (770): the history of payments that are not decided. What was
-- captured can be refunded all the same: payments and the ledger say how much, and the carried sums say which entry it is.
create or replace function is_fact_needed(kind text, subject uuid) returns boolean language sql stable as $$
  select exists (
    select from public.payments where payment_id = subject
      and status not in ('captured', 'refunded', 'voided', 'declined', 'expired'))
$$;
