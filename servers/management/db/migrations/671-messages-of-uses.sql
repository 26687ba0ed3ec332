-- The entry of its gift's certificate that a message tells of: what it says is read from the books when it is sent, and kept
-- nowhere else. Null where `vars_sealed` has it.
alter table messages add column entry_no bigint;

-- Whoever begins to send such a message says that it knows how. A process of the version before doesn't, and would send
-- nothing: it is kept from beginning. Both are dropped once no such process runs any more.
alter table messages add column reads_entry boolean;
create function messages_bridge() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger messages_bridge before update on messages for each row
  when (old.state = 'due' and new.state = 'sending' and new.entry_no is not null and new.reads_entry is null)
  execute function messages_bridge();
