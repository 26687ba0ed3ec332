import type { Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { readEpoch } from '../journal/epoch.ts';
import { serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';

export const EPOCH = serverGauge(
  'seonmul_database_epoch',
  'The epoch of the database: it rises each time that the database was restored from a backup.',
);
export const RESTORING = serverGauge(
  'seonmul_database_restoring',
  '1 while the database lacks what other servers hold, and the server does no business.',
);
export const RESTORE_FINDINGS = serverGauge(
  'seonmul_restore_findings',
  'What could not be had again after the last restore, or does not fit, by kind, until staff have looked at it.',
  ['kind'],
);

/** How a restore goes: an alarm is due while the server is closed, and for what could not be had again. */
export function measureRestore(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [EPOCH, RESTORING], async (tx) => {
    const { epoch_no, reconciled_at } = await readEpoch(tx);
    return [
      [EPOCH, epoch_no],
      [RESTORING, reconciled_at === null ? 1 : 0],
    ];
  });
  measure(registry, context, [RESTORE_FINDINGS], async (tx) => {
    const found = await sql<{ kind: string; findings: bigint }>`
      select kind, count(*) as findings from restore_findings
      where epoch_no = (select max(epoch_no) from epochs)
        and not exists (select from acknowledged_findings a where a.finding_no = restore_findings.finding_no)
      group by kind`.execute(tx);
    return found.rows.map(({ kind, findings }) => [RESTORE_FINDINGS, findings, { kind }]);
  });
}
