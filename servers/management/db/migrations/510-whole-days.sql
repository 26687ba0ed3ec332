-- A shop's days end in its own time zone; every shop so far is in Korea.
alter table shops add column time_zone text not null default 'Asia/Seoul';

-- The days to withdraw a gift count from its delivery, through the end of the last; no buyer loses any of them.
update orders o set refund_until = (date_trunc('day',
    (o.refund_until + greatest(o.deliver_at - o.captured_at, interval '0')) at time zone s.time_zone)
  + interval '1 day' - interval '1 millisecond') at time zone s.time_zone
from shops s
where s.shop_id = o.shop_id and o.refund_until > o.captured_at;
-- Where a shop grants no days there is no time until which.
update orders set refund_until = null where refund_until <= captured_at;
