-- Whether somebody only looked. Null in lines from before, which say it by their action.
alter table audit_trail add column is_reading boolean;
