import { addMs, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { newId } from '../ids.ts';
import { note, ofThisProcess } from '../metrics/count.ts';
import { processGauge } from '../metrics/definition.ts';
import { type Chosen, type Claim, type Claimed, release, renew } from './claims.ts';
import { type DueContext, recordFailure } from './failing-work.ts';

/** Within a job nobody waits for an answer, so a party that is silent is asked only now and then. */
export type WithinJob<Context> = Context & { readonly spares_silent: true };

/** After so long without a sign of its process, a claim is for another round to take. It is renewed while its process works. */
const CLAIM_MS = 15 * SECOND_MS;
const RENEW_MS = 5 * SECOND_MS;
/**
 * Longer than everything done for one subject, its calls included. Whoever takes longer is overtaken; then the work itself,
 * which looks under its lock whether it is still due, keeps the two apart.
 */
const WORK_MS_MAX = 3 * MINUTE_MS;
export const WORK_LATE = ofThisProcess(
  processGauge(
    'seonmul_work_late_seconds',
    'For how long the oldest was due of what a job’s last round found due, by job; 0 if it found nothing.',
    ['job_name'],
  ),
);

/** Of one party, and in one round. */
const AT_ONCE = 8;
/** How often a round chooses when others are faster each time. */
const ATTEMPTS_MAX = 5;

/**
 * One round of a job: claims what is due (`claimDue`, `claimUnparted`) and works on it, all parties at once and a few of
 * each. What it fails at is tried again later and later and at last left to staff (`failing-work.ts`). Returns how much was
 * done, without failures and without what `work` returns false for. Throws while the database is unavailable, which is
 * no subject's fault.
 */
export async function eachDue<Context extends DueContext>(
  context: Context,
  job: string,
  find: (claim: Claim) => Promise<{ rows: Chosen[] }>,
  work: (within: WithinJob<Context>, due: Claimed) => Promise<unknown>,
): Promise<number> {
  const now = context.clock();
  const claim: Claim = { job, claim_id: newId(), now, until: addMs(now, CLAIM_MS) };
  const byParty = Map.groupBy(await claimSome(claim, find), ({ party }) => party);
  const held = { until: claim.until };
  const renewal = setInterval(() => renewClaim(context, claim, held), RENEW_MS);
  const rounds = await Promise.allSettled(
    [...byParty.values()].map((due) => workThrough(context, claim, held, due, work)),
  ).finally(() => clearInterval(renewal));
  let did = 0;
  for (const round of rounds) {
    if (round.status === 'rejected') throw round.reason;
    did += round.value;
  }
  return did;
}

/** Until when a round's claims are its own. */
type Held = { until: Date };

/** Says that this process is still at work. */
async function renewClaim({ db, clock }: DueContext, claim: Claim, held: Held): Promise<void> {
  const now = clock();
  const until = new Date(Math.min(+addMs(now, CLAIM_MS), +addMs(claim.now, WORK_MS_MAX)));
  const isRenewed = await renew(db, claim, until, now).catch(() => false);
  if (isRenewed) held.until = until;
}

/** While all that was chosen was claimed by others at the same moment, there may be more: it is looked again. */
async function claimSome(
  claim: Claim,
  find: (claim: Claim) => Promise<{ rows: Chosen[] }>,
): Promise<Claimed[]> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await find(claim);
    // What was never done is due, but not late: PostgreSQL's `-infinity` arrives as a number.
    const since = rows.flatMap(({ due_at }) => (due_at instanceof Date ? [due_at.getTime()] : []));
    note(WORK_LATE, { job_name: claim.job }, (+claim.now - Math.min(+claim.now, ...since)) / 1_000);
    const ours = rows.filter(({ is_ours }) => is_ours);
    if (ours.length > 0 || rows.length === 0 || attempt === ATTEMPTS_MAX) return ours;
  }
}

/** One party's share of a round. Its claims end with it, so another party that takes long holds up none of them. */
async function workThrough<Context extends DueContext>(
  context: Context,
  claim: Claim,
  held: Readonly<Held>,
  due: readonly Claimed[],
  work: (within: WithinJob<Context>, due: Claimed) => Promise<unknown>,
): Promise<number> {
  const within = { ...context, spares_silent: true } as const;
  const waiting = [...due];
  const succeeded: string[] = [];
  let did = 0;
  const workOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // The rest is another round's by now, or another process's in a moment.
      if (context.clock() >= held.until || context.finishing?.aborted === true) return;
      try {
        if ((await work(within, next)) !== false) did += 1;
        succeeded.push(next.subject_id);
      } catch (error) {
        if (isDatabaseUnavailable(error)) throw error;
        await recordFailure(context, claim, next, error);
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, workOn));
  const unavailable = lanes.find((lane) => lane.status === 'rejected');
  if (unavailable !== undefined) throw unavailable.reason;
  await release(
    context.db,
    claim,
    due.map(({ subject_id }) => subject_id),
    succeeded,
  );
  return did;
}
