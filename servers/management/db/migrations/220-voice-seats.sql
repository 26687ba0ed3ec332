-- Which process takes the calls of which application in Asterisk. `held_until` is in the database's own time.
create table voice_seats (
  seat smallint primary key constraint seat_known check (seat between 1 and 8),
  holder uuid,
  held_until timestamptz not null default '-infinity'
);
insert into voice_seats (seat) select generate_series(1, 8);
