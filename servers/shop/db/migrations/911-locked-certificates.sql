-- The shop's staff lock a certificate: nobody uses or opens it until they unlock it. Unlike one whose payment is disputed it
-- stays `active`, so that a dispute may begin and end meanwhile, and its last day stays as it is.
alter table certificates add column locked_since timestamptz;

-- As before, with the two entries of that.
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
    when 'certificate_locked' then 'locked'
    when 'certificate_unlocked' then 'unlocked'
    when 'certificate_not_restored' then 'not_restored'
    else kind
  end,
  before_minor, delta_minor, after_minor, fact_id, at, store_id
from journal
where entry_no is not null and subject_id is not null and before_minor is not null and delta_minor is not null
  and after_minor is not null;
