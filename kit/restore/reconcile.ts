import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { readEpoch } from '../journal/epoch.ts';
import type { Logger } from '../log.ts';
import type { Party } from '../signing/index.ts';
import type { RestoreGate } from './restore-gate.ts';

/** `parties`: those that hold what this server may lack. */
export type ReconcileContext = { db: Db; clock: Clock; log: Logger; parties: readonly Party[] };

/**
 * Fetches from one party what this server lacks. It may be called again and again: what was fetched stays, and is not fetched
 * twice. False if the party can't be asked now.
 */
export type Reconcile = (party: Party, lostSince: Date) => Promise<boolean>;

export type Reconciling = {
  /** Since when something may be missing, as the database stands. */
  lostSince: (db: Db, parties: readonly string[]) => Promise<Date>;
  /** Each is done with all parties before the next one. */
  passes: readonly Reconcile[];
  /** What is left to be done once all of that is here. */
  atLast?: () => Promise<void>;
};

/** By this finding people say that a party is not waited for: it is gone, or can't be reached from here. */
export const NOT_ASKED = 'party_not_asked';

/**
 * After a restore: fetches what this server lacks from everybody who holds it, opens the gate, and says so. For a job; returns
 * more than 0 once everything is here.
 */
export async function reconcileAll(
  { db, clock, log, parties }: ReconcileContext,
  gate: RestoreGate,
  { lostSince, passes, atLast }: Reconciling,
): Promise<number> {
  const epoch = await readEpoch(db);
  if (epoch.reconciled_at !== null) return 0;
  await gate.look(db);
  const names = parties.map(({ party }) => party);
  const since = epoch.lost_since ?? (await lostSince(db, names));
  await sql`
    update epochs set lost_since = ${since} where epoch_no = ${epoch.epoch_no} and lost_since is null`.execute(
    db,
  );
  const spared = await sql<{ party: string }>`
    select party from restore_findings where epoch_no = ${epoch.epoch_no} and kind = ${NOT_ASKED}`.execute(
    db,
  );
  const asked = parties.filter(({ party }) => !spared.rows.some((row) => row.party === party));
  for (const reconcile of passes) for (const party of asked) if (!(await reconcile(party, since))) return 0;
  await atLast?.();
  // Those before it were never reconciled, or this one took their place.
  await sql`update epochs set reconciled_at = ${clock()} where reconciled_at is null`.execute(db);
  await gate.look(db);
  log.warn({ epoch_no: String(epoch.epoch_no) }, 'everything is here again that others hold');
  return 1;
}
