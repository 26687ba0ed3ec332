-- A use may be taken back in parts. What was taken back before and after stands in the row, so that the constraint
-- holds the rule that no more is taken back than was used.
alter table reversals drop constraint reversals_redemption_id_key;
alter table reversals
  add column part_no integer,
  add column amount_minor bigint constraint reversal_positive check (amount_minor > 0),
  add column reversed_before_minor bigint,
  add column reversed_after_minor bigint,
  add column used_minor bigint,
  add column staff_id uuid,
  add column entry_no bigint,
  add constraint reversal_part_once unique (redemption_id, part_no),
  add constraint reversal_adds_up check (reversed_after_minor = reversed_before_minor + amount_minor),
  add constraint reversal_within_use check (reversed_after_minor <= used_minor),
  add constraint reversal_has_one_author check ((terminal_id is null) <> (staff_id is null));
update reversals v set part_no = 1, amount_minor = r.amount_minor, reversed_before_minor = 0,
  reversed_after_minor = r.amount_minor, used_minor = r.amount_minor, entry_no = e.entry_no
from redemptions r join certificate_entries e using (certificate_id)
where r.redemption_id = v.redemption_id and e.reference_id = v.reversal_id;
alter table reversals
  alter column part_no set not null,
  alter column amount_minor set not null,
  alter column reversed_before_minor set not null,
  alter column reversed_after_minor set not null,
  alter column used_minor set not null,
  alter column entry_no set not null;

-- What management asked to be passed on to settlement, with its signed message; append-only. The order is its own:
-- another operator can't move it.
create table payment_relays (
  call_id uuid primary key references calls (call_id),
  party text not null,
  order_id uuid not null,
  evidence_id uuid not null references signed_messages (message_id),
  at timestamptz not null
);
create index payment_relays_by_order on payment_relays (order_id);

alter table certificates add column cancelled_evidence_id uuid references signed_messages (message_id);
create index certificates_expiring on certificates (expires_at) where state = 'active';
alter table terminal_sessions add column ended_at timestamptz;

-- A confirmed hold names the use that it became.
alter table holds add column redemption_id uuid references redemptions (redemption_id);

create index certificate_entries_by_time on certificate_entries (at);
create index redemptions_by_reference on redemptions (store_id, sale_reference);
