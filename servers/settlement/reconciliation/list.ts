import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { DifferenceKind } from './compare.ts';
import type { Reconciliation } from './reconciliation.ts';

type RunRow = Pick<Reconciliation, 'reconciliation_id' | 'acquirer' | 'state' | 'pages' | 'movements'> & {
  day: string;
  staff_login: string | null;
  created_at: Date;
  finished_at: Date | null;
};

export type ReconciliationView = Omit<RunRow, 'created_at' | 'finished_at'> & {
  created_at: string;
  finished_at: string | null;
};

/** What was compared, newest first; with `before`, only those begun before that one. */
export async function listReconciliations(
  executor: Executor,
  filter: { reconciliation_id?: string; acquirer?: string; before?: string; limit: number },
): Promise<ReconciliationView[]> {
  const { reconciliation_id, acquirer, before, limit } = filter;
  const conditions = [sql`true`];
  if (reconciliation_id !== undefined) conditions.push(sql`r.reconciliation_id = ${reconciliation_id}`);
  if (acquirer !== undefined) conditions.push(sql`r.acquirer = ${acquirer}`);
  // Ids of nightly ones are made of their day, so they don't sort by time.
  if (before !== undefined)
    conditions.push(sql`(r.created_at, r.reconciliation_id) < (
      select created_at, reconciliation_id from reconciliations where reconciliation_id = ${before})`);
  const found = await sql<RunRow>`
    select r.reconciliation_id, r.acquirer, r.day, r.state, r.pages, r.movements, s.login as staff_login, r.created_at, r.finished_at
    from reconciliations r left join staff s using (staff_id)
    where ${sql.join(conditions, sql` and `)}
    order by r.created_at desc, r.reconciliation_id desc limit ${limit}`.execute(executor);
  return found.rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  }));
}

type DifferenceRow = {
  difference_id: string;
  acquirer: string;
  about: 'charge' | 'refund' | 'charge_back' | 'movement';
  kind: DifferenceKind;
  payment_id: string | null;
  order_id: string | null;
  reference: string | null;
  movement_kind: string | null;
  ours_minor: bigint;
  theirs_minor: bigint;
  currency: string;
  theirs_currency: string;
  state: 'waiting' | 'open' | 'closed';
  found_at: Date;
  closed_at: Date | null;
  closed_because: 'agreed' | 'changed' | 'dismissed' | null;
  dismissed_because: string | null;
};

export type DifferenceView = Omit<DifferenceRow, 'ours_minor' | 'theirs_minor' | 'found_at' | 'closed_at'> & {
  ours_minor: number;
  theirs_minor: number;
  found_at: string;
  closed_at: string | null;
};

/** Differences, newest first; with `before`, only those noted before that one. */
export async function listDifferences(
  executor: Executor,
  filter: {
    difference_id?: string;
    state?: DifferenceRow['state'];
    kind?: DifferenceKind;
    acquirer?: string;
    payment_id?: string;
    before?: string;
    limit: number;
  },
): Promise<DifferenceView[]> {
  const { difference_id, state, kind, acquirer, payment_id, before, limit } = filter;
  const conditions = [sql`true`];
  if (difference_id !== undefined) conditions.push(sql`d.difference_id = ${difference_id}`);
  if (state !== undefined) conditions.push(sql`d.state = ${state}`);
  if (kind !== undefined) conditions.push(sql`d.kind = ${kind}`);
  if (acquirer !== undefined) conditions.push(sql`d.acquirer = ${acquirer}`);
  if (payment_id !== undefined) conditions.push(sql`d.payment_id = ${payment_id}`);
  if (before !== undefined) conditions.push(sql`d.difference_id < ${before}`);
  const found = await sql<DifferenceRow>`
    select d.difference_id, d.acquirer, d.about, d.kind, d.payment_id, p.order_id, m.reference, m.kind as movement_kind, d.ours_minor,
      d.theirs_minor, d.currency, d.theirs_currency, d.state, d.found_at, d.closed_at, d.closed_because, d.dismissed_because
    from differences d left join payments p using (payment_id) left join acquirer_movements m using (movement_id)
    where ${sql.join(conditions, sql` and `)} order by d.difference_id desc limit ${limit}`.execute(executor);
  return found.rows.map((row) => ({
    ...row,
    ours_minor: minorToJson(row.ours_minor),
    theirs_minor: minorToJson(row.theirs_minor),
    found_at: row.found_at.toISOString(),
    closed_at: row.closed_at?.toISOString() ?? null,
  }));
}
