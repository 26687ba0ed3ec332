-- no transaction
alter table journal validate constraint reversal_has_one_author;
alter table journal validate constraint what_was_not_restored_moves_nothing;
