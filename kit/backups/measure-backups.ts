import type { Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';

const KINDS = ['backup', 'verification'] as const;

export const BACKUP_SUCCEEDED_AT = serverGauge(
  'seonmul_backup_succeeded_timestamp_seconds',
  'When the last backup, or verification of one, went well, in Unix time; 0 if none ever did.',
  ['kind'],
);
export const BACKUP_FAILED_AT = serverGauge(
  'seonmul_backup_failed_timestamp_seconds',
  'When a backup, or verification of one, last went wrong, in Unix time; 0 if none ever did.',
  ['kind'],
);
export const BACKUP_FAILING = serverGauge(
  'seonmul_backup_failing',
  '1 while the last backup, or verification of one, went wrong.',
  ['kind'],
);
export const WAL_ARCHIVE_FAILING = serverGauge(
  'seonmul_wal_archive_failing',
  '1 while PostgreSQL could not archive a part of its write-ahead log and has archived none since.',
);

/**
 * When the last backup and the last verification of one went well and went wrong, as `npx seonmul backup` noted it in the
 * database, and whether PostgreSQL can't archive its write-ahead log.
 */
export function measureBackups(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [BACKUP_SUCCEEDED_AT, BACKUP_FAILED_AT, BACKUP_FAILING], async (tx) => {
    const found = await sql<Outcome>`
      select kind, succeeded_at, failed_at from backup_outcomes where kind = any(${[...KINDS]})`.execute(tx);
    const outcomes = new Map(found.rows.map((row) => [row.kind, row]));
    return KINDS.flatMap((kind): Sample[] => {
      const [succeeded, failed] = (['succeeded_at', 'failed_at'] as const).map(
        (at) => (outcomes.get(kind)?.[at]?.getTime() ?? 0) / 1_000,
      );
      return [
        [BACKUP_SUCCEEDED_AT, succeeded ?? 0, { kind }],
        [BACKUP_FAILED_AT, failed ?? 0, { kind }],
        [BACKUP_FAILING, (failed ?? 0) > (succeeded ?? 0) ? 1 : 0, { kind }],
      ];
    });
  });
  measure(registry, context, [WAL_ARCHIVE_FAILING], async (tx) => {
    const found = await sql<{ is_failing: boolean }>`
      select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as is_failing
      from pg_stat_archiver`.execute(tx);
    return [[WAL_ARCHIVE_FAILING, found.rows[0]?.is_failing === true ? 1 : 0]];
  });
}

type Outcome = { kind: string; succeeded_at: Date | null; failed_at: Date | null };
