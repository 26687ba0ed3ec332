import type { Locale } from '../../../kit/messages/index.ts';
import { checkPin, type PinRefusalCode } from '../../../kit/pin-policy.ts';

/** An offer that waits for the answer of the phone that writes. */
export type WaitingOffer = { order_id: string; shop_name: string; sender_name: string };

/** Where a conversation stands between two messages. Of a PIN that was said once only a keyed digest is kept. */
export type DialogueState =
  | { at: 'idle' }
  | { at: 'awaiting_pin'; order_id: string }
  | { at: 'confirming_pin'; order_id: string; pin_digest: string };

export type DialogueInput = {
  text: string;
  /** E.164: a PIN may not be made of its digits. */
  phone: string;
  /** The phone's open offers, oldest first. */
  offers: readonly WaitingOffer[];
  /** The digest of a PIN under a key that the conversation's state is not kept with. */
  digestOf: (orderId: string, pin: string) => string;
};

/** What is to be done before the answer is said. Its result decides the words. */
export type DialogueAction =
  | { kind: 'accept'; order_id: string; pin: string }
  | { kind: 'refuse'; order_id: string }
  | { kind: 'balance' }
  | { kind: 'language'; locale: Locale }
  | { kind: 'stop' }
  | { kind: 'start' };

export type DialogueReply =
  | { key: 'ask_pin'; offer: WaitingOffer }
  | { key: 'pin_refused'; code: PinRefusalCode }
  | { key: 'pin_again' }
  | { key: 'pin_differs' }
  | { key: 'offer_question'; offer: WaitingOffer }
  | { key: 'no_offer' }
  | { key: 'help' };

export type Turn = { action: DialogueAction } | { reply: DialogueReply };
type Step = { state: DialogueState; turn: Turn };

const ACCEPT = new Set(['1', '수락', '네', '예', 'accept', 'yes']);
const REFUSE = new Set(['2', '거절', '아니요', '아니오', 'refuse', 'no']);
const STOP = new Set(['stop', '수신거부', '중지', '그만']);
const START = new Set(['start', '시작', '수신']);
const BALANCE = new Set(['balance', '잔액', '잔액조회', '잔액 조회']);
const HELP = new Set(['help', '도움말', '도움', '?']);
const LANGUAGE: ReadonlyMap<string, Locale> = new Map([
  ['english', 'en'],
  ['영어', 'en'],
  ['한국어', 'ko'],
  ['한국말', 'ko'],
  ['korean', 'ko'],
]);

/**
 * One message of a conversation by text: a pure function, so that every path can be walked in a test. A PIN is taken only
 * right after it was asked for, and must be said twice; "1" then is no acceptance but part of no PIN, and is answered by
 * asking again.
 */
export function step(state: DialogueState, input: DialogueInput): Step {
  const { text, offers } = input;
  const said = text.normalize('NFKC').trim().toLowerCase();
  const idle = { at: 'idle' } as const;
  if (STOP.has(said)) return { state: idle, turn: { action: { kind: 'stop' } } };
  if (START.has(said)) return { state: idle, turn: { action: { kind: 'start' } } };
  if (HELP.has(said)) return { state, turn: { reply: { key: 'help' } } };
  if (BALANCE.has(said)) return { state, turn: { action: { kind: 'balance' } } };
  const locale = LANGUAGE.get(said);
  if (locale !== undefined) return { state, turn: { action: { kind: 'language', locale } } };
  const [first] = offers;
  if (first === undefined) return { state: idle, turn: { reply: { key: 'no_offer' } } };
  const current =
    state.at === 'idle' ? undefined : offers.find(({ order_id }) => order_id === state.order_id);

  if (REFUSE.has(said)) {
    const { order_id } = current ?? first;
    return { state: idle, turn: { action: { kind: 'refuse', order_id } } };
  }
  if (current !== undefined) return pinStep(state, current, said.replace(/[\s-]/g, ''), input);
  if (ACCEPT.has(said)) {
    return {
      state: { at: 'awaiting_pin', order_id: first.order_id },
      turn: { reply: { key: 'ask_pin', offer: first } },
    };
  }
  return { state: idle, turn: { reply: { key: 'offer_question', offer: first } } };
}

/**
 * The PIN, said twice. After the second time the state stays until the acceptance is known to have worked: should the
 * same message be brought again, it means the same.
 */
function pinStep(
  state: DialogueState,
  offer: WaitingOffer,
  digits: string,
  { phone, digestOf }: DialogueInput,
): Step {
  const { order_id } = offer;
  const isPin = /^[0-9]{4,12}$/.test(digits);
  const startOver = { at: 'awaiting_pin', order_id } as const;
  if (state.at === 'confirming_pin') {
    if (!isPin) return { state, turn: { reply: { key: 'pin_again' } } };
    return digestOf(order_id, digits) === state.pin_digest
      ? { state, turn: { action: { kind: 'accept', order_id, pin: digits } } }
      : { state: startOver, turn: { reply: { key: 'pin_differs' } } };
  }
  if (!isPin) return { state, turn: { reply: { key: 'ask_pin', offer } } };
  const code = checkPin(digits, { phone });
  if (code !== null) return { state, turn: { reply: { key: 'pin_refused', code } } };
  const pin_digest = digestOf(order_id, digits);
  return { state: { at: 'confirming_pin', order_id, pin_digest }, turn: { reply: { key: 'pin_again' } } };
}
