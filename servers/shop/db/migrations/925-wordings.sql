-- How we word messages, by text and language, in versions: none is changed, the last one counts, and one without a text goes
-- back to the catalogue's. An operator's table is the same and has many shops; here there is one brand, which is ''.
create table wordings (
  shop_id text not null constraint wording_of_one_brand check (shop_id = ''),
  key text not null,
  locale text not null,
  version integer not null constraint version_counts check (version >= 1),
  wording text,
  published_at timestamptz not null,
  published_by uuid not null references staff (staff_id),
  primary key (shop_id, key, locale, version)
);
create index wordings_by_publisher on wordings (published_by);
