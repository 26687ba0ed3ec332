import {
  AUTHORISE_REFUSALS,
  CAPTURE_REFUSALS,
  REFUND_REFUSALS,
  VOID_REFUSALS,
} from '../../contracts/settlement-payments.ts';
import { PAYOUT_REFUSALS } from '../../contracts/settlement-payouts.ts';
import {
  ACCEPT_CERTIFICATE_REFUSALS,
  CANCEL_CERTIFICATE_REFUSALS,
  CHARGE_BACK_REFUSALS,
  CORRECT_RECIPIENT_REFUSALS,
  FREEZE_CERTIFICATE_REFUSALS,
  REGISTER_CERTIFICATE_REFUSALS,
  UNFREEZE_CERTIFICATE_REFUSALS,
} from '../../contracts/shop-certificates.ts';
import {
  type Attempt,
  attemptCall,
  type CallContext,
  type IsDecisive,
  type PlannedCall,
  performCall,
  planCall,
  plannedCall,
} from '../../kit/calls/calls.ts';
import type { CallOutcome, CallRow } from '../../kit/calls/outcomes.ts';
import type { Executor, Tx } from '../../kit/db/transaction.ts';
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
  freeze: FREEZE_CERTIFICATE_REFUSALS,
  unfreeze: UNFREEZE_CERTIFICATE_REFUSALS,
  charge_back: CHARGE_BACK_REFUSALS,
  refund_left: REFUND_REFUSALS,
  // A payout that was made before may have been paid, so `wrong_state` must not free its uses for another one.
  pay_out: PAYOUT_REFUSALS.filter((code) => code !== 'wrong_state'),
  look_up_member: [],
} as const satisfies Record<string, readonly ProblemCode[]>;

export type Purpose = keyof typeof REFUSALS;

/** Not retried: by then nobody is waiting for the answer, and nobody is looked up without a buyer asking. */
export const ASKED_ONCE: Purpose[] = ['look_up_member'];

const WITH_PAYMENTS: Purpose[] = [
  'authorise',
  'capture',
  'void',
  'refund',
  'authorise_group',
  'capture_group',
  'void_group',
  'refund_left',
];

/** Which calls change something at a server of this role: certificates, payments, payouts. */
export const MADE_THERE: Readonly<Record<string, Purpose[]>> = {
  shop: [...WITH_PAYMENTS, 'register', 'correct', 'accept', 'cancel', 'freeze', 'unfreeze', 'charge_back'],
  settlement: [...WITH_PAYMENTS, 'pay_out'],
};

/** A call, for the statement of the step that makes it necessary. */
export function peerCall(call: PlannedCall & { purpose: Purpose }): CallRow {
  return plannedCall(call);
}

/** Writes a call down, in the transaction that makes it necessary. */
export function planPeerCall(
  tx: Executor,
  call: PlannedCall & { purpose: Purpose },
  now: Date,
): Promise<CallRow> {
  return planCall(tx, call, now);
}

/** Tries a call that was just written down, or begun once more. What comes of it is for the caller to store. */
export function attemptPeerCall(context: CallContext & { log: Logger }, call: CallRow): Promise<Attempt> {
  return attemptCall(context, call, isNamed(context));
}

/** Tries a call once, and stores its answer together with what `apply` does. */
export function tryPeerCall(
  context: CallContext & { log: Logger },
  callId: string,
  apply: (tx: Tx, outcome: CallOutcome, call: CallRow) => Promise<void>,
): Promise<CallOutcome> {
  return performCall(context, callId, apply, isNamed(context));
}

/**
 * Only a refusal that the contract names answers a call: what another one says of the money is not known, so the call stays
 * unknown, is asked again, and staff see its order as stuck.
 */
function isNamed({ log }: { log: Logger }): IsDecisive {
  return ({ call_id, party, purpose, subject_id }, code) => {
    const named = refusalsOf(purpose).includes(code);
    if (!named)
      log.error(
        { call_id, party, purpose, subject_id, code },
        'a refusal that the contract does not name is asked again',
      );
    return named;
  };
}

function refusalsOf(purpose: string): readonly ProblemCode[] {
  return Object.hasOwn(REFUSALS, purpose) ? REFUSALS[purpose as Purpose] : [];
}
