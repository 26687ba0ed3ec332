alter table orders validate constraint order_dispute_known;
