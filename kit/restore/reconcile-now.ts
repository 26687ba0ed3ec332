import type { Clock } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { beginEpoch, readEpoch } from '../journal/epoch.ts';
import { countOpenFindings, keepFinding } from './findings.ts';

/** How often it is tried before somebody has to begin it again. */
const ROUNDS_MAX = 5;
const WAIT_MS = 2_000;

/** What a server lacks that fetches nothing, since nobody else holds it. */
export type Lost = { kind: string; about: string };

/**
 * Notes a restore, before the server starts again. `lost` is what a server that fetches nothing lacks: it is named at once, and the
 * server does business at once.
 */
export async function noteRestored(
  { db, clock }: { db: Db; clock: Clock },
  lost: readonly Lost[] | undefined,
): Promise<void> {
  await beginEpoch(db, { reason: 'restored', isReconciled: lost !== undefined }, clock());
  const { epoch_no } = await readEpoch(db);
  for (const { kind, about } of lost ?? [])
    await keepFinding(db, epoch_no, { kind, party: '', about }, clock());
}

/** Reconciles by command, whether the server runs or not. The process fails if anything is missing or left to be looked at. */
export async function reconcileNow(
  { db }: { db: Db },
  reconcile: () => Promise<number | undefined>,
): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    if ((await readEpoch(db)).reconciled_at !== null) break;
    if (((await reconcile()) ?? 0) > 0) break;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  const { epoch_no, reconciled_at } = await readEpoch(db);
  if (reconciled_at === null || (await countOpenFindings(db, epoch_no)) > 0n) process.exitCode = 1;
}
