-- What codes, openings and sessions leave is deleted in time order, an opening with what it opened.
alter table verified_certificates drop constraint verified_certificates_verification_id_fkey,
  add constraint verified_certificates_verification_id_fkey
    foreign key (verification_id) references verifications (verification_id) on delete cascade;
create index phone_codes_by_expiry on phone_codes (expires_at);
create index verifications_by_expiry on verifications (expires_at);
create index member_sessions_by_expiry on member_sessions (expires_at);
create index terminal_sessions_by_expiry on terminal_sessions (expires_at);
create index terminal_challenges_by_expiry on terminal_challenges (expires_at);
