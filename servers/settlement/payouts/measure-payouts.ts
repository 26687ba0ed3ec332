import { Gauge, type Registry } from 'prom-client';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { COUNT_WAITING } from './payout.ts';

/** The metrics to raise an alarm by: payouts that wait for staff, and files that nobody has taken to a bank. */
export function measurePayouts(registry: Registry, { db }: { db: Db }): void {
  new Gauge({
    name: 'payouts_waiting',
    help: 'Planned payouts that wait for staff, by what they wait for: an account, or an approval.',
    labelNames: ['for'],
    registers: [registry],
    async collect() {
      const found = await sql<{ accounts: bigint; approvals: bigint }>`${COUNT_WAITING}`.execute(db);
      const { accounts = 0n, approvals = 0n } = found.rows[0] ?? {};
      this.set({ for: 'account' }, Number(accounts));
      this.set({ for: 'approval' }, Number(approvals));
    },
  });
  new Gauge({
    name: 'bank_files_waiting',
    help: 'Files with payouts that nobody has taken to the bank yet.',
    registers: [registry],
    async collect() {
      const found = await sql<{ files: bigint }>`
        select count(*) as files from bank_files where direction = 'to_bank' and taken_at is null`.execute(
        db,
      );
      this.set(Number(found.rows[0]?.files ?? 0n));
    },
  });
}
