-- A holder may have only a landline: what the shop tells them is said by the phone line of their operator. What a message
-- says is encrypted until it was sent. `text` holds the texts that an earlier version queued.
alter table messages
  alter column text set default '',
  add column channel text not null default 'sms' constraint message_channel_known check (channel in ('sms', 'voice')),
  add column content_sealed bytea,
  add column operator text,
  add column expires_at timestamptz,
  add column problem text,
  add constraint spoken_message_is_whole check (
    channel = 'sms' or (operator is not null and expires_at is not null));

-- The lock, and the coming expiry, that the holder was told of; each later one is told of again. Nobody is told of locks
-- from before.
alter table certificates
  add column lock_told_for timestamptz,
  add column expiry_told_for timestamptz;
update certificates set lock_told_for = locked_at where locked_at is not null;
create index certificates_lock_untold on certificates (certificate_id)
  where state = 'active' and locked_at is not null and lock_told_for is distinct from locked_at;

-- What a caller asks about a store. Plain text, such as `매일 10:00–21:00`.
alter table stores
  add column district text,
  add column address text,
  add column opening_hours text,
  add column phone text;
