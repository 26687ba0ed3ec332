-- How the last backups and the last verifications of the cluster that this database is in went, one row a kind, written by
-- `npx seonmul backup`; and when a mark was last set, by which a restored copy shows until when it has everything.
create table backup_outcomes (
  kind text primary key constraint backup_outcome_kind_known check (kind in ('backup', 'verification', 'mark')),
  succeeded_at timestamptz,
  failed_at timestamptz,
  -- What was wrong, as the command said it.
  problem text,
  constraint failed_backup_has_problem check ((failed_at is null) = (problem is null))
);
