import { parsePhone } from '../../../../kit/typed/phone.ts';
import { PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../../../kit/typed/pin.ts';
import { closedText, isClosed } from './balances.ts';
import { CHOICE, invalidChoice, pickByKey, wrongAnswer } from './moves.ts';
import { say } from './say.ts';
import { promptShop } from './shops.ts';
import type { CallState, EffectResult, HolderShop, Move, Node, ShopFact } from './types.ts';

/** The phone number that opens the certificate. */
const holderPhoneNode: Node = {
  prompt: (state) => [
    ...(state.phone === null ? [] : [say(state, 'voice.holder_this_phone', { phone: state.phone })]),
    say(state, 'voice.holder_phone'),
  ],
  keys: { kind: 'number', digits_max: 15 },
  onDigits: (state, digits) => {
    const keyed = digits === '1' && state.phone !== null ? state.phone : digits;
    const phone = parsePhone(keyed);
    return phone.ok
      ? { effect: { kind: 'list_shops' }, facts: { holder_phone: phone.e164, failures: 0 } }
      : { retry: [say(state, 'voice.phone_wrong')] };
  },
  onResult: (state, result) => {
    if (result.kind !== 'shops_listed') return afterUnlockCode(state, result);
    const shops = onePerServer(result.shops);
    const [first] = shops;
    if (first === undefined) return { go: 'menu', say: [say(state, 'voice.no_shops')] };
    return shops.length === 1 ? chooseShop(state, first) : { go: 'holder_shop', facts: { shops, first: 0 } };
  },
  back: () => 'menu',
};

/** A server may have several shops, with the same PINs for all of them. */
function onePerServer(shops: readonly ShopFact[]): ShopFact[] {
  return shops.filter(({ party }, i) => shops.findIndex((other) => other.party === party) === i);
}

const holderShopNode: Node = {
  prompt: promptShop,
  keys: CHOICE,
  onDigits: (state, key) => {
    const { shops = [], first = 0 } = state.facts;
    const choice = pickByKey(shops, first, key);
    if (choice === undefined) return invalidChoice(state);
    return 'item' in choice
      ? chooseShop(state, choice.item)
      : { go: 'holder_shop', facts: { first: choice.first } };
  },
  onResult: afterUnlockCode,
  back: () => 'holder_phone',
};

function chooseShop(state: CallState, { party, name_ko, name_en }: ShopFact): Move {
  const holder_shop = { party, name_ko, name_en };
  if (state.facts.purpose !== 'unlock') return { go: 'holder_pin', facts: { holder_shop } };
  return { ...askForCode(state, holder_shop, { by_call: false }), facts: { holder_shop } };
}

function askForCode(
  { locale, facts: { holder_phone: phone = '' } }: CallState,
  { party }: HolderShop,
  { by_call }: { by_call: boolean },
): Extract<Move, { effect: unknown }> {
  return { effect: { kind: 'send_unlock_code', party, phone, locale, by_call } };
}

/** Whoever calls from the number in question can't be called while they talk, so the code's own call goes on. */
function afterUnlockCode(state: CallState, result: EffectResult): Move {
  if (result.kind === 'code_sent')
    return result.by === 'call'
      ? { end: 'hang_up', say: [say(state, 'voice.code_call_coming')] }
      : { go: 'unlock_code', say: [say(state, 'voice.code_sent')] };
  const limited = result.kind === 'refused' && result.code === 'rate_limited';
  return { go: 'menu', say: [say(state, limited ? 'voice.too_often' : 'voice.try_later')] };
}

/** The PIN is kept sealed for what the holder asks for next. */
const holderPinNode: Node = {
  prompt: (state) => [say(state, 'voice.holder_pin')],
  keys: { kind: 'secret', digits_max: PIN_DIGITS_MAX },
  onDigits: (state, pin, { seal }) => {
    const { holder_shop, holder_phone: phone } = state.facts;
    if (holder_shop === undefined || phone === undefined) return { go: 'menu' };
    if (pin.length < PIN_DIGITS_MIN) return { retry: [say(state, 'voice.holder_pin_short')] };
    return {
      effect: { kind: 'ask_balance', party: holder_shop.party, phone, pin },
      facts: { pin_sealed: seal(pin) },
    };
  },
  onResult: (state, result) => {
    if (result.kind === 'balances') return { go: 'balance', facts: { balances: result.balances } };
    const code = result.kind === 'refused' ? result.code : '';
    if (code === 'pin_or_phone_wrong')
      return wrongAnswer(state, { go: 'holder_pin', why: say(state, 'voice.pin_or_phone_wrong') });
    if (isClosed(code)) return { go: 'menu', say: [closedText(state, result)] };
    if (code === 'certificate_locked')
      return { go: 'forgotten', say: [say(state, 'voice.certificate_locked')] };
    return { go: 'menu', say: [say(state, code === 'rate_limited' ? 'voice.too_often' : 'voice.try_later')] };
  },
  back: () => 'holder_phone',
};

const forgottenNode: Node = {
  prompt: (state) => [say(state, 'voice.forgotten')],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key === '1') return { go: 'holder_phone', facts: { purpose: 'unlock' } };
    return key === '2' ? { go: 'account_phone' } : invalidChoice(state);
  },
  back: () => 'menu',
};

/** The code from the text; who got none has it said by a call. */
const unlockCodeNode: Node = {
  prompt: (state) => [say(state, 'voice.unlock_code'), say(state, 'voice.unlock_code_by_call')],
  keys: { kind: 'secret', digits_max: 6 },
  onDigits: (state, code, { seal }) => {
    const { holder_shop } = state.facts;
    if (code === '1' && holder_shop !== undefined) return askForCode(state, holder_shop, { by_call: true });
    return code.length === 6
      ? { go: 'new_pin', facts: { code_sealed: seal(code) } }
      : { retry: [say(state, 'voice.code_short')] };
  },
  onResult: afterUnlockCode,
  back: () => 'menu',
};

export const holderNodes = {
  holder_phone: holderPhoneNode,
  holder_shop: holderShopNode,
  holder_pin: holderPinNode,
  forgotten: forgottenNode,
  unlock_code: unlockCodeNode,
};
