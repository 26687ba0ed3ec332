-- Public keys of the servers that were ever permitted. Never deleted, or old evidence could not be checked.
create table party_keys (
  keyid text primary key,
  party text not null,
  public_jwk jsonb not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  first_seen_at timestamptz not null
);

-- Nonces of requests that are recent enough to be played again; older ones are refused for their age.
create table peer_nonces (
  keyid text not null,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (keyid, nonce)
);
create index peer_nonces_by_expiry on peer_nonces (expires_at);

-- What other servers said, as they signed it: each stands with the entry that it caused.
create table signed_messages (
  message_id uuid primary key,
  direction text not null constraint message_direction_known check (direction in ('received_request', 'received_response')),
  party text not null,
  keyid text not null references party_keys (keyid),
  method text not null,
  target_uri text not null,
  status integer,
  headers jsonb not null,
  -- For a response: the headers of our request that its signature is bound to, so that it can be checked alone.
  request_headers jsonb,
  body bytea not null,
  received_at timestamptz not null,
  constraint response_has_status check ((direction = 'received_response') = (status is not null and request_headers is not null))
);
