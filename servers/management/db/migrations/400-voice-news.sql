-- A message may be said by phone. It waits until a call has told it; one call tells a number all that is waiting for it.
alter table messages
  drop constraint message_channel_known,
  add constraint message_channel_known check (channel in ('sms', 'email', 'voice')),
  add column fallback_channel text constraint message_fallback_known check (fallback_channel in ('sms', 'email', 'voice'));
update messages set fallback_channel = case channel when 'sms' then 'email' else 'sms' end
  where fallback_address is not null;
create index messages_to_say on messages (address, message_id) where channel = 'voice' and state = 'due';

-- What a call said. Heard to its end, or not; append-only but for that.
create table voice_tellings (
  call_id uuid not null references voice_calls (call_id),
  message_id uuid not null references messages (message_id),
  begun_at timestamptz not null,
  heard_at timestamptz,
  primary key (call_id, message_id)
);
create index voice_tellings_by_message on voice_tellings (message_id);

-- A number is called about a gift that waits for it, about news, with a code, or by somebody who joins by telephone.
alter table voice_dials
  add column purpose text not null default 'offer'
    constraint dial_purpose_known check (purpose in ('offer', 'news', 'code', 'account')),
  add column message_id uuid references messages (message_id),
  alter column order_id drop not null,
  add constraint dial_has_subject check (
    (purpose = 'offer') = (order_id is not null) and (purpose = 'code') = (message_id is not null));
create unique index one_open_dial_of_news on voice_dials (phone)
  where purpose = 'news' and state in ('due', 'dialling', 'talking');
create unique index one_open_dial_a_code on voice_dials (message_id)
  where purpose = 'code' and state in ('due', 'dialling', 'talking');
create unique index one_open_account_dial on voice_dials (phone)
  where purpose = 'account' and state in ('due', 'dialling', 'talking');

-- Phones whose owners want no calls about uses.
create table phones_not_told_of_uses (
  phone text primary key,
  since timestamptz not null
);
