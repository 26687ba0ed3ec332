-- no transaction
-- What was booked in a time, which an acquirer's list of it should have.
create index concurrently acquirer_requests_by_end on acquirer_requests (acquirer, closed_at)
  where state = 'done' and kind <> 'void' and closed_at is not null;
