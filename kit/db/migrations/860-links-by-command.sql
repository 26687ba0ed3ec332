-- A link by which somebody chooses a password may be made by whoever runs the server, who is nobody on the staff: then by null.
alter table staff_resets alter column made_by drop not null;
