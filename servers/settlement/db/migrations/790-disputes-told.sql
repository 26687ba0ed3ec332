-- What a payer is told of the disputes about its payments: each change of one has the next position among the payer's, so that
-- whoever has read up to a position misses none.
create table dispute_positions (
  payer_party text primary key,
  last_position bigint not null
);
alter table disputes
  add column payer_party text,
  add column position bigint;
update disputes d set payer_party = n.payer_party, position = n.position
from (
  select d.dispute_id, p.payer_party, row_number() over (partition by p.payer_party order by d.dispute_id) as position
  from disputes d join payments p using (payment_id) where d.state in ('open', 'won', 'lost')) n
where n.dispute_id = d.dispute_id;
insert into dispute_positions (payer_party, last_position)
select payer_party, max(position) from disputes where position is not null group by payer_party;
