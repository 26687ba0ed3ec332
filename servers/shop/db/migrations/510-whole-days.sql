-- A certificate is valid through its last day, never until a time of day; every shop so far is in Korea. Holders who
-- were told of the day are not told again.
update certificates c set expires_at = r.end_of_day,
  expiry_told_for = case when c.expiry_told_for = c.expires_at then r.end_of_day else c.expiry_told_for end
from (
  select certificate_id,
    (date_trunc('day', expires_at at time zone 'Asia/Seoul') + interval '1 day' - interval '1 millisecond')
      at time zone 'Asia/Seoul' as end_of_day
  from certificates where state in ('registered', 'active')) r
where r.certificate_id = c.certificate_id;

-- For which expiry the holder was told on the last day.
alter table certificates add column last_day_told_for timestamptz;
