-- Uses are written from orders that the statement reads, so none can be of an order that is not there, and orders are never
-- deleted.
alter table certificate_uses drop constraint certificate_uses_order_id_fkey;
