-- Staff have somebody called who wants to join by telephone, under the name on the document that staff have seen.
-- Append-only; `used_at` is set once, when the number's owner has joined.
create table telephone_invitations (
  invitation_id uuid primary key,
  phone text not null,
  name text not null constraint invitation_has_name check (name ~ '\S'),
  staff_id uuid not null references staff (staff_id),
  created_at timestamptz not null,
  expires_at timestamptz not null constraint invitation_lasts check (expires_at > created_at),
  used_at timestamptz constraint invitation_used_after_creation check (used_at >= created_at)
);
create index open_telephone_invitations on telephone_invitations (phone, created_at) where used_at is null;
