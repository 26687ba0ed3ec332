import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import { endLeases, holdLease, type Lease, takeLease } from '../../../kit/lease.ts';
import type { Acquirer } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { compareNext } from './compare-payments.ts';
import { nextPayout, notePayout, type Payout } from './payouts.ts';
import { type Reconciliation, readReconciliation, saveProgress } from './reconciliation.ts';
import { takeMovements } from './take-movements.ts';

/** Of one acquirer one process reads at a time. One that died is waited for this long. */
const LEASE_MS = MINUTE_MS;
/** After so long, or so many steps, somebody else's turn comes. */
const TURN_MS = MINUTE_MS;
const STEPS_MAX = 20;
/** No list is longer; an acquirer that always has another page is at fault. */
const PAGES_MAX = 20_000;

const ACQUIRERS = sql`select distinct acquirer as party from reconciliations where due_at is not null`;

/** Goes on with what was begun. Returns how many have come further. */
export function pollReconciliations(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select reconciliation_id::text as subject_id, due_at from reconciliations
    where acquirer = p.party and due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, ACQUIRERS, due(claim.now)).execute(context.db);
  return eachDue(context, 'reconciliations', find, (_within, { subject_id }) => goOn(context, subject_id));
}

async function goOn(context: SettlementContext, id: string): Promise<boolean> {
  const { db, clock } = context;
  const { acquirer } = await readReconciliation(db, id);
  const mine = { name: `reconciliation of ${acquirer}`, holder: newId() };
  const lease = await takeLease(db, mine, clock(), LEASE_MS);
  if (lease === undefined) return false;
  const endOfTurn = addMs(clock(), TURN_MS);
  try {
    let run = await readReconciliation(db, id);
    for (let steps = 0; steps < STEPS_MAX && run.state !== 'done' && clock() < endOfTurn; steps++)
      run = await step(context, lease, run);
  } finally {
    await endLeases(db, mine.holder);
  }
  return true;
}

/** Asks for one page, outside any transaction, or compares some payments. Whatever a step did is kept with how far it has come. */
async function step(context: SettlementContext, lease: Lease, run: Reconciliation): Promise<Reconciliation> {
  if (run.pages > PAGES_MAX) throw new Error(`The list of ${run.acquirer} has no end.`);
  const acquirer = context.acquirers.named(run.acquirer);
  if (run.state === 'listing') return readList(context, lease, run, acquirer);
  if (run.state === 'paying') return readPaid(context, lease, run, acquirer);
  return underLease(context, lease, async (tx, now) => {
    const compared_to = await compareNext(tx, run, now);
    return compared_to === undefined ? { ...run, state: 'done' } : { ...run, compared_to };
  });
}

async function readList(
  context: SettlementContext,
  lease: Lease,
  run: Reconciliation,
  { list }: Acquirer,
): Promise<Reconciliation> {
  const { from_at: from, until_at: until, after } = run;
  const page = await list?.({ from, until, after });
  if (page?.kind !== 'page') throw new Error(`${run.acquirer} doesn’t answer with its list.`);
  return underLease(context, lease, async (tx, now) => {
    const movements = run.movements + (await takeMovements(tx, run, page.movements, now));
    const further = { ...run, pages: run.pages + 1, movements, after: page.next };
    return page.next === null ? { ...further, state: 'paying' } : further;
  });
}

/** One page of what a payout pays; after the last one, what it comes to. */
async function readPaid(
  context: SettlementContext,
  lease: Lease,
  run: Reconciliation,
  { listPaid }: Acquirer,
): Promise<Reconciliation> {
  const payout = listPaid && (await nextPayout(context.db, run));
  if (listPaid === undefined || payout === undefined)
    return underLease(context, lease, async () => ({ ...run, state: 'comparing', after: null }));
  const page = await listPaid({ payout: payout.reference, after: run.after });
  if (page.kind === 'unknown')
    throw new Error(`${run.acquirer} doesn’t answer what its payout ${payout.reference} pays.`);
  return underLease(context, lease, async (tx, now) => {
    const behind = { ...run, payout_movement_id: payout.movement_id, paid_minor: 0n, after: null };
    if (page.kind === 'not_told') return behind;
    const movements = run.movements + (await takeMovements(tx, run, page.movements, now));
    const paid_minor = run.paid_minor + comesTo(payout, page.movements);
    const further = { pages: run.pages + 1, movements };
    if (page.next !== null) return { ...run, ...further, paid_minor, after: page.next };
    await notePayout(tx, run.acquirer, payout, paid_minor, now);
    return { ...behind, ...further };
  });
}

function comesTo(
  { reference }: Payout,
  movements: readonly { reference: string; amount_minor: bigint; fee_minor: bigint }[],
): bigint {
  return movements
    .filter((movement) => movement.reference !== reference)
    .reduce((sum, { amount_minor, fee_minor }) => sum + amount_minor - fee_minor, 0n);
}

/** In a transaction that nobody else writes beside: does it, and keeps how far it has come. */
function underLease(
  { db, clock }: SettlementContext,
  lease: Lease,
  work: (tx: Tx, now: Date) => Promise<Reconciliation>,
): Promise<Reconciliation> {
  return inTransaction(db, async (tx) => {
    const now = clock();
    await holdLease(tx, lease, now, LEASE_MS);
    const run = await work(tx, now);
    await saveProgress(tx, run, run.state === 'done' ? now : null);
    return run;
  });
}
