import type { Registry } from 'prom-client';
import { sql } from '../../../kit/db/sql.ts';
import type { Db, Executor } from '../../../kit/db/transaction.ts';
import { serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { DisputeDoubt } from './check-dispute.ts';
import type { GiftState } from './gift-states.ts';

type Row = {
  told_by: string;
  dispute_id: string;
  payment_id: string;
  state: 'open' | 'won' | 'lost';
  amount_minor: bigint;
  currency: string;
  reason: string;
  respond_by: Date | null;
  doubt: DisputeDoubt | null;
  evidence_id: string;
  heard_at: Date;
  changed_at: Date;
};
type GiftRow = {
  order_id: string;
  payment_id: string;
  state: GiftState;
  cancelled_minor: bigint;
  code: string | null;
};

export const DISPUTE_PARTS = ['open', 'won', 'lost', 'doubtful'] as const;
type DisputePart = (typeof DISPUTE_PARTS)[number];

const GIFTS_MAX = 2_000;

/** Disputes, newest first; with `before`, only those from before that one. */
export async function listDisputes(
  executor: Executor,
  { part, before, limit }: { part?: DisputePart | undefined; before?: string | undefined; limit: number },
) {
  const conditions = [sql`true`];
  if (part === 'doubtful') conditions.push(sql`d.doubt is not null`);
  else if (part !== undefined) conditions.push(sql`d.state = ${part} and d.doubt is null`);
  if (before !== undefined) conditions.push(sql`d.dispute_id < ${before}`);
  const found = await sql<Row>`
    select d.told_by, d.dispute_id, d.payment_id, d.state, d.amount_minor, d.currency, d.reason, d.respond_by, d.doubt,
      d.evidence_id, d.heard_at, d.changed_at
    from disputes d where ${sql.join(conditions, sql` and `)}
    order by d.dispute_id desc limit ${limit}`.execute(executor);
  const gifts = await giftsOf(
    executor,
    found.rows.map(({ payment_id }) => payment_id),
  );
  return found.rows.map(({ respond_by, doubt, ...row }) => {
    const own = doubt === null ? (gifts.get(row.payment_id) ?? []) : [];
    const covered = own.reduce((sum, { cancelled_minor }) => sum + cancelled_minor, 0n);
    const lost = row.state === 'lost' && doubt === null ? row.amount_minor - covered : 0n;
    return {
      ...row,
      amount_minor: minorToJson(row.amount_minor),
      uncovered_minor: minorToJson(lost > 0n ? lost : 0n),
      ...(respond_by === null ? {} : { respond_by: respond_by.toISOString() }),
      ...(doubt === null ? {} : { doubt }),
      heard_at: row.heard_at.toISOString(),
      changed_at: row.changed_at.toISOString(),
      gifts: own.map(({ order_id, state, cancelled_minor, code }) => ({
        order_id,
        state,
        cancelled_minor: minorToJson(cancelled_minor),
        ...(code === null ? {} : { code }),
      })),
    };
  });
}

async function giftsOf(executor: Executor, paymentIds: readonly string[]): Promise<Map<string, GiftRow[]>> {
  const found = await sql<GiftRow>`
    select order_id, payment_id, state, cancelled_minor, code from disputed_gifts
    where payment_id = any(${paymentIds}::uuid[]) order by order_id limit ${GIFTS_MAX}`.execute(executor);
  return Map.groupBy(found.rows, ({ payment_id }) => payment_id);
}

/** Lists that can't be read, and since when. */
export async function listUnread(executor: Executor) {
  const found = await sql<{ party: string; failing_since: Date; problem: string }>`
    select party, failing_since, problem from dispute_lists
    where failing_since is not null and problem is not null order by failing_since, party`.execute(executor);
  return found.rows.map((row) => ({ ...row, failing_since: row.failing_since.toISOString() }));
}

export const GIFT_DISPUTES = serverGauge(
  'seonmul_gift_disputes',
  'Disputes about payments for gifts: open, doubtful (open, and contradicting our own orders), refund_refused (covers that settlement refused) and list_unread (parties whose list can’t be read).',
  ['what'],
);

export function measureDisputes(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [GIFT_DISPUTES], async (tx) => {
    const found = await sql<{ open: bigint; doubtful: bigint; refund_refused: bigint; list_unread: bigint }>`
      select
        (select count(*) from disputes where state = 'open' and doubt is null) as open,
        (select count(*) from disputes where state = 'open' and doubt is not null) as doubtful,
        (select count(*) from disputed_gifts where state = 'refund_refused') as refund_refused,
        (select count(*) from dispute_lists where failing_since is not null) as list_unread`.execute(tx);
    return Object.entries(found.rows[0] ?? {}).map(([what, disputes]) => [GIFT_DISPUTES, disputes, { what }]);
  });
}
