-- Programs have accounts too.
alter table staff drop constraint staff_role_known;
alter table staff add constraint staff_role_known check (role in ('owner', 'clerk', 'auditor', 'service'));
