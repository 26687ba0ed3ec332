-- A code belongs to whoever asked for it: somebody else's wrong guesses are not counted on it, and asking again takes
-- away nobody's. `asked_by` is a digest of the request; what concerns one request anyway, such as a registration, has none.
alter table phone_codes
  add column asked_by bytea,
  add column told_by text not null default 'text' constraint code_told_by_known check (told_by in ('text', 'call')),
  drop constraint code_purpose_known,
  add constraint code_purpose_known check (purpose in (
    'unlock', 'registration', 'member_session', 'new_phone', 'hand_over', 'opening', 'clerk_opening'));

-- Wrong PINs no longer lock: guesses are limited instead. A certificate that was locked is opened away from its shop's
-- tills only with a code, until the PIN was right once. failed_attempts, locked_at and lock_told_for are no longer used.
alter table certificates add column code_needed_since timestamptz;
update certificates set code_needed_since = locked_at where locked_at is not null;
update certificates set failed_attempts = 0, locked_at = null, lock_told_for = null
  where failed_attempts > 0 or locked_at is not null;
drop index certificates_lock_untold;

-- Numbers whose PIN was guessed at until there was nothing left to guess with, held or not, so that it takes as long for
-- either. Holders are told; the rows go.
create table guessed_phones (
  phone text primary key,
  at timestamptz not null
);

-- PINs compared, by origin and minute, and how many were wrong; in slots, so that tills don't wait for each other.
create table opening_tallies (
  origin text not null constraint tally_origin_known check (origin in ('till', 'afar', 'line')),
  minute timestamptz not null,
  slot smallint not null,
  compared bigint not null,
  wrong bigint not null,
  primary key (origin, minute, slot),
  constraint wrong_were_compared check (wrong between 0 and compared)
);

-- When many different numbers were tried with wrong PINs, and until when; append-only but for its end.
create table spraying_alarms (
  alarm_id uuid primary key,
  origin text not null constraint alarm_origin_known check (origin in ('till', 'afar', 'line', 'one_pin')),
  compared bigint not null,
  wrong bigint not null,
  raised_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_open_spraying_alarm on spraying_alarms (origin) where ended_at is null;

-- Certificates that staff opened at a till without a PIN; append-only. It is an entry in each certificate's history.
create table clerk_openings (
  opening_id uuid primary key,
  phone text not null,
  terminal_id uuid not null references terminals (terminal_id),
  clerk_id uuid not null,
  proof text not null constraint clerk_opening_proof_known check (
    proof in ('code', 'resident_card', 'driving_licence', 'passport', 'foreigner_card')),
  verification_id uuid not null references verifications (verification_id),
  at timestamptz not null
);
create index clerk_openings_by_time on clerk_openings (at);

alter table certificate_entries
  drop constraint entry_kind_known,
  add constraint entry_kind_known check (kind in (
    'registered', 'redeemed', 'reversed', 'refunded', 'expired', 'extended', 'handed_over', 'opened_by_clerk')),
  drop constraint entry_of_no_value_moves_none,
  add constraint entry_of_no_value_moves_none check (
    kind not in ('extended', 'handed_over', 'opened_by_clerk') or delta_minor = 0);
