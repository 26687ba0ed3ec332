-- Bank accounts that shops ask to be paid to. Nothing is paid to one: staff make an account of it, which a second person
-- confirms, or refuse it.
create table account_proposals (
  proposal_id uuid primary key,
  payee text not null,
  currency text not null,
  kind text not null constraint proposed_kind_known check (kind in ('iban', 'kr')),
  bank_code text,
  last4 text not null,
  -- Number and holder, until it is decided.
  account_sealed bytea,
  state text not null constraint proposal_state_known check (state in ('waiting', 'taken_over', 'refused', 'replaced')),
  -- The shop's signed request.
  evidence_id uuid not null references signed_messages (message_id),
  received_at timestamptz not null,
  -- Nobody decides about one that a later one replaces.
  decided_by uuid references staff (staff_id),
  decided_at timestamptz,
  reason text,
  -- What was made of it.
  account_id uuid references payee_accounts (account_id),
  constraint bank_code_with_korean_proposal check ((kind = 'kr') = (bank_code is not null)),
  constraint proposal_kept_while_it_waits check ((state = 'waiting') = (account_sealed is not null)),
  constraint proposal_decided_once check ((state = 'waiting') = (decided_at is null)),
  constraint proposal_decided_by_somebody check ((state in ('taken_over', 'refused')) = (decided_by is not null)),
  constraint proposal_refused_with_reason check ((state = 'refused') = (reason is not null)),
  constraint proposal_taken_over_as_account check ((state = 'taken_over') = (account_id is not null))
);
create unique index one_proposal_waiting on account_proposals (payee, currency) where state = 'waiting';
create unique index account_proposals_by_account on account_proposals (account_id) where account_id is not null;
create index account_proposals_by_time on account_proposals (payee, received_at);
