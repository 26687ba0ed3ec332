-- The redemptions that are in the journal, without those from before: a list of the newest reads each by its own index.
create view redemptions_in_journal as
select fact_id as redemption_id, parent_id as sale_id, subject_id as certificate_id, -delta_minor as amount_minor, currency,
  case when terminal_id is null then 'online' else 'store' end as channel, store_id, terminal_id,
  reference as sale_reference, entry_no, at, clerk_id
from journal where kind = 'certificate_redeemed' and subject_id is not null;
