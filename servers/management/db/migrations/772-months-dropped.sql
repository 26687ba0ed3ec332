-- What is still needed of the journal when its months are dropped (770): what decides about money that is told later, the
-- history of each gift until the people in it were forgotten, and payouts that are under way.
create or replace function is_fact_needed(kind text, subject uuid) returns boolean language sql stable as $$
  select kind in ('order_accepted', 'order_certificate_expired', 'order_refunded')
    or exists (select from public.orders where order_id = subject and people_forgotten_at is null)
    or exists (select from public.orders where group_id = subject and people_forgotten_at is null)
    or exists (select from public.payouts where payout_id = subject and state not in ('paid', 'refused'))
    or exists (select from public.unapplied_notices where subject_id = subject and applied_at is null)
$$;
