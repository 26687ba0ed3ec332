-- Whoever opens a certificate without its PIN is one of the clerks.
alter table clerk_openings
  add constraint clerk_opening_by_known_clerk foreign key (clerk_id) references clerks (clerk_id);
create index clerk_openings_by_verification on clerk_openings (verification_id);
