-- A sale's key is not kept in idempotency_keys: the sale is found by an id that is made of it. So that no key is used twice,
-- for a sale and for something else, or by a process of the version before for a sale that is made already, it is refused
-- here. The answer to a refused sale is kept under its key.
create function refuse_key_of_sale() returns trigger language plpgsql as $$
declare
  sale bytea := substring(sha256(convert_to(new.scope, 'UTF8') || '\x00' || convert_to(new.key, 'UTF8')) for 16);
  line bytea;
begin
  sale := set_byte(set_byte(sale, 6, (get_byte(sale, 6) & 15) | 128), 8, (get_byte(sale, 8) & 63) | 128);
  line := substring(sha256(convert_to(encode(sale, 'hex')::uuid::text, 'UTF8') || '\x00' || '0'::bytea) for 16);
  line := set_byte(set_byte(line, 6, (get_byte(line, 6) & 15) | 128), 8, (get_byte(line, 8) & 63) | 128);
  if exists (
    select from journal_ids i join journal j on j.at = i.at and j.seq = i.seq
    where i.fact_id = encode(line, 'hex')::uuid
      and (j.kind <> 'sale_refused' or j.fingerprint is distinct from new.fingerprint))
  then
    raise unique_violation using message = 'The key is that of a sale.', constraint = 'key_of_a_sale';
  end if;
  return new;
end $$;
create trigger refuse_key_of_sale before insert on idempotency_keys for each row
  when (new.scope like 'terminal:%') execute function refuse_key_of_sale();
