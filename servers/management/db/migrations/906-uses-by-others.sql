-- Whether somebody other than the recipient held the certificate at a use or reversal. Null where the shop doesn't know, and of
-- what was booked before this, or by a process of before.
alter table certificate_uses add column handed_over boolean;
