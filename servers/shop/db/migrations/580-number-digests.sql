-- Under which version of token_pepper a number is looked up. Null: made before versions were kept.
alter table certificates add column number_digest_key_version text;
