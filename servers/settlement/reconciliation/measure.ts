import { Gauge, type Registry } from 'prom-client';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import type { SettlementContext } from '../context.ts';

/** The metrics to raise an alarm by: differences that are open, and when each acquirer was last compared to the end. */
export function measureReconciliation(registry: Registry, { db, acquirers }: SettlementContext): void {
  new Gauge({
    name: 'settlement_differences_open',
    help: 'Differences between an acquirer’s list and our book that staff have to look at.',
    labelNames: ['acquirer', 'kind'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { acquirer, kind, open } of await countOpen(db)) this.set({ acquirer, kind }, Number(open));
    },
  });
  new Gauge({
    name: 'reconciliation_last_success_seconds',
    help: 'When an acquirer’s list was last compared to the end, in Unix time; 0 if never.',
    labelNames: ['acquirer'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { name, list } of acquirers.all())
        if (list !== undefined) this.set({ acquirer: name }, (await lastSuccess(db, name)).getTime() / 1_000);
    },
  });
}

async function countOpen(db: Db): Promise<{ acquirer: string; kind: string; open: bigint }[]> {
  const found = await sql<{ acquirer: string; kind: string; open: bigint }>`
    select acquirer, kind, count(*) as open from differences where state = 'open' group by acquirer, kind`.execute(
    db,
  );
  return found.rows;
}

async function lastSuccess(db: Db, acquirer: string): Promise<Date> {
  const found = await sql<{ finished_at: Date | null }>`
    select finished_at from reconciliations
    where acquirer = ${acquirer} and finished_at is not null order by finished_at desc limit 1`.execute(db);
  return found.rows[0]?.finished_at ?? new Date(0);
}
