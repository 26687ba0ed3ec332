import { isMobile, parsePhone } from '../../../../kit/phone.ts';
import { checkPin, PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../../../kit/pin-policy.ts';
import { CHOICE, invalidChoice, pickByKey, wrongAnswer } from './moves.ts';
import { PIN_KEYS, pinRefused } from './pins.ts';
import { say, shopName } from './say.ts';
import { promptShop } from './shops.ts';
import type { CallState, EffectResult, Move, Node, ShopFact } from './types.ts';

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
    if (!phone.ok) return { retry: [say(state, 'voice.phone_wrong')] };
    // The unlock code is sent by text.
    if (state.facts.purpose === 'unlock' && !isMobile(phone.e164))
      return { go: 'menu', say: [say(state, 'voice.unlock_needs_mobile')] };
    return { effect: { kind: 'list_shops' }, facts: { holder_phone: phone.e164, failures: 0 } };
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

function chooseShop(state: CallState, shop: ShopFact): Move {
  const { purpose, holder_phone: phone = '' } = state.facts;
  if (purpose !== 'unlock') return { go: 'holder_pin', facts: { shop } };
  const { party } = shop;
  return { effect: { kind: 'send_unlock_code', party, phone, locale: state.locale }, facts: { shop } };
}

function afterUnlockCode(state: CallState, result: EffectResult): Move {
  if (result.kind === 'code_sent') return { go: 'unlock_code', say: [say(state, 'voice.code_sent')] };
  const limited = result.kind === 'refused' && result.code === 'rate_limited';
  return { go: 'menu', say: [say(state, limited ? 'voice.too_often' : 'voice.try_later')] };
}

const holderPinNode: Node = {
  prompt: (state) => [say(state, 'voice.holder_pin')],
  keys: { kind: 'secret', digits_max: PIN_DIGITS_MAX },
  onDigits: (state, pin) => {
    const { shop, holder_phone: phone } = state.facts;
    if (shop === undefined || phone === undefined) return { go: 'menu' };
    if (pin.length < PIN_DIGITS_MIN) return { retry: [say(state, 'voice.holder_pin_short')] };
    return { effect: { kind: 'ask_balance', party: shop.party, phone, pin } };
  },
  onResult: (state, result) => {
    if (result.kind === 'balances') return { go: 'balance', facts: { balances: result.balances } };
    const code = result.kind === 'refused' ? result.code : '';
    if (code === 'pin_or_phone_wrong')
      return wrongAnswer(state, { go: 'holder_pin', why: say(state, 'voice.pin_or_phone_wrong') });
    if (code === 'certificate_locked')
      return { go: 'forgotten', say: [say(state, 'voice.certificate_locked')] };
    return { go: 'menu', say: [say(state, code === 'rate_limited' ? 'voice.too_often' : 'voice.try_later')] };
  },
  back: () => 'holder_phone',
};

const balanceNode: Node = {
  prompt: (state) => {
    const { balances = [], shop } = state.facts;
    if (shop === undefined) return [];
    const shop_name = shopName(state, shop);
    return [
      ...balances.map(({ amount_minor, currency, expires_at }) =>
        say(state, 'voice.balance', {
          shop_name,
          remaining: { amount_minor, currency },
          valid_until_at: expires_at,
        }),
      ),
      say(state, 'voice.anything_else'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'menu',
  ends_on_silence: true,
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

const unlockCodeNode: Node = {
  prompt: (state) => [say(state, 'voice.unlock_code')],
  keys: { kind: 'secret', digits_max: 6 },
  onDigits: (state, code, { seal }) =>
    code.length === 6
      ? { go: 'new_pin', facts: { code_sealed: seal(code) } }
      : { retry: [say(state, 'voice.code_short')] },
  back: () => 'menu',
};

const newPinNode: Node = {
  prompt: (state) => [say(state, 'voice.new_pin')],
  keys: PIN_KEYS,
  onDigits: (state, pin, { digestOf }) => {
    const { holder_phone: phone = '' } = state.facts;
    const code = checkPin(pin, { phone });
    if (code !== null) return { retry: [pinRefused(state, code)] };
    return { go: 'new_pin_again', facts: { pin_digest: digestOf(phone, pin) } };
  },
  back: () => 'unlock_code',
};

const newPinAgainNode: Node = {
  prompt: (state) => [say(state, 'voice.pin_again')],
  keys: PIN_KEYS,
  onDigits: (state, new_pin, { digestOf }) => {
    const { holder_phone: phone = '', shop, pin_digest, code_sealed } = state.facts;
    if (shop === undefined || code_sealed === undefined) return { go: 'menu' };
    return digestOf(phone, new_pin) === pin_digest
      ? { effect: { kind: 'unlock', party: shop.party, phone, code_sealed, new_pin } }
      : wrongAnswer(state, { go: 'new_pin', why: say(state, 'voice.pin_differs') });
  },
  onResult: (state, result) => {
    if (result.kind === 'unlocked') return { go: 'unlocked' };
    const code = result.kind === 'refused' ? result.code : '';
    if (code.startsWith('verification_code_'))
      return wrongAnswer(state, { go: 'unlock_code', why: say(state, 'voice.code_wrong') });
    if (code.startsWith('pin_')) return wrongAnswer(state, { go: 'new_pin', why: pinRefused(state, code) });
    return { go: 'menu', say: [say(state, code === 'rate_limited' ? 'voice.too_often' : 'voice.try_later')] };
  },
  back: () => 'new_pin',
};

const unlockedNode: Node = {
  prompt: (state) => [say(state, 'voice.unlocked'), say(state, 'voice.anything_else')],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'menu',
  ends_on_silence: true,
};

export const holderNodes = {
  holder_phone: holderPhoneNode,
  holder_shop: holderShopNode,
  holder_pin: holderPinNode,
  balance: balanceNode,
  forgotten: forgottenNode,
  unlock_code: unlockCodeNode,
  new_pin: newPinNode,
  new_pin_again: newPinAgainNode,
  unlocked: unlockedNode,
};
