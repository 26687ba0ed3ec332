/** An offer that waits for the answer of the phone that writes. */
export type WaitingOffer = { order_id: string; shop_name: string; sender_name: string };

/** Where a conversation stands between two messages. */
export type DialogueState = { at: 'idle' } | { at: 'awaiting_pin'; order_id: string };

export type DialogueInput = {
  text: string;
  /** The phone's open offers, oldest first. */
  offers: readonly WaitingOffer[];
};

/** What is to be done before the answer is said. Its result decides the words. */
export type DialogueAction =
  | { kind: 'accept'; order_id: string; pin: string }
  | { kind: 'refuse'; order_id: string }
  | { kind: 'balance' }
  | { kind: 'stop' }
  | { kind: 'start' };

export type DialogueReply =
  | { key: 'ask_pin'; offer: WaitingOffer }
  | { key: 'offer_question'; offer: WaitingOffer }
  | { key: 'no_offer' }
  | { key: 'help' };

export type Turn = { action: DialogueAction } | { reply: DialogueReply };

const ACCEPT = new Set(['1', '수락', '네', '예', 'accept', 'yes']);
const REFUSE = new Set(['2', '거절', '아니요', '아니오', 'refuse', 'no']);
const STOP = new Set(['stop', '수신거부', '중지', '그만']);
const START = new Set(['start', '시작', '수신']);
const BALANCE = new Set(['balance', '잔액', '잔액조회', '잔액 조회']);
const HELP = new Set(['help', '도움말', '도움', '?']);

/**
 * One message of a conversation by text: a pure function, so that every path can be walked in a test. A PIN is taken only
 * right after it was asked for; "1" then is no acceptance but part of no PIN, and is answered by asking again.
 */
export function step(
  state: DialogueState,
  { text, offers }: DialogueInput,
): { state: DialogueState; turn: Turn } {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const idle = { at: 'idle' } as const;
  if (STOP.has(said)) return { state: idle, turn: { action: { kind: 'stop' } } };
  if (START.has(said)) return { state: idle, turn: { action: { kind: 'start' } } };
  if (HELP.has(said)) return { state, turn: { reply: { key: 'help' } } };
  if (BALANCE.has(said)) return { state, turn: { action: { kind: 'balance' } } };
  const [first] = offers;
  if (first === undefined) return { state: idle, turn: { reply: { key: 'no_offer' } } };
  const current =
    state.at === 'awaiting_pin' ? offers.find(({ order_id }) => order_id === state.order_id) : undefined;

  if (REFUSE.has(said)) {
    const { order_id } = current ?? first;
    return { state: idle, turn: { action: { kind: 'refuse', order_id } } };
  }
  if (current !== undefined) {
    const digits = said.replace(/[\s-]/g, '');
    if (/^[0-9]{4,12}$/.test(digits)) {
      return { state, turn: { action: { kind: 'accept', order_id: current.order_id, pin: digits } } };
    }
    return { state, turn: { reply: { key: 'ask_pin', offer: current } } };
  }
  if (ACCEPT.has(said)) {
    return {
      state: { at: 'awaiting_pin', order_id: first.order_id },
      turn: { reply: { key: 'ask_pin', offer: first } },
    };
  }
  return { state: idle, turn: { reply: { key: 'offer_question', offer: first } } };
}
