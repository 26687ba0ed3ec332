-- Whom a certificate was for before its buyer corrected it, with the signed request that did; append-only.
create table recipient_corrections (
  correction_id uuid primary key,
  certificate_id uuid not null references certificates (certificate_id),
  before_name text not null,
  before_phone text,
  before_email text,
  evidence_id uuid not null references signed_messages (message_id),
  at timestamptz not null
);
create index recipient_corrections_by_certificate on recipient_corrections (certificate_id, at);
