-- Every request that changes something carries an Idempotency-Key; keys and answers are kept for good.
create table idempotency_keys (
  scope text not null,
  key text not null,
  -- SHA-256 over method, route and body: the same key with another request is refused.
  fingerprint bytea not null,
  -- The id that the request's new thing gets, chosen once, so that a request taken up again makes the same thing.
  resource_id uuid not null,
  claimed_at timestamptz not null,
  -- Until then the process that claimed the key is taken to be at work.
  claimed_until timestamptz not null,
  status integer,
  content_type text,
  body text,
  answered_at timestamptz,
  primary key (scope, key),
  constraint answer_is_whole check (
    (status is null) = (body is null) and (status is null) = (content_type is null) and (status is null) = (answered_at is null)
  )
);
