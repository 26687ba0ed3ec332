import { Value } from 'typebox/value';
import { Payout } from '../../../contracts/settlement-payouts.ts';
import { addMs, DAY_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { bookPayout, bookReturnedPayout } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { payoutFact } from './payout-facts.ts';

/** `asked`: settlement has not answered. The others are settlement's, or `refused`: it will not pay. */
export const PAYOUT_STATES = ['asked', 'planned', 'sent', 'paid', 'returned', 'refused'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export type PayoutRow = {
  payout_id: string;
  shop_id: string;
  gross_minor: bigint;
  commission_minor: bigint;
  currency: string;
  state: PayoutState;
};
export const PAYOUT_COLUMNS = sql`payout_id, shop_id, gross_minor, commission_minor, currency, state`;

/** What settlement says of a payout. Undefined is a state that this version doesn't know: it is asked again. */
export type PayoutNews = { state: Exclude<PayoutState, 'asked'> | undefined; code?: string };

export function readNews(answer: unknown): PayoutNews {
  if (!Value.Check(Payout, answer)) return { state: undefined };
  const { status: state, return_reason: code } = answer;
  return state !== 'returned' || code === undefined ? { state } : { state, code };
}

const FIRST_ASKED_MS = 10 * SECOND_MS;
const ASKED_MS_MAX = 30 * MINUTE_MS;
/** A payment may come back from the shop's bank after it was made. */
const COMES_BACK_MS = 30 * DAY_MS;

/** Notes and books how a payout stands, once, whichever answer comes first. Returns whether that changed anything. */
export async function takePayoutNews(
  { clock }: Pick<ManagementContext, 'clock'>,
  tx: Tx,
  payoutId: string,
  { state: told, code = null }: { state: PayoutNews['state']; code?: string | null },
  about: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const now = clock();
  const found = await sql<PayoutRow & { created_at: Date }>`
    select ${PAYOUT_COLUMNS}, created_at from payouts where payout_id = ${payoutId} for update`.execute(tx);
  const [payout] = found.rows;
  if (payout === undefined || payout.state === 'refused' || payout.state === 'returned') return false;
  const before = payout.state;
  const state = told === undefined || !follows(before, told) ? before : told;
  await sql`
    update payouts set state = ${state}, code = coalesce(${code}, code),
      ask_at = ${nextAsk(state, payout, state !== before, now)}
    where payout_id = ${payoutId}`.execute(tx);
  if (state === before) return false;
  if (state === 'paid' || state === 'returned' || state === 'refused')
    await writeFact(
      tx,
      payoutFact(state, payoutId, now, { ...about, was: before, ...(code === null ? {} : { code }) }),
    );
  if (state === 'paid') await bookPayout(tx, payout, now);
  if (state === 'returned' && before === 'paid') await bookReturnedPayout(tx, payout, now);
  return true;
}

/** Answers may overtake each other; what was paid can only come back. */
function follows(before: PayoutState, told: Exclude<PayoutState, 'asked'>): boolean {
  if (before === 'paid') return told === 'returned';
  return before === 'sent' ? told !== 'planned' : true;
}

/** Soon after any news, then now and then; null once nothing can come any more. */
function nextAsk(
  state: PayoutState,
  { created_at }: { created_at: Date },
  isNews: boolean,
  now: Date,
): Date | null {
  if (state === 'refused' || state === 'returned') return null;
  const age = now.getTime() - created_at.getTime();
  if (state === 'paid') return age < COMES_BACK_MS ? addMs(now, DAY_MS) : null;
  return addMs(now, isNews ? FIRST_ASKED_MS : Math.min(Math.max(FIRST_ASKED_MS, age), ASKED_MS_MAX));
}
