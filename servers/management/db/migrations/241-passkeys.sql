-- Passkeys (W3C Web Authentication): a member logs in by a key that does not leave their device, beside the password.
create table passkeys (
  passkey_id uuid primary key,
  member_id uuid not null references members (member_id),
  -- As the authenticator named it; base64url.
  credential_id text not null unique,
  public_key bytea not null,
  -- Grows with each use, so that a copy is noticed. Those that are kept in step over several devices stay at 0.
  sign_count bigint not null constraint sign_count_not_negative check (sign_count >= 0),
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkeys_by_member on passkeys (member_id) where removed_at is null;

-- What a device is to sign, good once. Nobody is logged in yet who asks for one to log in with.
create table passkey_challenges (
  challenge_digest bytea primary key,
  member_id uuid references members (member_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index passkey_challenges_by_expiry on passkey_challenges (expires_at);
