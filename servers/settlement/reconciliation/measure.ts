import type { Registry } from 'prom-client';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type Sample, serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import type { SettlementContext } from '../context.ts';

export const DIFFERENCES_OPEN = serverGauge(
  'seonmul_settlement_differences_open',
  'Differences between an acquirer’s list and our book that staff have to look at.',
  ['acquirer', 'kind'],
);
export const RECONCILED_AT = serverGauge(
  'seonmul_reconciliation_last_success_timestamp_seconds',
  'When an acquirer’s list was last compared to the end, in Unix time; 0 if never.',
  ['acquirer'],
);

/** Differences that are open, and when each acquirer was last compared to the end. */
export function measureReconciliation(registry: Registry, context: SettlementContext): void {
  measure(registry, context, [DIFFERENCES_OPEN], async (tx) => {
    const found = await sql<{ acquirer: string; kind: string; open: bigint }>`
      select acquirer, kind, count(*) as open from differences where state = 'open' group by acquirer, kind`.execute(
      tx,
    );
    return found.rows.map(({ acquirer, kind, open }) => [DIFFERENCES_OPEN, open, { acquirer, kind }]);
  });
  measure(registry, context, [RECONCILED_AT], async (tx) => {
    const samples: Sample[] = [];
    for (const { name: acquirer, list } of context.acquirers.all())
      if (list !== undefined)
        samples.push([RECONCILED_AT, (await lastSuccess(tx, acquirer)).getTime() / 1_000, { acquirer }]);
    return samples;
  });
}

async function lastSuccess(executor: Executor, acquirer: string): Promise<Date> {
  const found = await sql<{ finished_at: Date | null }>`
    select finished_at from reconciliations
    where acquirer = ${acquirer} and finished_at is not null order by finished_at desc limit 1`.execute(
    executor,
  );
  return found.rows[0]?.finished_at ?? new Date(0);
}
