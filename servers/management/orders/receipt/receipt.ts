import { readBusiness } from '../../../../kit/business/details.ts';
import type { Business } from '../../../../kit/business/shapes.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { PAID_IN_CASH } from '../../books/cash.ts';
import type { ManagementContext } from '../../context.ts';

export type Receipt = {
  order_id: string;
  captured_at: Date;
  buyer_name: string;
  recipient_name: string;
  shop: { name_ko: string; name_en: string };
  amount_minor: bigint;
  currency: string;
  /** Of the card; null if it was paid in cash. */
  brand: string | null;
  last4: string | null;
  /** By which the card's bank approved the payment, or the receipt that a till gave for cash; null if it isn't known. */
  approval_number: string | null;
  /** When it was refunded in full. */
  refunded_at: Date | null;
  /** Whoever sells, as they say of themselves now; undefined if they have published nothing. */
  seller: Business | undefined;
};

export const READ_RECEIPT_REFUSALS = refusals(
  'order_not_found',
  'wrong_state', // nothing was paid
);

/** What a buyer paid for a gift, and what was refunded. */
export async function readReceipt(
  { db }: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<Receipt, RefusalOf<typeof READ_RECEIPT_REFUSALS>>> {
  const found = await sql<
    Omit<Receipt, 'shop' | 'captured_at' | 'recipient_name' | 'seller'> &
      Receipt['shop'] & { captured_at: Date | null; recipient_name: string | null; state: string }
  >`
    select o.order_id, o.captured_at, o.state, o.amount_minor, o.currency, o.recipient_name, m.name as buyer_name,
      s.name_ko, s.name_en, p.brand, p.last4, o.approval_number,
      (select e.at from order_events e where e.order_id = o.order_id and e.kind = 'refunded' limit 1) as refunded_at
    from orders o join members m using (member_id) join shops s using (shop_id)
      left join payment_methods p using (payment_method_id)
    where o.order_id = ${orderId} and o.member_id = ${memberId} and (p.brand is not null or ${PAID_IN_CASH})`.execute(
    db,
  );
  const row = found.rows[0];
  if (row === undefined) return refuse('order_not_found');
  const { captured_at, recipient_name, name_ko, name_en, state, ...rest } = row;
  if (captured_at === null || recipient_name === null) return refuse('wrong_state', { state_now: state });
  const seller = await readBusiness(db);
  return done({ ...rest, captured_at, recipient_name, shop: { name_ko, name_en }, seller });
}

/** The VAT that is part of an amount, rounded half up; the rest is the net amount. `vatBp` in hundredths of a percent. */
export function vatWithin(amountMinor: bigint, vatBp: number): bigint {
  const whole = 10_000n + BigInt(vatBp);
  return (amountMinor * BigInt(vatBp) * 2n + whole) / (whole * 2n);
}

/** What was paid and not refunded. */
export function remainsOf({ refunded_at, amount_minor }: Receipt): bigint {
  return refunded_at === null ? amount_minor : 0n;
}

const BP_PER_PERCENT = 100;

export function percentOf(vatBp: number): string {
  return String(vatBp / BP_PER_PERCENT);
}
