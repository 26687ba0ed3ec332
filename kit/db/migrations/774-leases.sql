-- What one process does at a time, and who that is now (kit/lease.ts). The number of each holder is higher than that of the one
-- before, and is compared with each write. Processes of the version before keep to columns of their own in
-- journal_sequencer and inbox_senders; what both lock and compare there, rows and positions, keeps the two apart.
create table leases (
  name text primary key,
  holder uuid,
  leased_until timestamptz not null,
  fence bigint not null
);
insert into leases (name, leased_until, fence) select 'journal_order', '-infinity', fence from journal_sequencer;
