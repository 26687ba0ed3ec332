-- Payouts that settlement was asked for before a restore, and this database doesn't know. Which uses each was for shows once their
-- shops have told of them again; until then nothing is paid out to that shop.
create table restored_payouts (
  payout_id uuid primary key,
  -- The settlement server that was asked.
  party text not null,
  payee text not null,
  -- As it was asked for.
  body text not null,
  asked_at timestamptz not null,
  -- Once its uses were found, or somebody has to look for them.
  ended_at timestamptz
);
create index restored_payouts_open on restored_payouts (payee) where ended_at is null;
