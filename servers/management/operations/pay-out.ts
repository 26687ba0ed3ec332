import { sql } from 'kysely';
import { PAYMENT_PATHS } from '../../../contracts/settlement-payments.ts';
import { type CallOutcome, type CallRow, performCall, planCall } from '../../../kit/calls/calls.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson, shareOf } from '../../../kit/money.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { type ManagementContext, settlementParty } from '../context.ts';
import { readShop } from './orders.ts';

export type PayoutView = {
  payout_id: string;
  gross_minor: number;
  commission_minor: number;
  currency: string;
  state: string;
};

/**
 * Has a shop paid for what was used in its stores and not paid for yet, less commission. The uses are marked with the
 * payout before settlement is asked; not knowing leaves it asked, and the janitor asks again.
 * Refusals in order: shop_not_found, wrong_state (there is nothing to pay).
 */
export async function payOutShop(context: ManagementContext, shopId: string): Promise<Result<PayoutView>> {
  const planned = await inTransaction(
    context.db,
    async (tx): Promise<Result<PayoutView & { call_id: string }>> => {
      const shop = await readShop(tx, shopId);
      if (shop === undefined) return refuse('shop_not_found');
      // One payout of a shop at a time: its row is the lock.
      await sql`select 1 from shops where shop_id = ${shopId} for update`.execute(tx);
      const now = context.clock();
      const payoutId = newId();
      const marked = await sql<{ kind: string; amount_minor: bigint; at: Date }>`
      update certificate_uses u set payout_id = ${payoutId}
      from orders o where o.order_id = u.order_id and o.shop_id = ${shopId} and u.payout_id is null
      returning u.kind, u.amount_minor, u.at`.execute(tx);
      const gross = marked.rows.reduce(
        (sum, use) => sum + (use.kind === 'redeemed' ? use.amount_minor : -use.amount_minor),
        0n,
      );
      const [first = now, ...rest] = marked.rows
        .map(({ at }) => at)
        .sort((a, b) => a.getTime() - b.getTime());
      if (gross <= 0n) throw new NothingToPay();
      const commission = shareOf(gross, shop.commission_bp);
      const until = rest.at(-1) ?? first;
      await sql`
      insert into payouts (payout_id, shop_id, gross_minor, commission_minor, currency, used_from, used_until, state, created_at)
      values (${payoutId}, ${shopId}, ${gross}, ${commission}, ${shop.currency}, ${first}, ${until}, 'asked', ${now})`.execute(
        tx,
      );
      const body = {
        payout_id: payoutId,
        payee: shop.party,
        gross_minor: minorToJson(gross),
        commission_minor: minorToJson(commission),
        currency: shop.currency,
        used_from: first.toISOString(),
        used_until: until.toISOString(),
      };
      const call = {
        party: settlementParty(context).party,
        method: 'POST',
        path: PAYMENT_PATHS.payouts,
        body,
      } as const;
      const call_id = await planCall(tx, { ...call, purpose: 'pay_out', subject_id: payoutId }, now);
      const { payee: _payee, used_from: _from, used_until: _until, ...view } = body;
      return done({ ...view, state: 'asked', call_id });
    },
  ).catch((error: unknown): Result<never> => {
    if (error instanceof NothingToPay) return refuse('wrong_state');
    throw error;
  });
  if (!planned.ok) return planned;
  const { call_id, ...view } = planned.value;
  const outcome = await performCall(context, call_id, (tx, answered, call) =>
    applyPayout(tx, call, answered),
  );
  return done({
    ...view,
    state: outcome.kind === 'done' ? 'paid' : outcome.kind === 'refused' ? 'refused' : 'asked',
  });
}

/** What settlement's answer does to a payout, in the transaction that stores it. */
export async function applyPayout(tx: Executor, call: CallRow, outcome: CallOutcome): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const state = outcome.kind === 'done' ? 'paid' : 'refused';
  await sql`update payouts set state = ${state} where payout_id = ${call.subject_id}`.execute(tx);
}

class NothingToPay extends Error {}
