import type { Static } from 'typebox';
import type { ExpiredNotice, RedeemedNotice, ReversedNotice } from '../../../../contracts/shop-notices.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import { isGoingBack, type OrderState } from '../order-states.ts';
import type { Standing } from './standing.ts';

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

/** A use or, with the kind `reversed`, what was taken back of one. */
export type UseKind = 'redeemed' | 'reversed';
export type Use = Static<typeof RedeemedNotice> | Static<typeof ReversedNotice>;

/**
 * Whether an order's certificate can have been used at all. While the answer to its acceptance is on its way, a
 * notice may overtake it. While a cancellation is on its way, the shop's answer to that decides: nobody can use what
 * was cancelled.
 */
export function doubtState({ order, expired_minor }: Standing): Doubt | null {
  return BY_STATE[order.state] ?? (expired_minor === null ? null : 'expired');
}

/**
 * Issuing a certificate moves no money, and an issued one that is unused may still be withdrawn: the notice for an
 * accepted certificate may honestly arrive during that, or after.
 */
export function doubtIssue(standing: Standing): Doubt | null {
  const mayComeLate = isGoingBack(standing.order.state) && standing.was_accepted;
  return mayComeLate ? null : doubtState(standing);
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
export function knownEntry({ entries }: Standing, kind: UseKind, use: Use): Doubt | 'same' | null {
  const known = entries.get(BigInt(use.entry_no));
  if (known === undefined) return null;
  const isSame =
    known.kind === kind &&
    known.redemption_id === use.redemption_id.toLowerCase() &&
    known.amount_minor === minorFromJson(use.amount_minor);
  return isSame ? 'same' : 'entry_taken';
}

/** A certificate expires once: that it did is no news. */
export function isKnownExpiry(
  { order, expired_minor }: Standing,
  { amount_minor, currency }: Static<typeof ExpiredNotice>,
): boolean {
  return expired_minor === minorFromJson(amount_minor) && currency === order.currency;
}

/** What a use or a reversal must agree with: entries come in order, and both books arrive at the same balance. */
export function doubtUse(standing: Standing, kind: UseKind, use: Use): Doubt | null {
  const { order, last_no, balance_minor } = standing;
  if (use.currency !== order.currency) return 'currency_differs';
  if (BigInt(use.entry_no) <= last_no) return 'entry_out_of_order';
  const amount = minorFromJson(use.amount_minor);
  const of = standing.uses.get(use.redemption_id.toLowerCase());
  const used = of?.use_minor ?? null;
  if (kind === 'reversed') {
    if (used === null) return 'use_unknown';
    if ((of?.reversed_minor ?? 0n) + amount > used) return 'exceeds_use';
  } else {
    if (used !== null) return 'use_known';
    if (amount > balance_minor) return 'exceeds_balance';
  }
  const left = kind === 'reversed' ? balance_minor + amount : balance_minor - amount;
  return minorFromJson(use.balance_minor) === left ? null : 'balance_differs';
}

/** All that is left expires. */
export function doubtExpiry(
  { order, balance_minor }: Standing,
  { amount_minor, currency }: Static<typeof ExpiredNotice>,
): Doubt | null {
  if (currency !== order.currency) return 'currency_differs';
  return minorFromJson(amount_minor) === balance_minor ? null : 'balance_differs';
}
