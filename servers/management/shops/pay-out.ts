import { PAYMENT_PATHS, type RequestPayout } from '../../../contracts/settlement-payments.ts';
import type { CallOutcome, CallRow } from '../../../kit/calls/outcomes.ts';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { workThrough } from '../../../kit/failing-work.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson, shareOf } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { bookPayout } from '../books/books.ts';
import { type ManagementContext, settlementParty } from '../context.ts';
import { planPeerCall, tryPeerCall } from '../peer-calls.ts';
import { SHOP_COLUMNS, type Shop } from './shops.ts';

export type PayoutView = {
  payout_id: string;
  gross_minor: number;
  commission_minor: number;
  currency: string;
  state: 'asked' | 'paid' | 'refused';
};

type PayoutRow = Omit<PayoutView, 'gross_minor' | 'commission_minor'> & {
  shop_id: string;
  gross_minor: bigint;
  commission_minor: bigint;
};
const COLUMNS = sql`payout_id, shop_id, gross_minor, commission_minor, currency, state`;

export const PAY_OUT_SHOP_REFUSALS = refusals(
  'shop_not_found',
  'wrong_state', // there is nothing to pay
);

/**
 * Pays a shop for what was used in its stores and not yet paid for, less commission. The uses are marked with the
 * payout before settlement is asked; if its answer is unknown the payout stays asked, and the janitor asks again. A
 * payout id that exists is not paid twice.
 */
export async function payOutShop(
  context: ManagementContext,
  payoutId: string,
  shopId: string,
): Promise<Result<PayoutView, RefusalOf<typeof PAY_OUT_SHOP_REFUSALS>>> {
  const planned = await inTransaction(context.db, (tx) => planPayout(context, tx, payoutId, shopId));
  if (!planned.ok) return planned;
  await tryPeerCall(context, payoutId, (tx, outcome, call) => applyPayout(context, tx, call, outcome));
  const made = await sql<PayoutRow>`
    select ${COLUMNS} from payouts where payout_id = ${payoutId}`.execute(context.db);
  const payout = made.rows[0];
  if (payout === undefined) throw new Error(`There is no payout ${payoutId}.`);
  const { gross_minor, commission_minor, currency, state } = payout;
  return done({
    payout_id: payoutId,
    gross_minor: minorToJson(gross_minor),
    commission_minor: minorToJson(commission_minor),
    currency,
    state,
  });
}

/** Pays each shop once a day. Returns how many shops were due. */
export async function payOutDaily(context: ManagementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<{ shop_id: string }>`
    update shops set next_payout_at = ${addMs(now, DAY_MS)}
    where shop_id in (
      select shop_id from shops where coalesce(next_payout_at, '-infinity') <= ${now}
      limit 20 for update skip locked)
    returning shop_id`.execute(context.db);
  return workThrough(
    context,
    'payouts',
    due.rows,
    ({ shop_id }) => shop_id,
    ({ shop_id }) => payOutShop(context, newId(), shop_id),
  );
}

/**
 * Applies settlement's answer to a payout, in the transaction that stores it. The uses of a refused payout are paid
 * another day.
 */
export async function applyPayout(
  context: ManagementContext,
  tx: Executor,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const code = outcome.kind === 'refused' ? outcome.code : null;
  const settled = await sql<PayoutRow>`
    update payouts set state = ${outcome.kind === 'done' ? 'paid' : 'refused'}, code = ${code}
    where payout_id = ${call.subject_id} and state = 'asked' returning ${COLUMNS}`.execute(tx);
  const payout = settled.rows[0];
  if (payout === undefined) return;
  if (outcome.kind === 'done') return bookPayout(tx, payout, context.clock());
  await sql`update certificate_uses set payout_id = null where payout_id = ${payout.payout_id}`.execute(tx);
}

type MarkedUses = { gross_minor: bigint | null; used_from: Date | null; used_until: Date | null };

async function planPayout(
  context: ManagementContext,
  tx: Executor,
  payoutId: string,
  shopId: string,
): Promise<Result<null, RefusalOf<typeof PAY_OUT_SHOP_REFUSALS>>> {
  const known = await sql`select 1 from payouts where payout_id = ${payoutId}`.execute(tx);
  if (known.rows.length > 0) return done(null);
  // The shop's row is the lock: one payout at a time. A shop that is no longer on sale is still paid.
  const found =
    await sql<Shop>`select ${SHOP_COLUMNS} from shops where shop_id = ${shopId} for update`.execute(tx);
  const shop = found.rows[0];
  if (shop === undefined) return refuse('shop_not_found');
  const marked = await sql<MarkedUses>`
    with marked as (
      update certificate_uses u set payout_id = ${payoutId}
      from orders o where o.order_id = u.order_id and o.shop_id = ${shopId} and u.payout_id is null
      returning u.kind, u.amount_minor, u.at)
    select sum(case kind when 'redeemed' then amount_minor else -amount_minor end)::bigint as gross_minor,
      min(at) as used_from, max(at) as used_until from marked`.execute(tx);
  const { gross_minor = null, used_from = null, used_until = null } = marked.rows[0] ?? {};
  // Rolled back with the marks: reversals wait for uses to be deducted from.
  if (gross_minor === null || gross_minor <= 0n || used_from === null || used_until === null)
    return rollBack(refuse('wrong_state'));

  const now = context.clock();
  const commission = shareOf(gross_minor, shop.commission_bp);
  await sql`
    insert into payouts (payout_id, shop_id, gross_minor, commission_minor, currency, used_from, used_until, state, created_at)
    values (${payoutId}, ${shopId}, ${gross_minor}, ${commission}, ${shop.currency}, ${used_from}, ${used_until}, 'asked',
      ${now})`.execute(tx);
  const body: RequestPayout = {
    payout_id: payoutId,
    payee: shop.party,
    gross_minor: minorToJson(gross_minor),
    commission_minor: minorToJson(commission),
    currency: shop.currency,
    used_from: used_from.toISOString(),
    used_until: used_until.toISOString(),
  };
  const { party } = settlementParty(context);
  const call = { party, method: 'POST', path: PAYMENT_PATHS.payouts, body, purpose: 'pay_out' } as const;
  await planPeerCall(tx, { ...call, subject_id: payoutId, call_id: payoutId }, now);
  return done(null);
}
