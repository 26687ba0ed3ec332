-- A hand-over begins with a code to its holder's own phone, and is open to the other phone once that was entered. Those
-- that are open already stay so.
alter table hand_overs
  drop constraint hand_over_state_known,
  add constraint hand_over_state_known check (state in ('begun', 'open', 'accepted', 'withdrawn')),
  drop constraint hand_over_ended,
  add constraint hand_over_ended check ((state in ('begun', 'open')) = (ended_at is null));
create unique index one_begun_hand_over on hand_overs (certificate_id) where state = 'begun';
create index begun_hand_overs on hand_overs (from_phone) where state = 'begun';
alter table phone_codes
  drop constraint code_purpose_known,
  add constraint code_purpose_known check (purpose in (
    'unlock', 'registration', 'member_session', 'new_phone', 'hand_over_begun', 'hand_over', 'opening', 'clerk_opening'));

-- A new PIN ends what was opened under the old one.
create index verified_certificates_by_certificate on verified_certificates (certificate_id);
