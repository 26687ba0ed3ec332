import type { CallOutcome } from '../../../kit/calls/calls.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import type { OrderRow } from './orders.ts';

/**
 * A definite answer from another server, for the order that waits for it. An unknown outcome changes nothing but the
 * call.
 */
export type OrderAnswer = {
  context: ManagementContext;
  tx: Executor;
  order: OrderRow;
  outcome: Exclude<CallOutcome, { kind: 'unknown' }>;
  callId: string;
};
