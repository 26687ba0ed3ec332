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

-- The expiry of which the holder was told beforehand. An extension is told of again.
alter table certificates add column expiry_told_for timestamptz;

-- What a caller asks about a store. Plain text, such as `매일 10:00–21:00`.
alter table stores
  add column district text,
  add column address text,
  add column opening_hours text,
  add column phone text;
