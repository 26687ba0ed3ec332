-- What came of the last time that the server compared its books with each other (kit/books/).
create table book_checks (
  check_name text primary key,
  -- Since when it is to be made at all.
  since timestamptz not null,
  next_at timestamptz not null,
  checked_at timestamptz,
  differences text[] not null default '{}'
);
