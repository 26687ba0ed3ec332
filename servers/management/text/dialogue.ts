import { checkPin, type PinRefusalCode } from '../../../kit/pin-policy.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { type Meaning, understand } from './understand.ts';

/** An offer that waits for the answer of the phone that writes. */
export type WaitingOffer = { order_id: string; shop_name: string; sender_name: string };

/** Where a conversation stands between two messages. Of a PIN that was said once only a keyed digest is kept. */
export type DialogueState =
  | { at: 'idle' }
  | { at: 'awaiting_pin'; order_id: string }
  | { at: 'confirming_pin'; order_id: string; pin_digest: string }
  /** Something was said about refusing; `word` is what would be told to the sender. */
  | { at: 'confirming_refusal'; order_id: string; word?: string };

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
  | { kind: 'refuse'; order_id: string; word?: string }
  | { kind: 'balance' }
  | { kind: 'status' }
  | { kind: 'who_sent' }
  | { kind: 'forgot_pin' }
  | { kind: 'language'; locale: Locale }
  | { kind: 'stop' }
  | { kind: 'start' };

export type DialogueReply =
  | { key: 'ask_pin'; offer: WaitingOffer }
  | { key: 'pin_refused'; code: PinRefusalCode }
  | { key: 'pin_again' }
  | { key: 'pin_differs' }
  | { key: 'offer_question'; offer: WaitingOffer }
  | { key: 'refuse_question'; offer: WaitingOffer; word?: string }
  | { key: 'no_offer' }
  | { key: 'help' };

export type Turn = { action: DialogueAction } | { reply: DialogueReply };
type Step = { state: DialogueState; turn: Turn };

const IDLE = { at: 'idle' } as const;

/**
 * One message of a conversation by text: a pure function, so that every path can be walked in a test. A PIN is taken only
 * right after it was asked for, and must be said twice. A refusal can't be taken back, so one that is not plain is asked
 * about, and while a PIN is asked for only its own word is.
 */
export function step(state: DialogueState, input: DialogueInput): Step {
  const said = understand(input.text);
  if (said.kind === 'language') return { state, turn: { action: said } };
  const [first] = input.offers;
  const current =
    state.at === 'idle' ? undefined : input.offers.find(({ order_id }) => order_id === state.order_id);
  if (said.kind === 'command') return commandStep(state, said, current, input);
  if (first === undefined) return { state: IDLE, turn: { reply: { key: 'no_offer' } } };
  // What stood in the middle of another gift's conversation is over with it.
  if (current === undefined) return answerStep(first, said);
  if (state.at === 'confirming_refusal') return refusalStep(state, current, said);
  return pinStep(state, current, said, input);
}

function commandStep(
  state: DialogueState,
  { command }: Extract<Meaning, { kind: 'command' }>,
  current: WaitingOffer | undefined,
  { offers }: DialogueInput,
): Step {
  if (command === 'stop' || command === 'start') return { state: IDLE, turn: { action: { kind: command } } };
  if (command === 'help') return { state, turn: { reply: { key: 'help' } } };
  if (command !== 'repeat') return { state, turn: { action: { kind: command } } };
  if (current !== undefined) return { state, turn: { reply: currentQuestion(state, current) } };
  const [first] = offers;
  return first === undefined
    ? { state: IDLE, turn: { reply: { key: 'no_offer' } } }
    : { state: IDLE, turn: { reply: { key: 'offer_question', offer: first } } };
}

/** What was asked last. */
function currentQuestion(state: DialogueState, offer: WaitingOffer): DialogueReply {
  if (state.at === 'awaiting_pin') return { key: 'ask_pin', offer };
  if (state.at === 'confirming_pin') return { key: 'pin_again' };
  if (state.at === 'confirming_refusal') return refuseQuestion(offer, state.word);
  return { key: 'offer_question', offer };
}

function refuseQuestion(offer: WaitingOffer, word: string | undefined): DialogueReply {
  return { key: 'refuse_question', offer, ...(word === undefined ? {} : { word }) };
}

/** The answer to a gift that nothing was said about yet. */
function answerStep(offer: WaitingOffer, said: Meaning): Step {
  const { order_id } = offer;
  if (said.kind === 'accept') return askPin(offer);
  if (said.kind === 'refuse') return { state: IDLE, turn: { action: { kind: 'refuse', order_id } } };
  if (said.kind === 'refuse_with_word')
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, word: said.word } } };
  if (said.kind === 'maybe_refuse') return askRefusal(offer, said.word);
  return { state: IDLE, turn: { reply: { key: 'offer_question', offer } } };
}

function askPin(offer: WaitingOffer): Step {
  return {
    state: { at: 'awaiting_pin', order_id: offer.order_id },
    turn: { reply: { key: 'ask_pin', offer } },
  };
}

function askRefusal(offer: WaitingOffer, word: string | undefined): Step {
  const { order_id } = offer;
  return {
    state: { at: 'confirming_refusal', order_id, ...(word === undefined ? {} : { word }) },
    turn: { reply: refuseQuestion(offer, word) },
  };
}

/** Whether to refuse was asked. Only what can mean nothing else refuses: a "yes" may be to either. */
function refusalStep(
  state: Extract<DialogueState, { at: 'confirming_refusal' }>,
  offer: WaitingOffer,
  said: Meaning,
): Step {
  const { order_id, word } = state;
  if (said.kind === 'refuse' && said.plain) {
    const told = word === undefined ? {} : { word };
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, ...told } } };
  }
  if (said.kind === 'refuse_with_word')
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, word: said.word } } };
  if (said.kind === 'accept' && said.plain) return askPin(offer);
  return { state, turn: { reply: refuseQuestion(offer, word) } };
}

/**
 * The PIN, said twice. After the second time the state stays until the acceptance is known to have worked: should the
 * same message be brought again, it means the same.
 */
function pinStep(state: DialogueState, offer: WaitingOffer, said: Meaning, input: DialogueInput): Step {
  const { order_id } = offer;
  if (said.kind === 'refuse_with_word' || said.kind === 'maybe_refuse' || said.kind === 'refuse')
    return askRefusal(offer, 'word' in said ? said.word : undefined);
  if (said.kind !== 'digits') return { state, turn: { reply: currentQuestion(state, offer) } };
  const { digits } = said;
  if (state.at === 'confirming_pin') {
    if (input.digestOf(order_id, digits) === state.pin_digest)
      return { state, turn: { action: { kind: 'accept', order_id, pin: digits } } };
    const restart = { at: 'awaiting_pin', order_id } as const;
    return { state: restart, turn: { reply: { key: 'pin_differs' } } };
  }
  const code = checkPin(digits, { phone: input.phone });
  if (code !== null) return { state, turn: { reply: { key: 'pin_refused', code } } };
  const pin_digest = input.digestOf(order_id, digits);
  return { state: { at: 'confirming_pin', order_id, pin_digest }, turn: { reply: { key: 'pin_again' } } };
}
