-- Where a store is on a map that the shop chose; without it people are led to a search for its address.
alter table stores add column map_url text;
alter table stores add constraint map_is_https check (map_url ~ '^https://') not valid;
