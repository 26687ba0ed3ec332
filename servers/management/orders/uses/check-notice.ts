import type { Static } from 'typebox';
import type {
  ExpiredNotice,
  RedeemedNotice,
  ReversedNotice,
} from '../../../../contracts/shop-certificates.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import { certificateBalance } from '../../books/books.ts';
import type { OrderState } from '../order-states.ts';
import type { OrderRow } from '../orders.ts';

/** Why a shop's notice is not believed: it disagrees with what management knows itself. */
export const DOUBTS = [
  'malformed',
  'certificate_unknown',
  'certificate_of_another_shop',
  'not_accepted',
  'being_cancelled',
  'ended',
  'expired',
  'currency_differs',
  'entry_taken',
  'entry_out_of_order',
  'use_known',
  'use_unknown',
  'exceeds_use',
  'exceeds_balance',
  'balance_differs',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export type Use = Static<typeof RedeemedNotice> | Static<typeof ReversedNotice>;

/** The use that a reversal reverses, and how much of it has been reversed with this one. */
export type ReversedUse = { use_minor: bigint; reversed_minor: bigint };

/**
 * Whether an order's certificate can have been used at all. While the answer to its acceptance is on its way, a
 * notice may overtake it. While a cancellation is on its way, the shop's answer to that decides: nobody can use what
 * was cancelled.
 */
export async function doubtState(tx: Executor, { order_id, state }: OrderRow): Promise<Doubt | null> {
  const doubt = BY_STATE[state];
  if (doubt !== undefined) return doubt;
  return (await hasEvent(tx, order_id, 'certificate_expired')) ? 'expired' : null;
}

const GOING_BACK: ReadonlySet<OrderState> = new Set(['cancelling', 'refunding', 'refunded', 'refund_failed']);

/**
 * Issuing a certificate moves no money, and an issued one that is unused may still be withdrawn: the notice for an
 * accepted certificate may honestly arrive during that, or after.
 */
export async function doubtIssue(tx: Executor, order: OrderRow): Promise<Doubt | null> {
  const mayComeLate = GOING_BACK.has(order.state) && (await hasEvent(tx, order.order_id, 'accepted'));
  return mayComeLate ? null : doubtState(tx, order);
}

const BY_STATE: Partial<Record<OrderState, Doubt>> = {
  authorising: 'not_accepted',
  requires_action: 'not_accepted',
  authorised: 'not_accepted',
  awaiting_confirmation: 'not_accepted',
  capturing: 'not_accepted',
  registering: 'not_accepted',
  scheduled: 'not_accepted',
  offered: 'not_accepted',
  correcting: 'not_accepted',
  cancelling: 'being_cancelled',
  refunding: 'ended',
  refunded: 'ended',
  refund_failed: 'ended',
  voiding: 'ended',
  abandoned: 'ended',
  declined: 'ended',
};

/** The same entry of the same certificate again is no news; a different one under its number is doubtful. */
export async function knownEntry(tx: Executor, order: OrderRow, use: Use): Promise<Doubt | 'same' | null> {
  const found = await sql<{ kind: string; redemption_id: string; amount_minor: bigint }>`
    select kind, redemption_id, amount_minor from certificate_uses
    where order_id = ${order.order_id} and entry_no = ${use.entry_no}`.execute(tx);
  const known = found.rows[0];
  if (known === undefined) return null;
  const isSame =
    (known.kind === 'reversed') === 'reversal_id' in use &&
    known.redemption_id === use.redemption_id.toLowerCase() &&
    known.amount_minor === minorFromJson(use.amount_minor);
  return isSame ? 'same' : 'entry_taken';
}

/** What a use or a reversal must agree with: entries come in order, and both books arrive at the same balance. */
export async function doubtUse(
  tx: Executor,
  order: OrderRow,
  use: Use,
  reversed: ReversedUse | undefined,
): Promise<Doubt | null> {
  if (use.currency !== order.currency) return 'currency_differs';
  const found = await sql<{ last_no: bigint; is_known: boolean }>`
    select coalesce(max(entry_no), 1) as last_no,
      coalesce(bool_or(kind = 'redeemed' and redemption_id = ${use.redemption_id}), false) as is_known
    from certificate_uses where order_id = ${order.order_id}`.execute(tx);
  const { last_no = 1n, is_known = false } = found.rows[0] ?? {};
  if (BigInt(use.entry_no) <= last_no) return 'entry_out_of_order';
  const amount = minorFromJson(use.amount_minor);
  const balance = await certificateBalance(tx, order);
  if ('reversal_id' in use) {
    if (reversed === undefined) return 'use_unknown';
    if (reversed.reversed_minor > reversed.use_minor) return 'exceeds_use';
  } else {
    if (is_known) return 'use_known';
    if (amount > balance) return 'exceeds_balance';
  }
  const left = 'reversal_id' in use ? balance + amount : balance - amount;
  return minorFromJson(use.balance_minor) === left ? null : 'balance_differs';
}

/** All that is left expires. */
export async function doubtExpiry(
  tx: Executor,
  order: OrderRow,
  { amount_minor, currency }: Static<typeof ExpiredNotice>,
): Promise<Doubt | null> {
  if (currency !== order.currency) return 'currency_differs';
  const balance = await certificateBalance(tx, order);
  return minorFromJson(amount_minor) === balance ? null : 'balance_differs';
}

/** The use that a reversal names, with all that will have been reversed of it; undefined if there is no such use. */
export async function readReversed(
  tx: Executor,
  { order_id }: OrderRow,
  use: Use,
): Promise<ReversedUse | undefined> {
  const found = await sql<{ use_minor: bigint | null; before_minor: bigint }>`
    select max(amount_minor) filter (where kind = 'redeemed') as use_minor,
      coalesce(sum(amount_minor) filter (where kind = 'reversed'), 0)::bigint as before_minor
    from certificate_uses where order_id = ${order_id} and redemption_id = ${use.redemption_id}`.execute(tx);
  const { use_minor = null, before_minor = 0n } = found.rows[0] ?? {};
  if (use_minor === null) return undefined;
  return { use_minor, reversed_minor: before_minor + minorFromJson(use.amount_minor) };
}

async function hasEvent(tx: Executor, orderId: string, kind: string): Promise<boolean> {
  const found = await sql`
    select 1 from order_events where order_id = ${orderId} and kind = ${kind} limit 1`.execute(tx);
  return found.rows.length > 0;
}
