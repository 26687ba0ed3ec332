import { addMs, HOUR_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { type OwnEpoch, readEpoch } from '../journal/epoch.ts';
import type { Logger } from '../log.ts';
import type { Party } from '../signing/index.ts';
import type { AskContext } from './held-by-party.ts';
import type { RestoreGate } from './restore-gate.ts';
import { lastCommonRange } from './restore-stream.ts';

/** `parties`: those that this server tells. */
export type ReconcileContext = AskContext & { db: Db; log: Logger; parties: readonly Party[] };

/**
 * Fetches from one party what this server lacks. It may be called again and again: what was fetched stays, and is not fetched
 * twice. False if the party can't be asked now.
 */
export type Reconcile = (party: Party, lostSince: Date) => Promise<boolean>;

/** Clocks of two servers differ, and a call is settled after it is made. */
const MARGIN_MS = HOUR_MS;
const BEGINNING = new Date(0);

/**
 * After a restore: fetches what this server lacks from everybody whom it tells, opens the gate, and says so. For a job; returns
 * more than 0 once everything is here.
 */
export async function reconcileAll(
  context: ReconcileContext,
  gate: RestoreGate,
  reconcile: Reconcile,
): Promise<number> {
  const { db, clock, log, parties } = context;
  const epoch = await readEpoch(db);
  if (epoch.reconciled_at !== null) return 0;
  await gate.look(db);
  const lostSince = epoch.lost_since ?? (await findLostSince(context, epoch));
  for (const party of parties) if (!(await reconcile(party, lostSince))) return 0;
  // Those before it were never reconciled, or this one took their place.
  await sql`update epochs set reconciled_at = ${clock()} where reconciled_at is null`.execute(db);
  await gate.look(db);
  log.warn({ epoch_no: String(epoch.epoch_no) }, 'everything is here again that others hold');
  return 1;
}

/** Something may be missing since the last range that each party and this server both have. */
async function findLostSince({ db, parties }: ReconcileContext, { epoch_no }: OwnEpoch): Promise<Date> {
  let since = BEGINNING;
  for (const [at, { party }] of parties.entries()) {
    const range_no = await lastCommonRange(db, party);
    const found = await sql<{ until_at: Date }>`
      select until_at from journal_ranges where party = ${party} and range_no = ${range_no}`.execute(db);
    const until = found.rows[0] === undefined ? BEGINNING : addMs(found.rows[0].until_at, -MARGIN_MS);
    since = at === 0 || until < since ? until : since;
  }
  await sql`update epochs set lost_since = ${since} where epoch_no = ${epoch_no}`.execute(db);
  return since;
}
