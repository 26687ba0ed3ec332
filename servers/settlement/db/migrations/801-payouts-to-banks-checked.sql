alter table payouts
  validate constraint payout_state_known,
  validate constraint payout_returned_by_known,
  validate constraint payout_paid_at_known,
  validate constraint payout_return_told,
  validate constraint payout_sent_to_a_bank;
