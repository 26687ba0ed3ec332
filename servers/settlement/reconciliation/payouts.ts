import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { noteDifference } from './differences.ts';
import type { Reconciliation } from './reconciliation.ts';

/** What an acquirer paid to our bank account. */
export type Payout = { movement_id: string; reference: string; paid_minor: bigint; currency: string };

/** The next one that this reading was the first to hear of, behind the last that was looked at. */
export async function nextPayout(
  executor: Executor,
  { reconciliation_id, payout_movement_id }: Reconciliation,
): Promise<Payout | undefined> {
  const behind = payout_movement_id === null ? sql`true` : sql`movement_id > ${payout_movement_id}`;
  const found = await sql<Payout>`
    select movement_id, reference, -amount_minor as paid_minor, currency from acquirer_movements
    where reconciliation_id = ${reconciliation_id} and kind = 'payout' and amount_minor < 0 and ${behind}
    order by movement_id limit 1`.execute(executor);
  return found.rows[0];
}

/** Notes a payout of another amount than what it is said to pay comes to. */
export async function notePayout(
  tx: Tx,
  acquirer: string,
  { movement_id, paid_minor, currency }: Payout,
  listedMinor: bigint,
  now: Date,
): Promise<void> {
  if (paid_minor === listedMinor) return;
  const about = { acquirer, about: 'movement', movement_id, payment_id: null };
  const amounts = { ours_minor: listedMinor, theirs_minor: paid_minor };
  const currencies = { currency, theirs_currency: currency };
  await noteDifference(
    tx,
    { ...about, ...amounts, ...currencies, kind: 'payout_differs', may_be_late: false },
    now,
  );
}
