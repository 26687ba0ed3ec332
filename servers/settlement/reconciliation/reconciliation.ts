import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';

/** One reading of an acquirer's list, and the comparison of it with our book. */
export type Reconciliation = {
  reconciliation_id: string;
  acquirer: string;
  from_at: Date;
  until_at: Date;
  /** Its list is read, then what its payouts pay, then payments are compared. */
  state: 'listing' | 'paying' | 'comparing' | 'done';
  after: string | null;
  pages: number;
  /** How many lines it was the first to hear of. */
  movements: number;
  payout_movement_id: string | null;
  paid_minor: bigint;
  compared_to: string | null;
};

/**
 * What we book in the first or the last hour that is read may be listed in the hour before or after, since no two clocks are the
 * same.
 */
export const MARGIN = '1 hour';

export async function readReconciliation(executor: Executor, id: string): Promise<Reconciliation> {
  const found = await sql<Reconciliation>`
    select reconciliation_id, acquirer, from_at, until_at, state, after, pages, movements, payout_movement_id, paid_minor, compared_to
    from reconciliations where reconciliation_id = ${id}`.execute(executor);
  const [run] = found.rows;
  if (run === undefined) throw new Error(`No reconciliation has the ID ${id}.`);
  return run;
}

/** Keeps how far it has come, for whoever goes on with it. */
export async function saveProgress(tx: Tx, run: Reconciliation, finishedAt: Date | null): Promise<void> {
  const { reconciliation_id, state, after, pages, movements, payout_movement_id, paid_minor, compared_to } =
    run;
  await sql`
    update reconciliations set state = ${state}, after = ${after}, pages = ${pages}, movements = ${movements}, payout_movement_id = ${payout_movement_id},
      paid_minor = ${paid_minor}, compared_to = ${compared_to}, finished_at = ${finishedAt},
      due_at = case when ${finishedAt}::timestamptz is null then due_at end
    where reconciliation_id = ${reconciliation_id}`.execute(tx);
}
