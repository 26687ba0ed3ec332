import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { CASH_OWED, isOwed, lockCash, writeCashEvent } from '../payments/cash/cash-payments.ts';
import { findApproval } from '../redeem/approve-reversal.ts';
import type { Till } from '../stores/places.ts';

/** How much is listed at once; the oldest first, so that what is returned makes room for the rest. */
const LISTED_MAX = 200;

/** Cash that waits at a store for whoever paid it. */
export type OwedCash = {
  order_id: string;
  receipt_no: string;
  amount_minor: number;
  currency: string;
  paid_at: string;
  /** Of the buyer, if a certificate was made; as the till shows people. */
  buyer?: { masked_name: string; member_number_end: string };
};

type AtTill = Till & { clerk_id: string | null };

export const LIST_OWED_CASH_REFUSALS = refusals('clerk_required'); // nobody is signed in at the till

/** What this store owes, the oldest first. */
export async function listOwedCash(
  { db }: ShopContext,
  { store_id, clerk_id }: AtTill,
): Promise<Result<{ owed: OwedCash[] }, RefusalOf<typeof LIST_OWED_CASH_REFUSALS>>> {
  if (clerk_id === null) return refuse('clerk_required');
  const found = await sql<{
    order_id: string;
    receipt_no: string;
    amount_minor: bigint;
    currency: string;
    taken_at: Date;
    buyer_name: string | null;
    buyer_member_number: string | null;
  }>`
    select p.order_id, p.receipt_no, p.amount_minor, p.currency, p.taken_at, c.buyer_name, c.buyer_member_number
    from (
      select order_id, operator, receipt_no, amount_minor, currency, taken_at, asked_at from cash_payments
      where store_id = ${store_id} and ${CASH_OWED}
      order by asked_at limit ${LISTED_MAX}) p
    left join certificates c on c.order_id = p.order_id and c.operator = p.operator
    order by p.asked_at`.execute(db);
  return done({ owed: found.rows.map(asOwed) });
}

function asOwed({
  amount_minor,
  taken_at,
  buyer_name,
  buyer_member_number,
  ...rest
}: {
  order_id: string;
  receipt_no: string;
  amount_minor: bigint;
  currency: string;
  taken_at: Date;
  buyer_name: string | null;
  buyer_member_number: string | null;
}): OwedCash {
  return {
    ...rest,
    amount_minor: minorToJson(amount_minor),
    paid_at: taken_at.toISOString(),
    ...(buyer_name === null
      ? {}
      : {
          buyer: {
            masked_name: maskName(buyer_name),
            member_number_end: (buyer_member_number ?? '').slice(-4),
          },
        }),
  };
}

export const RETURN_CASH_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the till
  'payment_not_found', // no cash was paid for it in this store
  'wrong_state', // nothing is owed, or it was returned
  'second_person_needed', // one clerk doesn't give back so much alone
);

export type ReturnedCash = { order_id: string; amount_minor: number; currency: string; returned_at: string };

/** A clerk gives the cash back: once, with their name, and that of a second one if it is much. */
export async function returnCash(
  context: ShopContext,
  tx: Tx,
  { clerk_id, terminal_id, store_id }: AtTill,
  { order_id, approval_id }: { order_id: string; approval_id?: string },
): Promise<Result<ReturnedCash, RefusalOf<typeof RETURN_CASH_REFUSALS>>> {
  if (clerk_id === null) return refuse('clerk_required');
  const cash = await lockCash(tx, order_id);
  if (cash === undefined || cash.store_id !== store_id) return refuse('payment_not_found');
  if (!isOwed(cash)) return refuse('wrong_state', { state_now: cash.state });
  const second_clerk_id =
    approval_id === undefined
      ? null
      : await findApproval(
          context,
          tx,
          { terminal_id, clerk_id },
          { approval_id, redemption_ids: [order_id] },
        );
  const alone_max_minor = context.settings.reversalAloneMax;
  if (second_clerk_id === null && cash.amount_minor > BigInt(alone_max_minor))
    return refuse('second_person_needed', { alone_max_minor });
  const at = context.clock();
  await sql`update cash_payments set returned_at = ${at} where order_id = ${order_id}`.execute(tx);
  const by = { clerk_id, terminal_id, store_id, second_clerk_id };
  await writeCashEvent(tx, order_id, { kind: 'returned', at, by });
  const { amount_minor, currency } = cash;
  return done({
    order_id,
    amount_minor: minorToJson(amount_minor),
    currency,
    returned_at: at.toISOString(),
  });
}
