import type { Registry } from 'prom-client';
import type { Clock } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { ageSeconds, type Sample, serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { COUNT_WAITING } from './payout.ts';

export const PAYOUTS_WAITING = serverGauge(
  'seonmul_payouts_waiting',
  'Planned payouts that wait for staff, by what they wait for: an account, or an approval.',
  ['for'],
);
export const PAYOUTS_PENDING = serverGauge(
  'seonmul_payouts_pending',
  'Payouts that are not paid yet, by state: planned, or sent to a bank that has not said what became of them.',
  ['state'],
);
export const PAYOUTS_PENDING_AGE = serverGauge(
  'seonmul_payouts_pending_oldest_seconds',
  'How long ago the oldest of these was asked for.',
  ['state'],
);
export const BANK_FILES_WAITING = serverGauge(
  'seonmul_bank_files_waiting',
  'Files with payouts that nobody has taken to the bank yet.',
);

const STATES = ['planned', 'sent'] as const;

/** Payouts that wait, for staff or for a bank. */
export function measurePayouts(registry: Registry, context: { db: Db; clock: Clock }): void {
  measure(registry, context, [PAYOUTS_WAITING], async (tx) => {
    const found = await sql<{ accounts: bigint; approvals: bigint }>`${COUNT_WAITING}`.execute(tx);
    const { accounts = 0n, approvals = 0n } = found.rows[0] ?? {};
    return [
      [PAYOUTS_WAITING, accounts, { for: 'account' }],
      [PAYOUTS_WAITING, approvals, { for: 'approval' }],
    ];
  });
  measure(registry, context, [PAYOUTS_PENDING, PAYOUTS_PENDING_AGE], async (tx) => {
    const found = await sql<{ state: string; payouts: bigint; since: Date }>`
      select state, count(*) as payouts, min(requested_at) as since
      from payouts where state in ('planned', 'sent') group by state`.execute(tx);
    const now = context.clock();
    return STATES.flatMap((state): Sample[] => {
      const of = found.rows.find((row) => row.state === state);
      return [
        [PAYOUTS_PENDING, of?.payouts ?? 0, { state }],
        [PAYOUTS_PENDING_AGE, ageSeconds(of?.since, now), { state }],
      ];
    });
  });
  measure(registry, context, [BANK_FILES_WAITING], async (tx) => {
    const found = await sql<{ files: bigint }>`
      select count(*) as files from bank_files where direction = 'to_bank' and taken_at is null`.execute(tx);
    return [[BANK_FILES_WAITING, found.rows[0]?.files ?? 0]];
  });
}
