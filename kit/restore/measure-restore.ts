import { Gauge, type Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { readEpoch } from '../journal/epoch.ts';

/** The metrics of a restore: an alarm is due while the server is closed, and for what could not be had again. */
export function measureRestore(registry: Registry, { db }: { db: Db }): void {
  new Gauge({
    name: 'database_epoch',
    help: 'The epoch of the database: it rises each time that the database was restored from a backup.',
    registers: [registry],
    async collect() {
      const { epoch_no } = await readEpoch(db);
      this.set(Number(epoch_no));
    },
  });
  new Gauge({
    name: 'database_restoring',
    help: '1 while the database lacks what other servers hold, and the server does no business.',
    registers: [registry],
    async collect() {
      const { reconciled_at } = await readEpoch(db);
      this.set(reconciled_at === null ? 1 : 0);
    },
  });
  new Gauge({
    name: 'restore_findings',
    help: 'What could not be had again after the last restore, or does not fit, by kind.',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const found = await sql<{ kind: string; findings: bigint }>`
        select kind, count(*) as findings from restore_findings
        where epoch_no = (select max(epoch_no) from epochs) group by kind`.execute(db);
      this.reset();
      for (const { kind, findings } of found.rows) this.set({ kind }, Number(findings));
    },
  });
}
