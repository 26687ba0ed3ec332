-- A payout that is being put together, one at a time for a shop. Its row is the lock, so orders of the shop wait for
-- nothing, and whoever comes after a crash goes on from `looked_to`.
create table open_payouts (
  payout_id uuid primary key,
  shop_id text not null unique references shops (shop_id),
  looked_to uuid not null,
  used_from timestamptz,
  used_until timestamptz
);

-- What a payout is made of: the uses of certificates that were sold at one commission.
create table payout_parts (
  payout_id uuid not null,
  commission_bp integer not null constraint part_commission_is_a_share check (commission_bp between 0 and 10000),
  -- Negative while more was reversed than used.
  gross_minor bigint not null,
  uses bigint not null,
  primary key (payout_id, commission_bp)
);

-- The uses of a refused payout are freed a few at a time. Those refused so far have none any more.
alter table payouts add column freed_at timestamptz;
update payouts set freed_at = created_at where state = 'refused';
create index payouts_to_free on payouts (shop_id) where state = 'refused' and freed_at is null;
create index uses_by_payout on certificate_uses (payout_id) where payout_id is not null;
