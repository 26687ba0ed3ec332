import type { BuyerAction } from '../../../kit/gift-state.ts';

/** What staff can do with a gift from its page, beside noting something. */
export const STAFF_ACTIONS = ['resend', 'correct', 'cancel', 'refund'] as const satisfies BuyerAction[];
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/**
 * What works now: what its buyer could do, too. The shop has the last word on a refund: it may know of a use or a hand-over
 * that was not reported yet.
 */
export function staffActions(ofBuyer: readonly BuyerAction[]): StaffAction[] {
  return STAFF_ACTIONS.filter((action) => ofBuyer.includes(action));
}
