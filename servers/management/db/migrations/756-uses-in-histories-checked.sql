alter table certificate_uses validate constraint history_complete;
