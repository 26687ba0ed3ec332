-- Who said that a sale may be reversed that one clerk can't reverse alone, at whose till.
create table reversal_approvals (
  approval_id uuid primary key,
  -- The sale, by the redemption that was chosen of it.
  redemption_id uuid not null,
  terminal_id uuid not null references terminals (terminal_id),
  clerk_id uuid not null references clerks (clerk_id),
  approved_with text not null constraint approval_is_proved check (approved_with in ('pin', 'badge')),
  at timestamptz not null
);

-- Why clerks reversed, and who was the second of them. Reversals from before, and those of the office, have no row.
create table reversal_reasons (
  reversal_id uuid primary key,
  clerk_id uuid not null references clerks (clerk_id),
  reason text constraint reversal_reason_known check (
    reason in ('wrong_amount', 'wrong_certificate', 'goods_returned', 'paid_otherwise', 'other')),
  second_clerk_id uuid references clerks (clerk_id),
  constraint reversal_by_two_people check (second_clerk_id <> clerk_id),
  constraint reversal_reason_says_something check (num_nonnulls(reason, second_clerk_id) > 0)
);
