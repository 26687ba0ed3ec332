-- What is still needed of the journal when its months are dropped (770): the history of each certificate until the people in
-- it were forgotten, which is long after nothing was left of it.
create or replace function is_fact_needed(kind text, subject uuid) returns boolean language sql stable as $$
  select exists (
    select from public.certificates c join public.certificate_balances b using (certificate_id)
    where c.certificate_id = subject and (c.people_forgotten_at is null or b.balance_minor > 0))
$$;

-- What moved each certificate, and by how much: its entries, and the sums of those that went with their month.
create view certificate_movements as
select certificate_id, kind, delta_minor from certificate_entries
union all
select subject_id,
  case kind
    when 'certificate_registered' then 'registered'
    when 'certificate_redeemed' then 'redeemed'
    when 'redemption_reversed' then 'reversed'
    when 'certificate_cancelled' then 'refunded'
    when 'certificate_expired' then 'expired'
    else kind
  end,
  delta_minor
from journal_carried where subject_id is not null and last_entry_no is not null;

-- A key whose sale went with its month is still used.
create or replace function refuse_key_of_sale() returns trigger language plpgsql as $$
declare
  sale bytea := substring(sha256(convert_to(new.scope, 'UTF8') || '\x00' || convert_to(new.key, 'UTF8')) for 16);
  line bytea;
begin
  sale := set_byte(set_byte(sale, 6, (get_byte(sale, 6) & 15) | 128), 8, (get_byte(sale, 8) & 63) | 128);
  line := substring(sha256(convert_to(encode(sale, 'hex')::uuid::text, 'UTF8') || '\x00' || '0'::bytea) for 16);
  line := set_byte(set_byte(line, 6, (get_byte(line, 6) & 15) | 128), 8, (get_byte(line, 8) & 63) | 128);
  if exists (
    select from journal_ids i left join journal j on j.at = i.at and j.seq = i.seq
    where i.fact_id = encode(line, 'hex')::uuid
      and (j.kind is distinct from 'sale_refused' or j.fingerprint is distinct from new.fingerprint))
  then
    raise unique_violation using message = 'The key is that of a sale.', constraint = 'key_of_a_sale';
  end if;
  return new;
end $$;
