import type { Payout } from '../../../contracts/settlement-payouts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { bookReturned } from './book-payout.ts';
import { APPROVAL_COUNTS, lockPayout, type PayoutRow, payoutAnswer, payoutFact } from './payout.ts';

export const APPROVE_PAYOUT_REFUSALS = refusals(
  'payout_not_found',
  'wrong_state', // it needs no approval, or is on its way
  'other_person_needed', // whoever approved it before
);
export const REFUSE_PAYOUT_REFUSALS = refusals(
  'payout_not_found',
  'wrong_state', // it is on its way, or has come to an end
);

type Context = Pick<SettlementContext, 'clock'>;

/**
 * One of the people whom a payout above the limit needs. Who approved it before its payee had the account that is paid to now
 * approves it again.
 */
export async function approvePayout(
  { clock }: Context,
  tx: Tx,
  staff_id: string,
  payoutId: string,
): Promise<Result<Payout & { approvals: number }, RefusalOf<typeof APPROVE_PAYOUT_REFUSALS>>> {
  const found = await lockWaiting(tx, payoutId);
  if (!found.ok) return found;
  const payout = found.value;
  const before = await sql<{ staff_id: string }>`
    select a.staff_id from payout_approvals a join payouts p using (payout_id)
    where payout_id = ${payoutId} and ${APPROVAL_COUNTS}`.execute(tx);
  if (before.rows.length >= payout.approvals_needed) return refuse('wrong_state');
  if (before.rows.some((approval) => approval.staff_id === staff_id)) return refuse('other_person_needed');
  const now = clock();
  const fact = payoutFact(payout, 'approved', now, { staff_id });
  const fact_id = derivedId('payout_approved', payoutId, staff_id, now.toISOString());
  await sql`
    with ${factParts({ ...fact, fact_id })}
    insert into payout_approvals (payout_id, staff_id, at) values (${payoutId}, ${staff_id}, ${now})
    on conflict (payout_id, staff_id) do update set at = excluded.at`.execute(tx);
  return done({ ...payoutAnswer(payout), approvals: before.rows.length + 1 });
}

/** Staff may refuse a payout until it is given to the bank, with a reason that stays on record. */
export async function refusePayout(
  { clock }: Context,
  tx: Tx,
  staff_id: string,
  { payout_id, reason }: { payout_id: string; reason: string },
): Promise<Result<Payout, RefusalOf<typeof REFUSE_PAYOUT_REFUSALS>>> {
  const found = await lockWaiting(tx, payout_id);
  if (!found.ok) return found;
  return done(payoutAnswer(await bookReturned(tx, found.value, { by: 'staff', reason, staff_id }, clock())));
}

async function lockWaiting(
  tx: Tx,
  payoutId: string,
): Promise<Result<PayoutRow, 'payout_not_found' | 'wrong_state'>> {
  const payout = await lockPayout(tx, payoutId);
  if (payout === undefined) return refuse('payout_not_found');
  return payout.state === 'planned' && payout.batch_id === null ? done(payout) : refuse('wrong_state');
}
