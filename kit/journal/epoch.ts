import { type Sql, sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { newId } from '../ids.ts';

/** A database's epoch: a new one begins each time that it was restored from a backup. */
export type Epoch = { epoch_no: bigint; epoch_id: string };

export type OwnEpoch = Epoch & {
  reason: 'made' | 'restored' | 'held_by_party';
  party: string | null;
  began_at: Date;
  reconciled_at: Date | null;
  /** From when on something may be missing; null until it is looked for. */
  lost_since: Date | null;
};

/** This database's epoch: the source of a statement. */
export const OWN_EPOCH = sql`(select epoch_no, epoch_id, reconciled_at from epochs order by epoch_no desc limit 1)`;

/** Whether what was written at this moment was there before the last restore: what became of it since may be lost. */
export function isFromBeforeRestore(at: Sql): Sql {
  return sql`exists (select from epochs e where e.reason <> 'made' and e.began_at >= ${at})`;
}

/** Whether everything is here that others hold, after the last restore too. Until then nothing is put in order or told. */
export const IS_RECONCILED = sql`exists (select from ${OWN_EPOCH} own where own.reconciled_at is not null)`;

export async function readEpoch(executor: Executor): Promise<OwnEpoch> {
  const found = await sql<OwnEpoch>`
    select epoch_no, epoch_id, reason, party, began_at, reconciled_at, lost_since from epochs
    order by epoch_no desc limit 1`.execute(executor);
  const [epoch] = found.rows;
  if (epoch === undefined) throw new Error('The database has no epoch.');
  return epoch;
}

/**
 * Begins a new epoch, because the database was restored. Its number is above those before it, and at least `least`: above every
 * one in which this server is known to have told something. What is missing since when stays as it was found, if an epoch
 * before this one is not reconciled.
 */
export async function beginEpoch(
  executor: Executor,
  {
    reason,
    party = null,
    least = 0n,
    isReconciled = false,
    lostSince = null,
  }: Pick<OwnEpoch, 'reason'> & {
    party?: string | null;
    least?: bigint;
    isReconciled?: boolean;
    /** From when on something is known to be missing. */
    lostSince?: Date | null;
  },
  now: Date,
): Promise<void> {
  await sql`
    insert into epochs (epoch_no, epoch_id, began_at, reason, party, lost_since, reconciled_at)
    select greatest(epoch_no + 1, ${least}::bigint), ${newId()}::uuid, ${now}::timestamptz, ${reason}::text,
      ${party}::text, least(${lostSince}::timestamptz, case when reconciled_at is null then lost_since end),
      case when ${isReconciled} then ${now}::timestamptz end
    from epochs order by epoch_no desc limit 1
    on conflict do nothing`.execute(executor);
}
