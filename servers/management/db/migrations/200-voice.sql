-- Telephone calls. Where a conversation stands and what is said next, so that any process can take the next key, and a
-- restart in mid-call goes on. Never a PIN: of one that was said once a keyed digest waits. Both are emptied at the end.
create table voice_calls (
  call_id uuid primary key,
  line text not null constraint voice_line_known check (line in ('asterisk', 'jambonz', 'twilio', 'sandbox')),
  direction text not null constraint voice_direction_known check (direction in ('in', 'out')),
  -- The line's own name of the call.
  external_id text not null,
  -- Who is at the other end (E.164), as the network says.
  phone text,
  dial_id uuid,
  state jsonb not null,
  turn jsonb not null,
  -- 0 until somebody answers.
  turn_no integer not null constraint turn_no_not_negative check (turn_no >= 0),
  turn_at timestamptz not null,
  -- An input is being worked on since then, under this id, which an order or an acceptance is made by.
  working_since timestamptz,
  effect_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint one_call_an_external_id unique (line, external_id)
);
create index voice_calls_open on voice_calls (turn_at) where ended_at is null;

-- Recipients who are to be called about a gift. Due rows; a process that dials claims one.
create table voice_dials (
  dial_id uuid primary key,
  order_id uuid not null references orders (order_id),
  phone text not null,
  state text not null constraint dial_state_known check (state in ('due', 'dialling', 'talking', 'done', 'given_up')),
  -- The phone's owner asked to be called now, so hours do not matter.
  asked_for boolean not null,
  due_at timestamptz not null,
  call_id uuid,
  claimed_at timestamptz,
  created_at timestamptz not null,
  constraint claimed_by_a_call check ((state in ('dialling', 'talking')) = (call_id is not null))
);
create unique index one_open_dial_a_gift on voice_dials (order_id) where state in ('due', 'dialling', 'talking');
create index voice_dials_due on voice_dials (due_at) where state = 'due';
create index voice_dials_claimed on voice_dials (claimed_at) where state = 'dialling';

-- What came of each attempt; append-only. The plan for the next one is made of it.
create table voice_dial_outcomes (
  call_id uuid primary key,
  dial_id uuid not null references voice_dials (dial_id),
  outcome text not null constraint dial_outcome_known check (
    outcome in ('answered', 'busy', 'declined', 'no_answer', 'unknown_number', 'machine', 'unreachable')),
  at timestamptz not null
);
create index voice_dial_outcomes_by_dial on voice_dial_outcomes (dial_id);

-- Phones whose owners want no calls from us.
create table uncalled_phones (
  phone text primary key,
  since timestamptz not null
);

-- Lines that dial, and when they were last there: the better line takes the calls while it is.
create table voice_lines (
  line text primary key,
  seen_at timestamptz not null
);

-- A recipient may be told by a call: who has a landline, or whose buyer wished so.
alter table orders
  drop constraint recipient_channel_known,
  add constraint recipient_channel_known check (recipient_channel in ('sms', 'email', 'voice')),
  drop constraint recipient_is_whole,
  add constraint recipient_is_whole check (
    recipient_name is null or (recipient_channel in ('sms', 'voice') and recipient_phone is not null)
      or (recipient_channel = 'email' and recipient_email is not null));
