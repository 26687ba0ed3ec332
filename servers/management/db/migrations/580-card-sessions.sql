-- Calls for card sessions kept the session's address, with which a card can be entered for half an hour. They are no longer
-- written down; those that are hold nothing else.
delete from calls where purpose = 'set_up_payment_method';
