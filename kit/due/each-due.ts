import { addMs, MINUTE_MS } from '../clock.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { newId } from '../ids.ts';
import { type Chosen, type Claim, type Claimed, release } from './claims.ts';
import { type DueContext, recordFailure } from './failing-work.ts';

/** Within a job nobody waits for an answer, so a party that is silent is asked only now and then. */
export type WithinJob<Context> = Context & { readonly spares_silent: true };

/**
 * Longer than everything done for one subject, its calls included. Whoever takes longer is overtaken; then the work itself,
 * which looks under its lock whether it is still due, keeps the two apart.
 */
const CLAIM_MS = 3 * MINUTE_MS;
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
  const rounds = await Promise.allSettled(
    [...byParty.values()].map((due) => workThrough(context, claim, due, work)),
  );
  let did = 0;
  for (const round of rounds) {
    if (round.status === 'rejected') throw round.reason;
    did += round.value;
  }
  return did;
}

/** While all that was chosen was claimed by others at the same moment, there may be more: it is looked again. */
async function claimSome(
  claim: Claim,
  find: (claim: Claim) => Promise<{ rows: Chosen[] }>,
): Promise<Claimed[]> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await find(claim);
    const ours = rows.filter(({ is_ours }) => is_ours);
    if (ours.length > 0 || rows.length === 0 || attempt === ATTEMPTS_MAX) return ours;
  }
}

/** One party's share of a round. Its claims end with it, so another party that takes long holds up none of them. */
async function workThrough<Context extends DueContext>(
  context: Context,
  claim: Claim,
  due: readonly Claimed[],
  work: (within: WithinJob<Context>, due: Claimed) => Promise<unknown>,
): Promise<number> {
  const within = { ...context, spares_silent: true } as const;
  const waiting = [...due];
  const succeeded: string[] = [];
  let did = 0;
  const workOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // The rest is another round's by now.
      if (context.clock() >= claim.until) return;
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
