-- The commission agreed when the certificate was sold: a shop's later terms don't change it. Without one the order is from
-- before, and the shop's terms of its day apply.
alter table orders
  add column commission_bp integer,
  add constraint agreed_commission_is_a_share check (commission_bp between 0 and 10000) not valid;

-- The terms of a shop's earlier days, as far as the audit trail has them: what applied until then.
create table shop_commissions_before (
  shop_id text not null references shops (shop_id),
  until timestamptz not null,
  commission_bp integer not null,
  primary key (shop_id, until)
);
insert into shop_commissions_before (shop_id, until, commission_bp)
select s.shop_id, a.at, (a.subject -> 'before' ->> 'commission_bp')::integer
from audit_trail a join shops s on s.shop_id = a.subject ->> 'subject_id'
where a.action = 'change_shop' and a.subject -> 'before' ? 'commission_bp'
on conflict do nothing;
