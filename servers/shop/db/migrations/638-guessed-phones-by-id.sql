-- What a job fails at is logged and shown by its id, which must not be a phone number.
alter table guessed_phones add column guess_id uuid not null default gen_random_uuid();
create unique index guessed_phones_by_id on guessed_phones (guess_id);
