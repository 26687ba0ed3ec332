\set i random(1, :n)
with moved as (
  update certificate_balances set balance_minor = balance_minor - 1, entry_no = entry_no + 1
  where certificate_id = ('00000000-0000-7000-8000-' || lpad(to_hex(:i::bigint), 12, '0'))::uuid
    and balance_minor - held_minor >= 1
  returning certificate_id, balance_minor, entry_no),
entered as (
  insert into certificate_entries
    (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
  select certificate_id, entry_no, 'redeemed', balance_minor + 1, -1, balance_minor, gen_random_uuid(), now() from moved),
told as (
  insert into notices (party, notice_id, kind, content, trace_id, created_at)
  select 'management', gen_random_uuid(), 'certificate_redeemed', jsonb_build_object(
      'certificate_id', certificate_id, 'order_id', certificate_id, 'redemption_id', gen_random_uuid(),
      'amount_minor', 1, 'balance_minor', balance_minor, 'currency', 'KRW',
      'store_id', '01980000-0000-7000-8000-000000000101', 'store_name', '하늘상점 종로점', 'entry_no', entry_no,
      'channel', 'store', 'handed_over', false),
    'bfe2bba5a1a1efb0a0b0f4ad0e8f5a3c', now()
  from moved)
select balance_minor from moved;
