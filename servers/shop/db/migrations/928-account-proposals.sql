-- Bank accounts that this shop wants to be paid to: entered by one person, confirmed by another, sent to settlement, and what
-- became of them there, as settlement told it last.
create table account_proposals (
  proposal_id uuid primary key,
  currency text not null,
  kind text not null constraint proposed_kind_known check (kind in ('iban', 'kr')),
  bank_code text,
  last4 text not null,
  -- Number and holder, until settlement has them or nobody needs them any more.
  account_sealed bytea,
  state text not null constraint proposal_state_known check (state in (
    'entered', 'confirmed', 'withdrawn', 'expired', 'outdated',
    'sent', 'taken_over', 'in_force', 'refused', 'replaced', 'ended', 'forgotten')),
  -- Since when it is in this state.
  since timestamptz not null,
  -- Why settlement refused it, or no longer pays to it.
  reason text,
  entered_by uuid not null references staff (staff_id),
  entered_at timestamptz not null,
  -- Until when a second person may confirm it.
  expires_at timestamptz not null,
  confirmed_by uuid references staff (staff_id),
  confirmed_at timestamptz,
  withdrawn_by uuid references staff (staff_id),
  sent_at timestamptz,
  constraint bank_code_with_korean_proposal check ((kind = 'kr') = (bank_code is not null)),
  constraint proposal_kept_while_needed check ((state in ('entered', 'confirmed')) = (account_sealed is not null)),
  constraint proposal_confirmed_by_another check (confirmed_by <> entered_by),
  constraint proposal_confirmed_by_somebody check ((confirmed_by is null) = (confirmed_at is null)),
  constraint proposal_sent_once_confirmed check (
    confirmed_by is not null or (sent_at is null and state in ('entered', 'withdrawn', 'expired', 'outdated'))),
  constraint proposal_withdrawn_by_somebody check ((state = 'withdrawn') = (withdrawn_by is not null))
);
create unique index one_proposal_open on account_proposals (currency) where state in ('entered', 'confirmed');
create index account_proposals_open on account_proposals (entered_at) where state in ('entered', 'confirmed');
