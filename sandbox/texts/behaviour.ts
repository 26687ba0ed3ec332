/**
 * How a provider can misbehave. `throttle` and `queue_full`: too many messages, retry later. `reject`: no such number.
 * `trouble`: internal error. `lose_response`: accepts the message but never answers. `break_connection`: accepts it and
 * disconnects. `never_deliver`: accepts it and answers, but never delivers. `silent`: stops answering altogether. `away`:
 * refuses connections.
 */
export const MISBEHAVIOURS = [
  'none',
  'throttle',
  'queue_full',
  'reject',
  'trouble',
  'lose_response',
  'break_connection',
  'never_deliver',
  'silent',
  'away',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

/**
 * How a receipt identifies its message: by parameters, only by the text of appendix B, by that text with the id in decimal
 * although it was returned in hexadecimal, or by text after intermediate notifications.
 */
export const RECEIPT_STYLES = ['parameters', 'text', 'text_decimal', 'text_with_notes'] as const;
export type ReceiptStyle = (typeof RECEIPT_STYLES)[number];

type BehaviourState = {
  misbehaviour: Misbehaviour;
  /** For how many messages it misbehaves; undefined means until it is changed. */
  messages?: number;
  receipts: ReceiptStyle;
  /** How long it takes to answer a submission. */
  answer_ms: number;
};

export type Behaviour = {
  state(): BehaviourState;
  change(change: Partial<BehaviourState>): BehaviourState;
  is(misbehaviour: Misbehaviour): boolean;
  /** How the next message is treated; counts it. */
  next(): Misbehaviour;
};

export function createBehaviour(disconnectAll: () => void): Behaviour {
  let state: BehaviourState = { misbehaviour: 'none', receipts: 'parameters', answer_ms: 0 };
  return {
    state: () => state,
    change(change) {
      const { messages: _previous, ...rest } = state;
      state = { ...rest, ...change };
      if (state.misbehaviour === 'away') disconnectAll();
      return state;
    },
    is: (misbehaviour) => state.misbehaviour === misbehaviour,
    next() {
      const { misbehaviour, messages, ...rest } = state;
      if (messages !== undefined)
        state = messages > 1 ? { ...state, messages: messages - 1 } : { ...rest, misbehaviour: 'none' };
      return misbehaviour;
    },
  };
}
