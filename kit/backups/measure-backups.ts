import { Gauge, type Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';

const KINDS = ['backup', 'verification'] as const;

/**
 * The metrics to raise alarms by: when the last backup and the last verification of one went well and went wrong, as
 * `npx seonmul backup` noted it in the database, and whether PostgreSQL can't archive its write-ahead log.
 */
export function measureBackups(registry: Registry, { db }: { db: Db }): void {
  const moment = (name: string, help: string, column: 'succeeded_at' | 'failed_at') =>
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [registry],
      async collect() {
        const outcomes = await readOutcomes(db);
        for (const kind of KINDS) this.set({ kind }, (outcomes.get(kind)?.[column]?.getTime() ?? 0) / 1000);
      },
    });
  moment(
    'seonmul_backup_succeeded_timestamp_seconds',
    'When the last backup, or verification of one, went well; 0 if none ever did.',
    'succeeded_at',
  );
  moment(
    'seonmul_backup_failed_timestamp_seconds',
    'When a backup, or verification of one, last went wrong; 0 if none ever did.',
    'failed_at',
  );
  new Gauge({
    name: 'seonmul_wal_archive_failing',
    help: '1 while PostgreSQL could not archive a part of its write-ahead log and has archived none since.',
    registers: [registry],
    async collect() {
      const found = await sql<{ is_failing: boolean }>`
        select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as is_failing
        from pg_stat_archiver`.execute(db);
      this.set(found.rows[0]?.is_failing === true ? 1 : 0);
    },
  });
}

type Outcome = { kind: string; succeeded_at: Date | null; failed_at: Date | null };

async function readOutcomes(db: Db): Promise<Map<string, Outcome>> {
  const found = await sql<Outcome>`select kind, succeeded_at, failed_at from backup_outcomes`.execute(db);
  return new Map(found.rows.map((row) => [row.kind, row]));
}
