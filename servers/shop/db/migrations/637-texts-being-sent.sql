-- `sending` is a text that was begun: should its process die there, whether it was sent is unknown, and it is not sent
-- again. An owner that took too long finds another claim here, and changes nothing.
alter table messages
  add column sending_since timestamptz,
  add column sending_claim uuid,
  drop constraint message_state_known,
  add constraint message_state_known check (
    state in ('due', 'sending', 'sent', 'delivered', 'failed', 'unknown')) not valid;
create index messages_begun on messages (sending_since) where state = 'sending';
-- Texts to one phone are sent one after another.
create index messages_unsent on messages (phone, message_id) where state in ('due', 'sending');
-- What one operator is to say, whatever the others have waiting.
create index messages_to_be_said on messages (operator, due_at) where channel = 'voice' and state = 'due';
