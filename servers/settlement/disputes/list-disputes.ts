import type { Registry } from 'prom-client';
import { sql } from '../../../kit/db/sql.ts';
import type { Db, Executor } from '../../../kit/db/transaction.ts';
import { serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { minorToJson } from '../../../kit/money.ts';

type Row = {
  dispute_id: string;
  payment_id: string;
  order_id: string;
  payee: string;
  acquirer: string;
  acquirer_reference: string;
  state: 'heard' | 'foreign' | 'open' | 'won' | 'lost';
  amount_minor: bigint;
  covered_minor: bigint;
  currency: string;
  reason: string;
  respond_by: Date | null;
  created_at: Date;
};

type DisputeFilter = { state?: Row['state']; payment_id?: string; before?: string; limit: number };

/** Disputes about our payments, whose amount and reason are known, newest first; with `before`, only those from before that one. */
export async function listDisputes(executor: Executor, { state, payment_id, before, limit }: DisputeFilter) {
  const conditions = [sql`d.state in ('open', 'won', 'lost')`];
  if (state !== undefined) conditions.push(sql`d.state = ${state}`);
  if (payment_id !== undefined) conditions.push(sql`d.payment_id = ${payment_id}`);
  if (before !== undefined) conditions.push(sql`d.dispute_id < ${before}`);
  const found = await sql<Row>`
    select d.dispute_id, d.payment_id, p.order_id, p.payee, d.acquirer, d.acquirer_reference, d.state,
      coalesce(d.amount_minor, 0) as amount_minor, d.covered_minor, p.currency, coalesce(d.reason, '') as reason, d.respond_by, d.created_at
    from disputes d join payments p using (payment_id)
    where ${sql.join(conditions, sql` and `)} order by d.dispute_id desc limit ${limit}`.execute(executor);
  return found.rows.map((row) => ({
    ...row,
    amount_minor: minorToJson(row.amount_minor),
    covered_minor: minorToJson(row.covered_minor),
    respond_by: row.respond_by?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }));
}

export const DISPUTES_OPEN = serverGauge(
  'seonmul_disputes_open',
  'Disputes that are open: staff answer them at the acquirer, in time.',
);

export function measureDisputes(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [DISPUTES_OPEN], async (tx) => {
    const found = await sql<{ open: bigint }>`
      select count(*) as open from disputes where state = 'open'`.execute(tx);
    return [[DISPUTES_OPEN, found.rows[0]?.open ?? 0]];
  });
}
