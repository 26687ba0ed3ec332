-- Where payees have their money sent. What a row says of the account never changes; a new account is a new row.
create table payee_accounts (
  account_id uuid primary key,
  payee text not null,
  currency text not null,
  kind text not null constraint account_kind_known check (kind in ('iban', 'kr')),
  -- Of a Korean account: the bank's code of three digits. An IBAN names its bank itself.
  bank_code text,
  number_sealed bytea not null,
  holder_sealed bytea not null,
  last4 text not null,
  state text not null constraint account_state_known check (state in ('entered', 'confirmed', 'refused', 'ended')),
  entered_by uuid not null references staff (staff_id),
  entered_at timestamptz not null,
  -- Who confirmed or refused it, and when.
  decided_by uuid references staff (staff_id),
  decided_at timestamptz,
  -- Until when it was paid to, and why no longer: another account took its place, or the code of a bank that refused it.
  ended_at timestamptz,
  reason text,
  constraint bank_code_with_korean_account check ((kind = 'kr') = (bank_code is not null)),
  constraint account_decided check ((state = 'entered') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint account_confirmed_by_another check (state in ('entered', 'refused') or decided_by <> entered_by),
  constraint account_ended_with_reason check ((state = 'ended') = (ended_at is not null) and (state <> 'ended' or reason is not null))
);
create unique index one_account_entered on payee_accounts (payee, currency) where state = 'entered';
create unique index one_account_confirmed on payee_accounts (payee, currency) where state = 'confirmed';
create index payee_accounts_by_time on payee_accounts (payee, account_id);

-- Payouts that are sent to a bank together.
create table payout_batches (
  batch_id uuid primary key,
  bank text not null,
  currency text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- When the bank is asked to take it, once more; null once it has.
  due_at timestamptz,
  constraint batch_is_due_or_sent check ((sent_at is null) = (due_at is not null))
);
create index batches_due on payout_batches (bank, due_at) where due_at is not null;

-- A payout is planned, sent to the bank, and paid or returned. Until now each was paid at once.
alter table payouts
  -- Processes of before never see such a payout: they make none, and only staff list them.
  -- squawk-ignore ban-drop-not-null
  alter column paid_at drop not null,
  add column state text not null default 'paid',
  add column requested_at timestamptz not null default now(),
  -- How many of staff have to approve it before it is sent.
  add column approvals_needed integer not null default 0,
  -- What it holds of the payee's trust funds until it is paid or returned.
  add column net_hold_id uuid,
  add column commission_hold_id uuid,
  add column batch_id uuid,
  add column account_id uuid,
  add column bank text,
  add column sent_at timestamptz,
  add column returned_at timestamptz,
  -- Who sent it back: staff, before it was sent; the bank, which didn't make it; the payee's bank, after it was made.
  add column returned_by text,
  add column return_reason text,
  -- When the bank is asked what became of it.
  add column ask_at timestamptz,
  add constraint payout_net_hold_there foreign key (net_hold_id) references ledger_transfers (transfer_id) not valid,
  add constraint payout_commission_hold_there foreign key (commission_hold_id) references ledger_transfers (transfer_id) not valid,
  add constraint payout_batch_there foreign key (batch_id) references payout_batches (batch_id) not valid,
  add constraint payout_account_there foreign key (account_id) references payee_accounts (account_id) not valid,
  add constraint payout_state_known check (state in ('planned', 'sent', 'paid', 'returned')) not valid,
  add constraint payout_returned_by_known check (returned_by in ('staff', 'bank', 'payee_bank')) not valid,
  add constraint payout_paid_at_known check (
    (state = 'paid') <= (paid_at is not null) and (state in ('planned', 'sent')) <= (paid_at is null)) not valid,
  add constraint payout_return_told check (
    (state = 'returned') = (returned_at is not null) and (returned_at is null) = (returned_by is null)
    and (returned_at is null) = (return_reason is null)) not valid,
  add constraint payout_sent_to_a_bank check (
    sent_at is null or num_nulls(batch_id, account_id, bank) = 0) not valid;
update payouts set requested_at = paid_at;

-- Who approved a payout, each once.
create table payout_approvals (
  payout_id uuid not null references payouts (payout_id),
  staff_id uuid not null references staff (staff_id),
  at timestamptz not null,
  primary key (payout_id, staff_id)
);

-- Files for a bank that is reached by files, and those that it gave us. They name accounts, so they are sealed.
create table bank_files (
  file_id uuid primary key,
  bank text not null,
  direction text not null constraint file_direction_known check (direction in ('to_bank', 'from_bank')),
  name text not null,
  -- SHA-256 of what it says: the same file is taken once.
  digest bytea not null,
  body_sealed bytea not null,
  created_at timestamptz not null,
  -- Who put it in, of a file from the bank.
  staff_id uuid references staff (staff_id),
  -- Since when it is on its way, of a file to the bank, and who took it there.
  taken_at timestamptz,
  taken_by uuid references staff (staff_id),
  constraint one_file_a_digest unique (bank, direction, digest)
);
create index bank_files_by_time on bank_files (direction, file_id);

-- What a bank reported of a payment, as its file says it.
create table bank_reports (
  report_id uuid primary key,
  file_id uuid not null references bank_files (file_id),
  bank text not null,
  -- The payout, or the batch if the bank says it of all its payments at once.
  reference uuid not null,
  of_batch boolean not null,
  kind text not null constraint report_kind_known check (kind in ('paid', 'rejected', 'returned')),
  amount_minor bigint,
  currency text,
  reason text,
  -- When it is booked; null once it is.
  due_at timestamptz
);
create index reports_due on bank_reports (due_at) where due_at is not null;
create index bank_reports_by_file on bank_reports (file_id);
