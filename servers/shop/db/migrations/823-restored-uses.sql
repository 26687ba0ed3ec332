-- A use or reversal that was restored from what management held has no terminal and no clerk: nobody was told of them.
alter table journal
  drop constraint reversal_has_one_author,
  add constraint reversal_has_one_author check (
    kind <> 'redemption_reversed' or subject_id is null or (terminal_id is null) <> (staff_id is null)
    or restored_in is not null) not valid,
  add constraint what_was_not_restored_moves_nothing check (kind <> 'certificate_not_restored' or delta_minor = 0) not valid;

-- As before; where a use was restored, its channel is in what was told of it.
create or replace view redemptions_in_journal as
select fact_id as redemption_id, parent_id as sale_id, subject_id as certificate_id, -delta_minor as amount_minor, currency,
  case when terminal_id is not null or restored_in is not null and body::jsonb ->> 'channel' = 'store'
    then 'store' else 'online' end as channel,
  store_id, terminal_id, reference as sale_reference, entry_no, at, clerk_id
from journal
where kind = 'certificate_redeemed' and subject_id is not null and parent_id is not null and delta_minor is not null
  and currency is not null and store_id is not null and reference is not null and entry_no is not null;

create or replace view redemptions as
select redemption_id, sale_id, certificate_id, amount_minor, currency, channel, store_id, terminal_id, sale_reference,
  entry_no, at, clerk_id
from redemptions_before
union all
select fact_id, parent_id, subject_id, -delta_minor, currency,
  case when terminal_id is not null or restored_in is not null and body::jsonb ->> 'channel' = 'store'
    then 'store' else 'online' end,
  store_id, terminal_id, reference, entry_no, at, clerk_id
from journal
where kind = 'certificate_redeemed' and subject_id is not null and parent_id is not null and delta_minor is not null
  and currency is not null and store_id is not null and reference is not null and entry_no is not null;

-- As before, with entries of which nobody was told and that are lost (`not_restored`).
create or replace view certificate_entries as
select e.certificate_id, e.entry_no, e.kind, e.before_minor, e.delta_minor, e.after_minor, e.reference_id, e.at,
  case e.kind
    when 'redeemed' then (select r.store_id from redemptions_before r where r.redemption_id = e.reference_id)
    when 'reversed' then (
      select coalesce(v.store_id, r.store_id) from reversals_before v left join redemptions_before r using (redemption_id)
      where v.reversal_id = e.reference_id)
  end as store_id
from certificate_entries_before e
union all
select subject_id, entry_no,
  case kind
    when 'certificate_registered' then 'registered'
    when 'certificate_redeemed' then 'redeemed'
    when 'redemption_reversed' then 'reversed'
    when 'certificate_cancelled' then 'refunded'
    when 'certificate_expired' then 'expired'
    when 'certificate_extended' then 'extended'
    when 'certificate_handed_over' then 'handed_over'
    when 'certificate_opened_by_clerk' then 'opened_by_clerk'
    when 'certificate_frozen' then 'frozen'
    when 'certificate_unfrozen' then 'unfrozen'
    when 'certificate_not_restored' then 'not_restored'
    else kind
  end,
  before_minor, delta_minor, after_minor, fact_id, at, store_id
from journal
where entry_no is not null and subject_id is not null and before_minor is not null and delta_minor is not null
  and after_minor is not null;
