-- no transaction
create index concurrently orders_naming_people on orders (coalesce(people_from, created_at)) where people_forgotten_at is null;
create index concurrently messages_naming_people on messages (created_at) where address <> '';
create index concurrently voice_calls_naming_people on voice_calls (ended_at) where forgotten_at is null;
create index concurrently voice_dials_naming_people on voice_dials (created_at) where phone <> '';
create index concurrently invitations_naming_people on telephone_invitations (expires_at) where phone <> '';
create index concurrently look_ups_naming_people on calls (settled_at) where purpose = 'look_up_member' and forgotten_at is null;
create index concurrently recipient_locales_by_time on recipient_locales (updated_at);
create index concurrently text_dialogues_by_time on text_dialogues (updated_at);
