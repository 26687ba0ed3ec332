-- What each operator shows buyers of a shop of ours, as it said when it last asked, and between which amounts it lets us sell.
-- `version` is that of our window which it shows; 0 if it shows what it entered itself.
create table shown_shops (
  operator text not null,
  shop_id text not null,
  name_ko text not null,
  name_en text not null,
  currency text not null,
  limit_min_minor bigint not null,
  limit_max_minor bigint not null,
  version integer not null constraint shown_version_counts check (version >= 0),
  description_ko text,
  description_en text,
  usage_ko text,
  usage_en text,
  picture_id text,
  amount_min_minor bigint not null,
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  -- The version that it would not show, and why.
  refused_version integer,
  refused_code text,
  asked_at timestamptz not null,
  primary key (operator, shop_id)
);

-- What we want shown there, in versions: none is changed, the last one counts.
create table shop_windows (
  operator text not null,
  shop_id text not null,
  version integer not null constraint version_counts check (version >= 1),
  description_ko text,
  description_en text,
  -- What a certificate can and can't be used for, in the shop's words.
  usage_ko text,
  usage_en text,
  picture_id text references pictures (picture_id),
  amount_min_minor bigint not null constraint amount_positive check (amount_min_minor > 0),
  amount_max_minor bigint not null,
  suggested_minor bigint[] not null,
  published_at timestamptz not null,
  published_by uuid not null references staff (staff_id),
  primary key (operator, shop_id, version),
  constraint amounts_in_order check (amount_min_minor <= amount_max_minor),
  constraint suggested_within_amounts check (amount_min_minor <= all (suggested_minor) and amount_max_minor >= all (suggested_minor)),
  foreign key (operator, shop_id) references shown_shops (operator, shop_id)
);
create index shop_windows_by_picture on shop_windows (picture_id);
create index shop_windows_by_staff on shop_windows (published_by);
