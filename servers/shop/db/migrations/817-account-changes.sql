-- What became of the bank accounts that settlement pays this shop to, as settlement tells it. Each is shown in the office
-- until an owner has acknowledged it.
create table account_changes (
  change_id uuid primary key,
  account_id uuid not null,
  change text not null constraint account_change_known check (change in ('entered', 'confirmed', 'refused', 'ended')),
  currency text not null,
  bank_code text,
  last4 text not null,
  changed_at timestamptz not null,
  -- When this shop learned of it.
  noticed_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references staff (staff_id),
  constraint one_change_of_a_kind unique (account_id, change),
  constraint acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by is null))
);
