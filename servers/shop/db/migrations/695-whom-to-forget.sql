-- no transaction
create index concurrently certificates_naming_people on certificates (coalesce(people_from, registered_at))
  where people_forgotten_at is null;
create index concurrently member_lookups_naming_people on member_lookups (at) where phone <> '';
create index concurrently clerk_openings_naming_people on clerk_openings (at) where phone <> '';
create index concurrently clerk_sessions_by_end on clerk_sessions (ended_at) where ended_at is not null;
