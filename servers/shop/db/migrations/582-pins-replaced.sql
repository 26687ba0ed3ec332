-- When the holder chose another PIN: browsers that were known before are not known any more.
alter table certificates add column pin_replaced_at timestamptz;
