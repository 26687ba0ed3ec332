alter table certificates
  validate constraint certificate_state_known,
  validate constraint frozen_certificate_has_pin,
  validate constraint frozen_since;
