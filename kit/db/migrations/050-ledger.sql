-- Double entry in TigerBeetle's terms: accounts, and transfers that debit one account and credit another.
-- Transfers and entries are append-only. Only `ledger_balances` changes, and each change is an entry that
-- holds before, delta and after.
create table ledger_accounts (
  account_id uuid primary key,
  -- What kind of account: each server's glossary says which there are.
  code text not null,
  -- The order, payment, certificate or party whose account it is.
  subject_id text not null,
  currency char(3) not null,
  -- 'credit': what is owed to somebody, may not be overdrawn. 'debit': what we have. 'pooled': neither side is
  -- bounded and no row is updated per transfer, so it is never hot; its balance is the sum of its transfers.
  side text not null constraint account_side_known check (side in ('credit', 'debit', 'pooled')),
  created_at timestamptz not null,
  constraint one_account_a_subject unique (code, subject_id, currency)
);

create table ledger_transfers (
  transfer_id uuid primary key,
  kind text not null constraint transfer_kind_known check (kind in ('posted', 'pending', 'post', 'void')),
  pending_transfer_id uuid references ledger_transfers (transfer_id),
  debit_account_id uuid not null references ledger_accounts (account_id),
  credit_account_id uuid not null references ledger_accounts (account_id),
  amount_minor bigint not null constraint transfer_amount_positive check (amount_minor > 0),
  currency char(3) not null,
  -- What it is for, such as `capture` or `refund`.
  code text not null,
  subject_id text not null,
  created_at timestamptz not null,
  constraint transfer_between_two_accounts check (debit_account_id <> credit_account_id),
  constraint resolution_names_its_pending check ((kind in ('post', 'void')) = (pending_transfer_id is not null))
);
create unique index pending_resolved_once on ledger_transfers (pending_transfer_id) where pending_transfer_id is not null;
create index ledger_transfers_by_debit on ledger_transfers (debit_account_id);
create index ledger_transfers_by_credit on ledger_transfers (credit_account_id);
create index ledger_transfers_by_subject on ledger_transfers (subject_id);

-- For accounts that are not pooled: the bounded side, and how much of it is held by pending transfers.
create table ledger_balances (
  account_id uuid primary key references ledger_accounts (account_id),
  balance_minor bigint not null default 0 constraint account_not_overdrawn check (balance_minor >= 0),
  held_minor bigint not null default 0 constraint hold_not_negative check (held_minor >= 0),
  version bigint not null default 0,
  constraint hold_within_balance check (held_minor <= balance_minor)
);

create table ledger_entries (
  account_id uuid not null references ledger_accounts (account_id),
  version bigint not null,
  transfer_id uuid not null references ledger_transfers (transfer_id),
  before_minor bigint not null,
  delta_minor bigint not null,
  after_minor bigint not null,
  held_after_minor bigint not null,
  primary key (account_id, version),
  constraint entry_adds_up check (after_minor = before_minor + delta_minor)
);
