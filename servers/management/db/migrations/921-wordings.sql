-- How the operator words messages, by text and language, for one shop's gifts or for all ('').
-- The last version counts; one without a text goes back to the catalogue's.
create table wordings (
  shop_id text not null,
  key text not null,
  locale text not null,
  version integer not null constraint version_counts check (version >= 1),
  wording text,
  published_at timestamptz not null,
  published_by uuid not null references staff (staff_id),
  primary key (shop_id, key, locale, version)
);
create index wordings_by_publisher on wordings (published_by);
