-- Ends of shifts at terminals: the next begins where the last has ended.
create table till_shifts (
  shift_id uuid primary key,
  terminal_id uuid not null references terminals (terminal_id),
  shift_no integer not null constraint shift_no_positive check (shift_no > 0),
  ended_at timestamptz not null,
  ended_by uuid not null references clerks (clerk_id),
  constraint shift_once unique (terminal_id, shift_no)
);
