-- What people have looked at of what a restore left open, and what they say about it. Append-only.
create table acknowledged_findings (
  finding_no bigint primary key references restore_findings (finding_no),
  staff_id uuid not null references staff (staff_id),
  reason text not null constraint finding_reason_given check (reason <> ''),
  at timestamptz not null
);
create index acknowledged_findings_by_staff on acknowledged_findings (staff_id);
