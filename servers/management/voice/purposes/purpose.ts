import type { Tx } from '../../../../kit/db/transaction.ts';
import type { ManagementContext } from '../../context.ts';
import type { CallRow } from '../call-rows.ts';
import type { RetryPlan } from '../retry-plan.ts';
import type { Stepped } from '../run-step.ts';
import type { DialOutcome } from '../turn.ts';

export type DialPurpose = 'offer' | 'news' | 'code' | 'account';

/** A number that is to be called, and about what. */
export type Dial = {
  dial_id: string;
  purpose: DialPurpose;
  /** The gift that an offer is about. */
  order_id: string | null;
  /** The message that has the code. */
  message_id: string | null;
  /** E.164. */
  phone: string;
  asked_for: boolean;
  call_id: string | null;
};

/** What is special about calls for one purpose. Everything runs in the transaction that holds the dial's lock. */
export type Purpose = {
  /** How long to wait after each outcome. */
  retryPlan: RetryPlan;
  /** Whether a text, rather than another message on a machine, can follow. */
  canBeTexted(dial: Dial): boolean;
  /** Whether there is still something to call about; after a call, something of what that call was about. */
  isOpen(context: ManagementContext, tx: Tx, dial: Dial): Promise<boolean>;
  /** The first turn for the person who answered. */
  answer(context: ManagementContext, tx: Tx, dial: Dial, call: CallRow): Promise<Stepped>;
  /** What is left on a machine; null if nothing is. */
  leaveMessage(tx: Tx, dial: Dial): Promise<Stepped | null>;
  /** Records the outcome where people see it. */
  record?(context: ManagementContext, tx: Tx, dial: Dial, outcome: DialOutcome): Promise<void>;
  /** After a dial has ended because nothing of it is open any more. */
  afterDone?(context: ManagementContext, tx: Tx, dial: Dial): Promise<void>;
  /** No more calls: another channel takes over, if there is one. */
  giveUp(context: ManagementContext, tx: Tx, dial: Dial): Promise<void>;
};
