-- no transaction
-- Payouts, the latest first, and those that are on their way.
create index concurrently payouts_by_request on payouts (requested_at, payout_id);
create index concurrently payouts_planned on payouts (requested_at, payout_id) where state = 'planned' and batch_id is null;
create index concurrently payouts_to_ask on payouts (bank, ask_at) where ask_at is not null;
create index concurrently payouts_by_batch on payouts (batch_id) where batch_id is not null;
create index concurrently payouts_unsettled on payouts (payee, requested_at) where state in ('planned', 'sent');
create index concurrently payouts_returned on payouts (payee, returned_at) where returned_at is not null;
create index concurrently bank_files_to_take on bank_files (file_id) where direction = 'to_bank' and taken_at is null;
