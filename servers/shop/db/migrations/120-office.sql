-- The people who work for the brand. An auditor only reads.
alter table staff add constraint staff_role_known check (role in ('owner', 'clerk', 'auditor'));
alter table reversals add constraint reversal_by_known_staff foreign key (staff_id) references staff (staff_id);
create index members_by_name on members (name);
create index certificates_by_last4 on certificates (number_last4);
create index certificates_by_recipient_phone on certificates (recipient_phone);
