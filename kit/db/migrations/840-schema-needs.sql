-- A migration that takes away what processes of an older version use says which migration a version must know to run without it
-- (`-- needs …`, kit/db/migration-files.ts). No foreign key: whoever migrates holds a lock on schema_migrations.
create table schema_needs (
  migration text primary key,
  needs text not null
);
