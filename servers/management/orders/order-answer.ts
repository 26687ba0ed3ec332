import type { Answered } from '../../../kit/calls/calls.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import type { Gift } from './gift.ts';
import type { OrderRow } from './orders.ts';

/**
 * A definite answer from another server, for the locked order that waits for it. Whoever takes it stores it, in the
 * statement that changes the order.
 */
export type OrderAnswer = {
  context: ManagementContext;
  tx: Tx;
  gift: Gift;
  answer: Answered;
};

/** What an order became, and the call that it waits for now, which was not attempted yet. */
export type Step = { order: OrderRow; call: CallRow | null };
