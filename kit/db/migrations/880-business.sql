-- What the owner of a server says of their business, in versions: none is changed, the last one counts.
create table business_details (
  version integer primary key constraint version_counts check (version >= 1),
  name_ko text not null,
  name_en text not null,
  representative text not null,
  registration_number text not null,
  -- Korea: the number of the report as a mail-order business; null where there is no such thing.
  mail_order_number text,
  address_ko text not null,
  address_en text not null,
  telephone text not null,
  email text not null,
  hours_ko text,
  hours_en text,
  privacy_officer text,
  -- Six hexadecimal digits, for what stands out on its pages.
  colour text constraint colour_is_hexadecimal check (colour ~ '^#[0-9a-f]{6}$'),
  logo_id text,
  -- VAT that is part of a price when it is paid, in hundredths of a percent. 0: only what is bought with a certificate is taxed.
  vat_bp integer not null constraint vat_in_bounds check (vat_bp between 0 and 5000),
  published_at timestamptz not null,
  -- Null if it was seeded.
  published_by uuid references staff (staff_id)
);
create index business_details_by_staff on business_details (published_by);

-- Terms and the like, in versions that people agree to.
create table published_documents (
  document text not null constraint document_known check (document in ('terms', 'privacy', 'marketing', 'faq')),
  version integer not null constraint version_counts check (version >= 1),
  text_ko text not null,
  text_en text not null,
  in_force_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid references staff (staff_id),
  primary key (document, version)
);
create index published_documents_by_staff on published_documents (published_by);

-- Pictures by the SHA-256 of their bytes, so that the same one is kept once.
create table pictures (
  picture_id text primary key constraint picture_id_is_digest check (picture_id ~ '^[0-9a-f]{64}$'),
  media_type text not null constraint picture_type_known check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null constraint picture_small check (octet_length(bytes) between 1 and 1048576),
  uploaded_at timestamptz not null,
  uploaded_by uuid references staff (staff_id)
);
create index pictures_by_staff on pictures (uploaded_by);
create index business_details_by_logo on business_details (logo_id);
alter table business_details add constraint business_details_logo_id_fkey foreign key (logo_id) references pictures (picture_id);
