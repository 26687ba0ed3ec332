import { PAYOUTS_PATH } from '../../../contracts/settlement-payouts.ts';
import { type CallContext, calledParties } from '../../../kit/calls/calls.ts';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { mayAsk, noteAnswer } from '../../../kit/due/silent-parties.ts';
import { newId } from '../../../kit/ids.ts';
import { insertEvidence, ONCE } from '../../../kit/signing/evidence.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import { type ManagementContext, settlementName, settlementOf } from '../context.ts';
import { readNews, takePayoutNews } from './payout-news.ts';
import { shopOf } from './shops.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
const UNANSWERED_MS = MINUTE_MS;

/** Asks settlement servers what became of payouts. Returns how many it heard about, since there may be more. */
export function followPayouts(context: ManagementContext): Promise<number> {
  const first = settlementName(context, { settlement: null });
  const due = (now: Date) => sql`
    select o.payout_id::text as subject_id, o.ask_at as due_at from payouts o join shops s using (shop_id)
    where coalesce(s.settlement, ${first}) = p.party and o.ask_at <= ${now}`;
  const find = (claim: Claim) =>
    claimDue(claim, calledParties(context, claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'payout_states', find, (within, { subject_id }) =>
    followPayout(within, subject_id),
  );
}

async function followPayout(
  context: ManagementContext & Pick<CallContext, 'spares_silent'>,
  payoutId: string,
): Promise<boolean> {
  const { db, clock, spares_silent = false } = context;
  const found = await sql<{ shop_id: string }>`
    select shop_id from payouts where payout_id = ${payoutId} and ask_at is not null`.execute(db);
  const [payout] = found.rows;
  if (payout === undefined) return false;
  const party = settlementOf(context, await shopOf(db, payout));
  if (spares_silent && !(await mayAsk(db, party.party, clock()))) return false;
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'GET',
    path: `${PAYOUTS_PATH}/${payoutId}`,
    clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  await noteAnswer(db, party.party, answer, spares_silent, clock());
  if (answer.kind === 'unknown' || answer.status !== 200) {
    await sql`
      update payouts set ask_at = ${addMs(clock(), UNANSWERED_MS)}
      where payout_id = ${payoutId} and ask_at is not null`.execute(db);
    return false;
  }
  const evidence_id = newId();
  await inTransaction(db, async (tx) => {
    const hasMoved = await takePayoutNews(context, tx, payoutId, readNews(answer.json), { evidence_id });
    if (hasMoved) await insertEvidence(answer.evidence, ONCE, evidence_id).execute(tx);
  });
  return true;
}
