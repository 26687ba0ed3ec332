import type { CallOutcome, CallRow } from '../../../kit/calls/outcomes.ts';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { tryPeerCall } from '../peer-calls.ts';
import { collectPayout } from './collect-payout.ts';
import {
  PAYOUT_COLUMNS,
  type PayoutNews,
  type PayoutRow,
  type PayoutState,
  readNews,
  takePayoutNews,
} from './payout-news.ts';

export type PayoutView = {
  payout_id: string;
  gross_minor: number;
  commission_minor: number;
  currency: string;
  state: PayoutState;
};

export const PAY_OUT_SHOP_REFUSALS = refusals(
  'shop_not_found',
  'wrong_state', // there is nothing to pay
);

/**
 * Pays a shop for what was used in its stores and not yet paid for, less the commission agreed when each certificate was
 * sold. The uses are marked with the payout before settlement is asked; if its answer is unknown the payout stays asked, and
 * the janitor asks again. A payout id that exists is not paid twice. One that was begun and left, with whatever id, is
 * continued.
 */
export async function payOutShop(
  context: ManagementContext,
  payoutId: string,
  shopId: string,
): Promise<Result<PayoutView, RefusalOf<typeof PAY_OUT_SHOP_REFUSALS>>> {
  const known = await readPayout(context, payoutId);
  const collected: Awaited<ReturnType<typeof collectPayout>> =
    known === undefined
      ? await collectPayout(context, payoutId, shopId)
      : { kind: 'asked', payout_id: payoutId };
  if (collected.kind === 'no_shop') return refuse('shop_not_found');
  if (collected.kind === 'nothing_to_pay') return refuse('wrong_state');
  const { payout_id } = collected;
  await tryPeerCall(context, payout_id, (tx, outcome, call) => applyPayout(context, tx, call, outcome));
  const payout = await readPayout(context, payout_id);
  if (payout === undefined) throw new Error(`There is no payout ${payout_id}.`);
  const { gross_minor, commission_minor, currency, state } = payout;
  return done({
    payout_id,
    gross_minor: minorToJson(gross_minor),
    commission_minor: minorToJson(commission_minor),
    currency,
    state,
  });
}

async function readPayout({ db }: ManagementContext, payoutId: string): Promise<PayoutRow | undefined> {
  const found = await sql<PayoutRow>`
    select ${PAYOUT_COLUMNS} from payouts where payout_id = ${payoutId}`.execute(db);
  return found.rows[0];
}

/** Pays each shop once a day, whatever happens to another. Returns how many shops were due. */
export function payOutDaily(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select shop_id as subject_id, coalesce(next_payout_at, '-infinity') as due_at from shops
    where coalesce(next_payout_at, '-infinity') <= ${now}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'payouts', find, async (within, { subject_id }) => {
    await payOutShop(within, newId(), subject_id);
    // Only now: after a crash the shop is still due.
    await sql`
      update shops set next_payout_at = ${addMs(context.clock(), DAY_MS)} where shop_id = ${subject_id}`.execute(
      context.db,
    );
  });
}

/**
 * Applies settlement's answer to a payout, in the transaction that stores it. The uses of a refused payout are paid
 * another day: the next one frees them first.
 */
export async function applyPayout(
  context: ManagementContext,
  tx: Tx,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const news: PayoutNews =
    outcome.kind === 'refused' ? { state: 'refused', code: outcome.code } : readNews(outcome.answer);
  await takePayoutNews(context, tx, call.subject_id, news, { call_id: call.call_id });
}
