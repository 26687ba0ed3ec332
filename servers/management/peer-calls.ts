import {
  AUTHORISE_REFUSALS,
  CAPTURE_REFUSALS,
  PAYOUT_REFUSALS,
  REFUND_REFUSALS,
  VOID_REFUSALS,
} from '../../contracts/settlement-payments.ts';
import {
  ACCEPT_CERTIFICATE_REFUSALS,
  CANCEL_CERTIFICATE_REFUSALS,
  CORRECT_RECIPIENT_REFUSALS,
  REGISTER_CERTIFICATE_REFUSALS,
} from '../../contracts/shop-certificates.ts';
import {
  type CallContext,
  type CallOutcome,
  type CallRow,
  type PlannedCall,
  performCall,
  planCall,
} from '../../kit/calls/calls.ts';
import type { Executor } from '../../kit/db/transaction.ts';
import type { ProblemCode } from '../../kit/http/statuses.ts';
import type { Logger } from '../../kit/log.ts';

/** Every call that management makes, by purpose, with the refusals that its contract names. */
const REFUSALS = {
  authorise: AUTHORISE_REFUSALS,
  capture: CAPTURE_REFUSALS,
  void: VOID_REFUSALS,
  refund: REFUND_REFUSALS,
  authorise_group: AUTHORISE_REFUSALS,
  capture_group: CAPTURE_REFUSALS,
  void_group: VOID_REFUSALS,
  register: REGISTER_CERTIFICATE_REFUSALS,
  correct: CORRECT_RECIPIENT_REFUSALS,
  accept: ACCEPT_CERTIFICATE_REFUSALS,
  cancel: CANCEL_CERTIFICATE_REFUSALS,
  // A payout that was made before may have been paid, so `wrong_state` must not free its uses for another one.
  pay_out: PAYOUT_REFUSALS.filter((code) => code !== 'wrong_state'),
  look_up_member: [],
} as const satisfies Record<string, readonly ProblemCode[]>;

export type Purpose = keyof typeof REFUSALS;

/** Not retried: by then nobody is waiting for the answer, and nobody is looked up without a buyer asking. */
export const ASKED_ONCE: Purpose[] = ['look_up_member'];

/** Writes a call down, in the transaction that makes it necessary. */
export function planPeerCall(
  tx: Executor,
  call: PlannedCall & { purpose: Purpose },
  now: Date,
): Promise<string> {
  return planCall(tx, call, now);
}

/**
 * Tries a call once. Only a refusal that the contract names answers it: what another one says of the money is not known, so
 * the call stays unknown, is asked again, and staff see its order as stuck.
 */
export function tryPeerCall(
  context: CallContext & { log: Logger },
  callId: string,
  apply: (tx: Executor, outcome: CallOutcome, call: CallRow) => Promise<void> = async () => {},
): Promise<CallOutcome> {
  return performCall(context, callId, apply, ({ call_id, party, purpose, subject_id }, code) => {
    const isNamed = refusalsOf(purpose).includes(code);
    if (!isNamed)
      context.log.error(
        { call_id, party, purpose, subject_id, code },
        'a refusal that the contract does not name is asked again',
      );
    return isNamed;
  });
}

function refusalsOf(purpose: string): readonly ProblemCode[] {
  return Object.hasOwn(REFUSALS, purpose) ? REFUSALS[purpose as Purpose] : [];
}
