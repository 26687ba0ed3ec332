-- Codes that prove a phone number before it is a key, for people who are no members. A code is good for one subject and
-- one number: `subject` is the read-back that an offer goes back to, so a corrected recipient needs a code of their own.
create table contact_codes (
  code_id uuid primary key,
  purpose text not null constraint contact_code_purpose_known check (purpose in ('accept_offer')),
  subject text not null,
  phone text not null,
  sent_by text not null constraint contact_code_sent_by_known check (sent_by in ('text', 'call')),
  digest bytea not null,
  attempts integer not null default 0 constraint contact_code_attempts_bounded check (attempts between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index contact_codes_by_subject on contact_codes (purpose, subject, created_at desc);
create index contact_codes_by_expiry on contact_codes (expires_at);
