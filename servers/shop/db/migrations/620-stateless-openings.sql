-- What opens certificates is a sealed token that carries them, each with the version of its PIN; nothing is stored any
-- more. verifications and verified_certificates stay for processes of the version before, until a later migration.
alter table certificate_balances add column pin_version integer not null default 0;

-- Processes of the version before don't count a PIN up that they replace. Dropped with the tables.
create function count_pin_up_bridge() returns trigger language plpgsql as $$
begin
  update certificate_balances set pin_version = pin_version + 1 where certificate_id = new.certificate_id;
  return null;
end $$;
create trigger count_pin_up_bridge after update of phone, pin_replaced_at on certificates for each row
  when (old.phone is distinct from new.phone or old.pin_replaced_at is distinct from new.pin_replaced_at)
  execute function count_pin_up_bridge();

-- Which certificates a clerk opened stands with the opening, and no longer in verified_certificates, whose rows go after a
-- day; the reference to verifications kept those from going.
alter table clerk_openings add column certificate_ids uuid[] not null default '{}', alter column verification_id drop not null,
  drop constraint clerk_openings_verification_id_fkey;
update clerk_openings o set certificate_ids = v.certificate_ids
from (select verification_id, array_agg(certificate_id order by certificate_id) as certificate_ids
  from verified_certificates group by verification_id) v
where v.verification_id = o.verification_id;
create function name_opened_bridge() returns trigger language plpgsql as $$
begin
  new.certificate_ids := array(select certificate_id from verified_certificates
    where verification_id = new.verification_id order by certificate_id);
  return new;
end $$;
create trigger name_opened_bridge before insert on clerk_openings for each row
  when (new.verification_id is not null) execute function name_opened_bridge();
