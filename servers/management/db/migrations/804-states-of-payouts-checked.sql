alter table payouts validate constraint payout_state_known;
