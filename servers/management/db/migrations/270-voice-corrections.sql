-- Who is named in place of a wrong recipient may have a landline, and is called.
alter table recipient_corrections
  drop constraint correction_channel_known,
  add constraint correction_channel_known check (channel in ('sms', 'email', 'voice')),
  drop constraint correction_is_whole,
  add constraint correction_is_whole check (
    (channel in ('sms', 'voice') and phone is not null) or (channel = 'email' and email is not null));
