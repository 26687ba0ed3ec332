-- Which messages a call was made for, whether or not anybody answered. Append-only.
create table voice_call_messages (
  call_id uuid not null references voice_calls (call_id),
  message_id uuid not null references messages (message_id),
  primary key (call_id, message_id)
);
create index voice_call_messages_by_message on voice_call_messages (message_id);

insert into voice_call_messages (call_id, message_id)
  select o.call_id, m.message_id
  from voice_dial_outcomes o
    join voice_dials d using (dial_id)
    join messages m on m.message_id = d.message_id
      or (d.purpose = 'news' and m.channel = 'voice' and m.address = d.phone and m.created_at <= o.at
        and (m.delivered_at is null or m.delivered_at >= o.at))
  on conflict do nothing;
