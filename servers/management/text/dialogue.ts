import { checkPin, type PinRefusalCode } from '../../../kit/pin-policy.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { type Meaning, understand } from './understand.ts';

/** An offer waiting for this phone's answer. */
export type WaitingOffer = { order_id: string; shop_name: string; sender_name: string };

/** The state of a conversation between two messages. A PIN sent once is stored only as a keyed digest. */
export type DialogueState =
  | { at: 'idle' }
  | { at: 'awaiting_pin'; order_id: string }
  | { at: 'confirming_pin'; order_id: string; pin_digest: string }
  /** The message may have been a refusal; `word` would go to the sender with it. */
  | { at: 'confirming_refusal'; order_id: string; word?: string };

export type DialogueInput = {
  text: string;
  /** E.164; a PIN may not be part of it. */
  phone: string;
  /** The phone's open offers, oldest first. */
  offers: readonly WaitingOffer[];
  /** The digest of a PIN, under a key that is not stored with the state. */
  digestOf: (orderId: string, pin: string) => string;
};

/** An operation to perform before replying; its result decides the reply. */
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
  | { key: 'stop_question' }
  | { key: 'no_offer' }
  | { key: 'help' };

export type Turn = { action: DialogueAction } | { reply: DialogueReply };
type Step = { state: DialogueState; turn: Turn };

const IDLE = { at: 'idle' } as const;

/**
 * One message of a conversation by text: a pure function, so that a test can walk every path. A PIN counts only right after
 * we asked for it, and must be sent twice. A refusal can't be undone, so unless it is clear we ask first, and while we are
 * asking for a PIN we always do.
 */
export function step(state: DialogueState, input: DialogueInput): Step {
  const message = understand(input.text);
  if (message.kind === 'language') return { state, turn: { action: message } };
  const [first] = input.offers;
  const current =
    state.at === 'idle' ? undefined : input.offers.find(({ order_id }) => order_id === state.order_id);
  if (message.kind === 'command') return commandStep(state, message, current, input);
  if (message.kind === 'maybe_stop') return { state, turn: { reply: { key: 'stop_question' } } };
  if (first === undefined) return { state: IDLE, turn: { reply: { key: 'no_offer' } } };
  // The state was about a gift that no longer waits.
  if (current === undefined) return answerStep(first, message);
  if (state.at === 'confirming_refusal') return refusalStep(state, current, message);
  return pinStep(state, current, message, input);
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

/** The last question, again. */
function currentQuestion(state: DialogueState, offer: WaitingOffer): DialogueReply {
  if (state.at === 'awaiting_pin') return { key: 'ask_pin', offer };
  if (state.at === 'confirming_pin') return { key: 'pin_again' };
  if (state.at === 'confirming_refusal') return refuseQuestion(offer, state.word);
  return { key: 'offer_question', offer };
}

function refuseQuestion(offer: WaitingOffer, word: string | undefined): DialogueReply {
  return { key: 'refuse_question', offer, ...(word === undefined ? {} : { word }) };
}

/** The first message about a gift. */
function answerStep(offer: WaitingOffer, message: Meaning): Step {
  const { order_id } = offer;
  if (message.kind === 'accept') return askPin(offer);
  if (message.kind === 'refuse') return { state: IDLE, turn: { action: { kind: 'refuse', order_id } } };
  if (message.kind === 'refuse_with_word')
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, word: message.word } } };
  if (message.kind === 'maybe_refuse') return askRefusal(offer, message.word);
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

/** We asked whether to refuse. Only a plain refusal counts: a "yes" could mean either. */
function refusalStep(
  state: Extract<DialogueState, { at: 'confirming_refusal' }>,
  offer: WaitingOffer,
  message: Meaning,
): Step {
  const { order_id, word } = state;
  if (message.kind === 'refuse' && message.plain) {
    const withWord = word === undefined ? {} : { word };
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, ...withWord } } };
  }
  if (message.kind === 'refuse_with_word')
    return { state: IDLE, turn: { action: { kind: 'refuse', order_id, word: message.word } } };
  if (message.kind === 'accept' && message.plain) return askPin(offer);
  return { state, turn: { reply: refuseQuestion(offer, word) } };
}

/**
 * The PIN, sent twice. After the second time the state stays until the acceptance has succeeded, so that a message which is
 * delivered again means the same.
 */
function pinStep(state: DialogueState, offer: WaitingOffer, message: Meaning, input: DialogueInput): Step {
  const { order_id } = offer;
  if (message.kind === 'refuse_with_word' || message.kind === 'maybe_refuse' || message.kind === 'refuse')
    return askRefusal(offer, 'word' in message ? message.word : undefined);
  if (message.kind !== 'digits') return { state, turn: { reply: currentQuestion(state, offer) } };
  const { digits } = message;
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
