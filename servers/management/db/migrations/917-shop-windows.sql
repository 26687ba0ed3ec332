-- What a shop says of itself to buyers, beside what the operator entered: `window_version` is the last version of its own that
-- was taken. The limits are the amounts that the operator entered; null until a shop has chosen others within them.
alter table shops
  add column usage_ko text,
  add column usage_en text,
  add column picture_id text,
  add column window_version integer,
  add column limit_min_minor bigint,
  add column limit_max_minor bigint;

-- Each version that was taken, with the message in which the shop said it.
create table taken_windows (
  shop_id text not null references shops (shop_id),
  version integer not null constraint version_counts check (version >= 1),
  evidence_id uuid not null references signed_messages (message_id),
  taken_at timestamptz not null,
  primary key (shop_id, version)
);
create index taken_windows_by_evidence on taken_windows (evidence_id);

-- When a shop is next asked, and the version that was not taken, with the reason.
create table window_reads (
  shop_id text primary key references shops (shop_id),
  next_at timestamptz not null,
  refused_version integer,
  refused_code text
);
