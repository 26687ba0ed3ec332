-- Settlement plans a payout, sends it to a bank, and tells when asked whether it was paid or came back.
alter table payouts
  drop constraint payout_state_known,
  add constraint payout_state_known check (
    state in ('asked', 'planned', 'sent', 'paid', 'returned', 'refused')) not valid,
  -- When settlement is asked what became of it.
  add column ask_at timestamptz;
