-- The same views of the journal; their conditions say which columns are never null, as the tables from before do.
create or replace view certificate_entries as
select certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at,
  case kind
    when 'redeemed' then (select r.store_id from redemptions_before r where r.redemption_id = e.reference_id)
    when 'reversed' then (select coalesce(v.store_id, r.store_id)
      from reversals_before v left join redemptions_before r using (redemption_id) where v.reversal_id = e.reference_id)
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
    else kind
  end,
  before_minor, delta_minor, after_minor, fact_id, at, store_id
from journal
where entry_no is not null and subject_id is not null and before_minor is not null and delta_minor is not null
  and after_minor is not null;

create or replace view redemptions_in_journal as
select fact_id as redemption_id, parent_id as sale_id, subject_id as certificate_id, -delta_minor as amount_minor, currency,
  case when terminal_id is null then 'online' else 'store' end as channel, store_id, terminal_id,
  reference as sale_reference, entry_no, at, clerk_id
from journal
where kind = 'certificate_redeemed' and subject_id is not null and parent_id is not null and delta_minor is not null
  and currency is not null and store_id is not null and reference is not null and entry_no is not null;

create or replace view redemptions as
select redemption_id, sale_id, certificate_id, amount_minor, currency, channel, store_id, terminal_id, sale_reference,
  entry_no, at, clerk_id
from redemptions_before
union all
select fact_id, parent_id, subject_id, -delta_minor, currency, case when terminal_id is null then 'online' else 'store' end,
  store_id, terminal_id, reference, entry_no, at, clerk_id
from journal
where kind = 'certificate_redeemed' and subject_id is not null and parent_id is not null and delta_minor is not null
  and currency is not null and store_id is not null and reference is not null and entry_no is not null;

create or replace view redemptions_by_id as
select redemption_id, certificate_id, amount_minor, currency, store_id, at from redemptions_before
union all
select i.fact_id, j.subject_id, -j.delta_minor, j.currency, j.store_id, j.at
from journal_ids i join journal j on j.at = i.at and j.seq = i.seq
where j.kind = 'certificate_redeemed' and j.subject_id is not null and j.delta_minor is not null and j.currency is not null
  and j.store_id is not null;

create or replace view reversals as
select v.reversal_id, v.redemption_id, v.terminal_id, v.at, v.part_no, v.amount_minor, v.reversed_before_minor,
  v.reversed_after_minor, v.used_minor, v.staff_id, v.entry_no, v.clerk_id, r.certificate_id, r.store_id, r.currency
from reversals_before v join redemptions_before r using (redemption_id) where v.certificate_id is null
union all
select reversal_id, redemption_id, terminal_id, at, part_no, amount_minor, reversed_before_minor, reversed_after_minor,
  used_minor, staff_id, entry_no, clerk_id, certificate_id, store_id, currency
from reversals_before where certificate_id is not null and store_id is not null and currency is not null
union all
select fact_id, parent_id, terminal_id, at, line_no, delta_minor, reversed_minor - delta_minor, reversed_minor,
  original_minor, staff_id, entry_no, clerk_id, subject_id, store_id, currency
from journal
where kind = 'redemption_reversed' and reversed_minor is not null and parent_id is not null and line_no is not null
  and delta_minor is not null and original_minor is not null and entry_no is not null and subject_id is not null
  and store_id is not null and currency is not null;

create or replace view issues as
select issue_id, certificate_id, terminal_id, print_no, at from issues_before
union all
select fact_id, subject_id, terminal_id, line_no, at
from journal
where kind = 'certificate_issued' and subject_id is not null and terminal_id is not null and line_no is not null;
