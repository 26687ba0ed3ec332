-- What members agreed to, by version, and what they no longer agree to. The last row of a document counts.
create table consents (
  consent_id uuid primary key,
  member_id uuid not null references members (member_id) on delete cascade,
  document text not null constraint consent_to_known check (document in ('terms', 'privacy', 'marketing')),
  version integer not null,
  given boolean not null,
  line text not null constraint consent_line_known check (line in ('web', 'phone', 'terminal')),
  at timestamptz not null,
  constraint consents_document_fkey foreign key (document, version) references published_documents (document, version),
  -- Without terms and privacy policy there is no account, so it is closed instead.
  constraint only_marketing_is_withdrawn check (given or document = 'marketing')
);
create index consents_of_member on consents (member_id, document, consent_id);
create index consents_to_version on consents (document, version);
