/**
 * The states of an order and where each may go. `awaits` is the purpose of the call whose answer a state waits for;
 * the janitor asks again until it is known. The database lists the same states (`order_state_known`).
 */
export const ORDER_STATES = {
  authorising: { awaits: 'authorise', next: ['authorised', 'requires_action', 'declined', 'voiding'] },
  requires_action: { awaits: null, next: ['authorised', 'declined', 'voiding'] },
  authorised: { awaits: null, next: ['awaiting_confirmation', 'voiding'] },
  awaiting_confirmation: {
    awaits: null,
    next: ['authorised', 'awaiting_confirmation', 'capturing', 'voiding'],
  },
  // A refused capture may leave the authorisation open, so it is voided. A card that is charged only now may be declined.
  capturing: { awaits: 'capture', next: ['registering', 'declined', 'voiding'] },
  registering: { awaits: 'register', next: ['offered', 'scheduled', 'refunding'] },
  scheduled: { awaits: null, next: ['offered', 'correcting', 'cancelling'] },
  offered: { awaits: null, next: ['accepting', 'correcting', 'cancelling'] },
  // The shop is being told of the new recipient; until it answers nobody can accept.
  correcting: { awaits: 'correct', next: ['offered', 'scheduled'] },
  accepting: { awaits: 'accept', next: ['accepted', 'offered', 'cancelling'] },
  accepted: { awaits: null, next: ['issued', 'cancelling'] },
  issued: { awaits: null, next: ['cancelling'] },
  cancelling: { awaits: 'cancel', next: ['refunding', 'accepted', 'issued'] },
  refunding: { awaits: 'refund', next: ['refunded', 'refund_failed'] },
  voiding: { awaits: 'void', next: ['abandoned', 'refunding'] },
  refunded: { awaits: null, next: [] },
  abandoned: { awaits: null, next: [] },
  declined: { awaits: null, next: [] },
  // Settlement refused the refund: somebody must look at it.
  refund_failed: { awaits: null, next: ['refunding'] },
} as const satisfies Record<string, { awaits: string | null; next: readonly string[] }>;

export type OrderState = keyof typeof ORDER_STATES;

export function mayMove(from: OrderState, to: OrderState): boolean {
  const next: readonly OrderState[] = ORDER_STATES[from].next;
  return next.includes(to);
}

const BEFORE_CAPTURE: ReadonlySet<OrderState> = new Set([
  'authorising',
  'requires_action',
  'authorised',
  'awaiting_confirmation',
]);

/** Whether nothing is captured yet, nor asked to be: the buyer has not confirmed. */
export function isBeforeCapture(state: OrderState): boolean {
  return BEFORE_CAPTURE.has(state);
}

const BEFORE_ACCEPTANCE: ReadonlySet<OrderState> = new Set(['offered', 'scheduled']);

/** Whether it is paid for, and nobody has accepted it. */
export function isBeforeAcceptance(state: OrderState): boolean {
  return BEFORE_ACCEPTANCE.has(state);
}

const GOING_BACK: ReadonlySet<OrderState> = new Set(['cancelling', 'refunding', 'refunded', 'refund_failed']);

/** Whether the buyer is getting the money back, or has got it. */
export function isGoingBack(state: OrderState): boolean {
  return GOING_BACK.has(state);
}
