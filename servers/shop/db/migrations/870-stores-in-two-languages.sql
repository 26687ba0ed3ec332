-- What people who read English are told of a store; where there is nothing, they are told what everybody is.
alter table stores
  add column district_en text,
  add column address_en text,
  add column opening_hours_en text;
