import { checkPin } from '../../../../kit/pin-policy.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import { CHOICE, invalidChoice, wrongAnswer } from './moves.ts';
import { phoneNotChecked } from './phone-checks.ts';
import { PIN_KEYS, pinRefused } from './pins.ts';
import { otherLocale, say } from './say.ts';
import type { CallState, EffectResult, Move, Node, OfferFact } from './types.ts';

/**
 * A caller who asks about a gift keys the number it was sent to and is called back there: a caller's number is easily
 * forged, and whoever accepts chooses the PIN.
 */
const receivePhoneNode: Node = {
  prompt: (state) => [
    ...(state.phone === null ? [] : [say(state, 'voice.receive_this_phone', { phone: state.phone })]),
    say(state, 'voice.receive_phone'),
  ],
  keys: { kind: 'number', digits_max: 15 },
  onDigits: (state, digits) => {
    if (digits === '1' && state.phone !== null)
      return { effect: { kind: 'call_back', phone: state.phone, about: 'gift' } };
    const phone = parsePhone(digits);
    return phone.ok
      ? { effect: { kind: 'call_back', phone: phone.e164, about: 'gift' } }
      : { retry: [say(state, 'voice.phone_wrong')] };
  },
  onResult: (state, result) =>
    result.kind === 'call_back_planned'
      ? { end: 'hang_up', say: [say(state, 'voice.call_back')] }
      : { go: 'menu', say: [say(state, 'voice.call_back_limit')] },
  back: () => 'menu',
};

/** Receipt 1: the sender, the gift and the sender's message. */
const offerNode: Node = {
  prompt: (state) => {
    const { offer } = state.facts;
    if (offer === undefined) return [];
    const { sender_name, message, name_to_confirm: name } = offer;
    return [
      say(state, 'voice.offer', { sender_name, shop_name: shopOf(state, offer), amount: amountOf(offer) }),
      ...(message === '' ? [] : [say(state, 'voice.offer_message', { message })]),
      ...(name === undefined ? [] : [say(state, 'voice.offer_for', { name })]),
      say(state, 'voice.offer_choice', { answer_by_at: offer.answer_by }),
      say(state, isUncalled(state) ? 'voice.offer_start_calls' : 'voice.offer_stop_calls'),
      say({ locale: otherLocale(state.locale) }, 'voice.change_language'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    const { offer } = state.facts;
    if (offer === undefined) return invalidChoice(state);
    switch (key) {
      case '1':
        return { go: 'pin', facts: { failures: 0 } };
      case '2':
        return { go: 'refuse_sure' };
      case '3':
        return { end: 'hang_up', say: [say(state, 'voice.later')] };
      case '8':
        return {
          effect: { kind: 'choose_locale', phone: offer.phone, locale: otherLocale(state.locale) },
        };
      case '9':
        return {
          effect: { kind: 'choose_calls', phone: offer.phone, calls: isUncalled(state) ? 'all' : 'none' },
        };
      default:
        return invalidChoice(state);
    }
  },
  onResult: (state, result) => {
    if (result.kind === 'locale_chosen') return { go: 'offer', locale: result.locale };
    if (result.kind === 'calls_seen' && result.calls !== 'none')
      return { go: 'offer', facts: { calls: result.calls }, say: [say(state, 'voice.calls_started')] };
    return { end: 'hang_up', say: [say(state, 'voice.calls_stopped')] };
  },
  back: () => 'offer',
};

/** Whoever opted out of our calls, and asked for this one. */
function isUncalled({ facts: { calls } }: CallState): boolean {
  return calls === 'none';
}

/** Receipt 2: accepting means choosing a PIN, keyed twice. */
const pinNode: Node = {
  prompt: (state) => [say(state, 'voice.pin')],
  keys: PIN_KEYS,
  onDigits: (state, pin, { digestOf }) => {
    const { offer } = state.facts;
    if (offer === undefined) return invalidChoice(state);
    const code = checkPin(pin, { phone: offer.phone });
    if (code !== null) return { retry: [pinRefused(state, code)] };
    return { go: 'pin_again', facts: { pin_digest: digestOf(offer.order_id, pin) } };
  },
  back: () => 'offer',
};

const pinAgainNode: Node = {
  prompt: (state) => [say(state, 'voice.pin_again')],
  keys: PIN_KEYS,
  onDigits: (state, pin, { digestOf }) => {
    const { offer, pin_digest } = state.facts;
    if (offer === undefined) return invalidChoice(state);
    const { order_id, phone } = offer;
    return digestOf(order_id, pin) === pin_digest
      ? { effect: { kind: 'accept', order_id, phone, pin } }
      : wrongAnswer(state, { go: 'pin', why: say(state, 'voice.pin_differs') });
  },
  onResult: accepted,
  back: () => 'pin',
};

function accepted(state: CallState, result: EffectResult): Move {
  if (result.kind === 'accepted') {
    const { valid_until, next_offer } = result;
    return { go: 'received', facts: { valid_until, next_offer } };
  }
  if (result.kind === 'acceptance_pending')
    return { end: 'hang_up', say: [say(state, 'voice.acceptance_pending')] };
  const code = result.kind === 'refused' ? result.code : '';
  if (code.startsWith('pin_')) return wrongAnswer(state, { go: 'pin', why: pinRefused(state, code) });
  return { end: 'hang_up', say: [offerClosed(state, code)] };
}

/** Receipt 3: where and until when the certificate is valid. */
const receivedNode: Node = {
  prompt: (state) => {
    const { offer, valid_until, next_offer = null } = state.facts;
    if (offer === undefined || valid_until === undefined) return [];
    const { phone } = offer;
    return [
      say(state, 'voice.received', { shop_name: shopOf(state, offer), amount: amountOf(offer) }),
      say(state, 'voice.where_and_until', {
        phone,
        shop_name: shopOf(state, offer),
        valid_until_at: valid_until,
      }),
      next_offer === null ? say(state, 'voice.hang_up_now') : say(state, 'voice.next_offer'),
    ];
  },
  keys: CHOICE,
  onDigits: nextOffer,
  back: () => 'received',
  ends_on_silence: true,
};

const refuseSureNode: Node = {
  prompt: (state) => [say(state, 'voice.refuse_sure')],
  keys: CHOICE,
  onDigits: (state, key) => {
    const { offer } = state.facts;
    if (key !== '2' || offer === undefined) return invalidChoice(state);
    return { effect: { kind: 'refuse', order_id: offer.order_id, phone: offer.phone } };
  },
  onResult: (state, result) =>
    result.kind === 'refused_gift'
      ? { go: 'gift_refused', facts: { next_offer: result.next_offer } }
      : { end: 'hang_up', say: [offerClosed(state, result.kind === 'refused' ? result.code : '')] },
  back: () => 'offer',
};

const giftRefusedNode: Node = {
  prompt: (state) => {
    const { offer, next_offer = null } = state.facts;
    return [
      say(state, 'voice.gift_refused', { sender_name: offer?.sender_name ?? '' }),
      next_offer === null ? say(state, 'voice.hang_up_now') : say(state, 'voice.next_offer'),
    ];
  },
  keys: CHOICE,
  onDigits: nextOffer,
  back: () => 'gift_refused',
  ends_on_silence: true,
};

function nextOffer(state: CallState, key: string): Move {
  const { next_offer = null } = state.facts;
  if (key !== '1' || next_offer === null) return invalidChoice(state);
  return { go: 'offer', facts: { offer: next_offer, next_offer: null } };
}

/** For an answering machine, which others may listen to: that there is a gift, but not what or from whom. */
const voicemailNode: Node = {
  prompt: (state) => [say(state, 'voice.voicemail')],
  back: () => 'voicemail',
};

function offerClosed(state: CallState, code: string) {
  if (code === 'already_accepted') return say(state, 'voice.already_accepted');
  if (code === 'already_refused') return say(state, 'voice.already_refused');
  if (code === 'offer_expired') return say(state, 'voice.offer_over');
  if (code === 'certificate_frozen') return say(state, 'voice.offer_frozen');
  if (code === 'wrong_state') return say(state, 'voice.offer_gone');
  return phoneNotChecked(state, code) ?? say(state, 'voice.not_now');
}

function shopOf({ locale }: CallState, offer: OfferFact): string {
  return locale === 'ko' ? offer.shop_name_ko : offer.shop_name_en;
}

function amountOf({ amount_minor, currency }: OfferFact) {
  return { amount_minor, currency };
}

export const receiveNodes = {
  receive_phone: receivePhoneNode,
  offer: offerNode,
  pin: pinNode,
  pin_again: pinAgainNode,
  received: receivedNode,
  refuse_sure: refuseSureNode,
  gift_refused: giftRefusedNode,
  voicemail: voicemailNode,
};
