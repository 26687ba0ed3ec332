/**
 * What a text message provider can do besides its work. `throttle` and `queue_full`: too much, later. `reject`: no such
 * number. `trouble`: its own fault. `lose_response`: takes the message and does not answer. `break_connection`: takes it
 * and hangs up. `never_deliver`: takes it, answers, and that is all. `silent`: answers nothing at all any more. `away`:
 * lets nobody in.
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
 * How a receipt says which message it is of: by parameters, only by the text of appendix B, by that text with the id in
 * decimal (it was answered in hexadecimal), or by text with notes on the way before it.
 */
export const RECEIPT_STYLES = ['parameters', 'text', 'text_decimal', 'text_with_notes'] as const;
export type ReceiptStyle = (typeof RECEIPT_STYLES)[number];

export type ConductState = {
  misbehaviour: Misbehaviour;
  /** For how many messages; without it for all that come. */
  messages?: number;
  receipts: ReceiptStyle;
  /** How long it takes to answer a submission. */
  answer_ms: number;
};

export type Conduct = {
  state(): ConductState;
  change(change: Partial<ConductState>): ConductState;
  is(misbehaviour: Misbehaviour): boolean;
  /** What is done with the message that comes now. */
  next(): Misbehaviour;
  receipts(): ReceiptStyle;
  answerMs(): number;
};

export function conduct(hangUp: () => void): Conduct {
  let state: ConductState = { misbehaviour: 'none', receipts: 'parameters', answer_ms: 0 };
  return {
    state: () => state,
    change(change) {
      const { messages: _before, ...kept } = state;
      state = { ...kept, ...change };
      if (state.misbehaviour === 'away') hangUp();
      return state;
    },
    is: (misbehaviour) => state.misbehaviour === misbehaviour,
    next() {
      const { misbehaviour, messages } = state;
      if (messages !== undefined) {
        state = { ...state, messages: messages - 1 };
        if (messages <= 1) {
          const { messages: _spent, ...rest } = state;
          state = { ...rest, misbehaviour: 'none' };
        }
      }
      return misbehaviour;
    },
    receipts: () => state.receipts,
    answerMs: () => state.answer_ms,
  };
}

const DELIVERY_RECEIPT = 4;
const INTERMEDIATE = 0x20;

/** What is delivered to say what became of a message: one notice or several. */
export function receiptFields(style: ReceiptStyle, id: string, dead: boolean): Record<string, unknown>[] {
  const date = new Date().toISOString().replace(/\D/g, '').slice(2, 12);
  const report = (shownId: string, stat: string, dlvrd: string) =>
    `id:${shownId} sub:001 dlvrd:${dlvrd} submit date:${date} done date:${date} stat:${stat} err:000 text:`;
  const [stat, dlvrd] = dead ? ['UNDELIV', '000'] : ['DELIVRD', '001'];
  const esm_class = DELIVERY_RECEIPT;
  switch (style) {
    case 'parameters':
      return [
        {
          ...{ esm_class, receipted_message_id: id, message_state: dead ? 5 : 2 },
          short_message: report(id, stat, dlvrd),
        },
      ];
    case 'text':
      return [{ esm_class, short_message: report(id.toUpperCase(), stat, dlvrd) }];
    case 'text_decimal':
      return [
        { esm_class, short_message: report(String(Number.parseInt(id, 16)).padStart(10, '0'), stat, dlvrd) },
      ];
    case 'text_with_notes':
      return [
        { esm_class: INTERMEDIATE, short_message: report(id, 'ENROUTE', '000') },
        { esm_class, short_message: report(id, 'ACCEPTD', '000') },
        {
          esm_class,
          short_message: report(id, stat, dlvrd).replace('id:', 'Id: ').replace('stat:', 'Stat: '),
        },
      ];
  }
}
