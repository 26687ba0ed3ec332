import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** A database's epoch: a new one begins each time that it was restored from a backup. */
export type Epoch = { epoch_no: bigint; epoch_id: string };

/** This database's epoch: the source of a statement. */
export const OWN_EPOCH = sql`(select epoch_no, epoch_id from epochs order by epoch_no desc limit 1)`;

export async function readEpoch(executor: Executor): Promise<Epoch> {
  const found = await sql<Epoch>`select epoch_no, epoch_id from ${OWN_EPOCH} own`.execute(executor);
  const [epoch] = found.rows;
  if (epoch === undefined) throw new Error('The database has no epoch.');
  return epoch;
}
