-- A landline is proven by a code that is said in a call to it.
alter table verification_codes
  drop constraint code_channel_known,
  add constraint code_channel_known check (channel in ('sms', 'email', 'voice'));
