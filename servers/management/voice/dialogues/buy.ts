import { currencyExponent } from '../../../../kit/money.ts';
import { parsePhone } from '../../../../kit/phone.ts';
import { CHOICE, chosen, failed, notOffered, READ_ON, readPart } from './moves.ts';
import { say, shopName } from './say.ts';
import { askWhichShop } from './shops.ts';
import type { AmountFact, CallState, EffectResult, Facts, Move, Node, ShopFact } from './types.ts';

/** So often the outcome of a payment is asked about, some seconds apart; then the buyer is told to wait no longer. */
const CHECKS_MAX = 5;

/** Purchase 3: whose certificates. */
const shopNode: Node = {
  ask: askWhichShop,
  keys: CHOICE,
  heard: (state, key) => {
    const { shops = [], first = 0 } = state.facts;
    const choice = chosen(shops, first, key);
    if (choice === undefined) return notOffered(state);
    return 'item' in choice
      ? { go: 'amount', facts: { shop: choice.item } }
      : { go: 'shop', facts: { first: choice.first } };
  },
  back: () => 'menu',
};

/** Purchase 3: the amount, in whole units of the currency, or the number of one that is suggested. */
const amountNode: Node = {
  ask: (state) => {
    const { shop } = state.facts;
    if (shop === undefined) return [];
    return [
      say(state, 'voice.amount', { shop_name: shopName(state, shop) }),
      ...suggestedOf(shop).map((amount_minor, i) =>
        say(state, 'voice.amount_choice', {
          amount: { amount_minor, currency: shop.currency },
          key: `${i + 1}`,
        }),
      ),
    ];
  },
  keys: { kind: 'number', digits_max: 9 },
  heard: (state, digits) => {
    const { shop } = state.facts;
    if (shop === undefined) return { go: 'menu' };
    const { currency, amount_min_minor, amount_max_minor } = shop;
    const suggested = digits.length === 1 ? suggestedOf(shop)[Number(digits) - 1] : undefined;
    const amount_minor = suggested ?? Number(digits) * 10 ** currencyExponent(currency);
    if (amount_minor < amount_min_minor || amount_minor > amount_max_minor)
      return { again: [amountOutOfRange(state, shop)] };
    return { go: 'method', facts: { amount: { amount_minor, currency }, first: 0 } };
  },
  back: ({ facts: { shops = [] } }) => (shops.length > 1 ? 'shop' : 'menu'),
};

/** What is said by one key must not be a number of won that somebody could mean. */
function suggestedOf({ suggested_minor }: ShopFact): readonly number[] {
  return suggested_minor.slice(0, 6);
}

function amountOutOfRange(state: CallState, { amount_min_minor, amount_max_minor, currency }: ShopFact) {
  const min = { amount_minor: amount_min_minor, currency };
  return say(state, 'voice.amount_out_of_range', { min, max: { amount_minor: amount_max_minor, currency } });
}

/** Purchase 4: how it is paid; the amount is authorised by it. */
const methodNode: Node = {
  ask: (state) => {
    const { methods = [], first = 0, amount = NOTHING } = state.facts;
    const { part, more } = readPart(methods, first);
    return [
      say(state, 'voice.which_method', { amount }),
      ...part.map(({ brand, last4 }, i) =>
        say(state, 'voice.method_choice', { brand, last4, key: `${i + 1}` }),
      ),
      ...(more ? [say(state, 'voice.read_on', { key: READ_ON })] : []),
    ];
  },
  keys: CHOICE,
  heard: (state, key) => {
    const { methods = [], first = 0, shop, amount, member_id } = state.facts;
    const choice = chosen(methods, first, key);
    if (choice === undefined) return notOffered(state);
    if ('first' in choice) return { go: 'method', facts: { first: choice.first } };
    if (shop === undefined || amount === undefined || member_id === undefined) return { go: 'menu' };
    const { payment_method_id } = choice.item;
    return {
      effect: { kind: 'place_order', member_id, shop_id: shop.shop_id, ...amount, payment_method_id },
      facts: { checks: 0 },
    };
  },
  answered: authorised,
  back: () => 'amount',
};

const NOTHING: AmountFact = { amount_minor: 0, currency: 'KRW' };

/** The payment is not known yet; it is asked about again. */
const payingNode: Node = {
  ask: (state) => [say(state, 'voice.paying')],
  said: ({ facts: { member_id, order_id } }) =>
    member_id === undefined || order_id === undefined
      ? { go: 'menu' }
      : { effect: { kind: 'look_at_order', member_id, order_id } },
  answered: authorised,
  back: () => 'menu',
};

/** Purchase 5: what settlement said. */
function authorised(state: CallState, result: EffectResult): Move {
  if (result.kind === 'refused') {
    const { shop } = state.facts;
    if (result.code === 'amount_out_of_range' && shop !== undefined)
      return failed(state, { go: 'amount', why: amountOutOfRange(state, shop) });
    return { go: 'menu', say: [say(state, 'voice.try_later')] };
  }
  if (result.kind !== 'order_seen') return { go: 'menu', say: [say(state, 'voice.try_later')] };
  const { order_id } = result;
  const facts: Facts = { order_id };
  switch (result.state) {
    case 'authorised':
    case 'awaiting_confirmation':
      return { go: 'recipient', facts: { ...facts, failures: 0 }, say: [say(state, 'voice.authorised')] };
    case 'declined':
      return failed(state, { go: 'method', why: say(state, 'voice.declined'), facts });
    case 'authorising':
    case 'requires_action':
      return stillWaiting(state, order_id, result.state);
    case 'voiding':
    case 'abandoned':
      // It was let go because its bank asked for more than a telephone can give, or said nothing.
      return failed(state, { go: 'method', why: say(state, 'voice.not_by_phone'), facts });
    default:
      return { go: 'menu', say: [say(state, 'voice.try_later')] };
  }
}

function stillWaiting(state: CallState, order_id: string, now: 'authorising' | 'requires_action'): Move {
  const { member_id = '', checks = 0 } = state.facts;
  if (now === 'requires_action' || checks >= CHECKS_MAX)
    return { effect: { kind: 'abandon', member_id, order_id }, facts: { order_id } };
  return { go: 'paying', facts: { order_id, checks: checks + 1 } };
}

/** Purchase 6–7: whom it is for. */
const recipientNode: Node = {
  ask: (state) => [say(state, 'voice.recipient')],
  keys: { kind: 'number', digits_max: 15 },
  heard: (state, digits) => {
    const { member_id, order_id } = state.facts;
    const phone = parsePhone(digits);
    if (!phone.ok) return { again: [say(state, 'voice.phone_wrong')] };
    if (member_id === undefined || order_id === undefined) return { go: 'menu' };
    return { effect: { kind: 'name_recipient', member_id, order_id, phone: phone.e164 } };
  },
  answered: (state, result) => {
    if (result.kind === 'named') return { go: 'read_back', facts: { named: result.named } };
    return notNamed(state, result.kind === 'refused' ? result.code : '');
  },
  back: () => 'menu',
};

function notNamed(state: CallState, code: string): Move {
  const again = (why: ReturnType<typeof say>) => failed(state, { go: 'recipient', why });
  if (code === 'phone_number_invalid') return again(say(state, 'voice.phone_wrong'));
  if (code === 'recipient_unknown') return again(say(state, 'voice.recipient_unknown'));
  if (code === 'service_unavailable') return again(say(state, 'voice.name_unavailable'));
  if (code === 'read_back_limit') return { go: 'menu', say: [say(state, 'voice.read_back_limit')] };
  return { go: 'menu', say: [say(state, 'voice.order_over')] };
}

/** Purchase 10–11: the name behind the number; it is confirmed, corrected, or the buyer gives up. */
const readBackNode: Node = {
  ask: (state) => {
    const { named, amount = NOTHING, shop } = state.facts;
    if (named === undefined || shop === undefined) return [];
    const { phone, masked_name: name, recycled } = named;
    return [
      say(state, 'voice.read_back', { phone, name }),
      ...(recycled ? [say(state, 'voice.recycled')] : []),
      say(state, 'voice.read_back_choice', { amount, shop_name: shopName(state, shop) }),
    ];
  },
  keys: { ...CHOICE, must_hear: true },
  heard: (state, key) => {
    const { member_id = '', order_id = '', named } = state.facts;
    if (key === '1' && named !== undefined)
      return { effect: { kind: 'confirm', member_id, order_id, read_back_id: named.read_back_id } };
    if (key === '2') return { go: 'recipient', facts: { failures: 0 } };
    if (key === '3') return { effect: { kind: 'abandon', member_id, order_id } };
    return notOffered(state);
  },
  answered: confirmed,
  back: () => 'recipient',
};

const BOUGHT = new Set(['offered', 'scheduled', 'accepting', 'accepted', 'issued']);
const ON_THE_WAY = new Set(['capturing', 'registering']);

/** Purchase 12. */
function confirmed(state: CallState, result: EffectResult): Move {
  if (result.kind === 'order_seen') {
    if (BOUGHT.has(result.state)) return { go: 'bought' };
    if (ON_THE_WAY.has(result.state)) return { go: 'bought', say: [say(state, 'voice.on_the_way')] };
    if (result.state === 'abandoned' || result.state === 'voiding')
      return { go: 'menu', say: [say(state, 'voice.given_up')] };
    return { go: 'menu', say: [say(state, 'voice.not_captured')] };
  }
  if (result.kind === 'refused' && result.code === 'recipient_changed')
    return { go: 'recipient', say: [say(state, 'voice.recipient_changed')] };
  return { go: 'menu', say: [say(state, 'voice.order_over')] };
}

const boughtNode: Node = {
  ask: (state) => {
    const { amount = NOTHING, named, shop } = state.facts;
    if (named === undefined || shop === undefined) return [];
    return [
      say(state, 'voice.bought', { amount, phone: named.phone, shop_name: shopName(state, shop) }),
      say(state, 'voice.anything_else'),
    ];
  },
  keys: CHOICE,
  heard: (state, key) => (key === '1' ? { go: 'menu' } : notOffered(state)),
  back: () => 'menu',
  may_end: true,
};

export const buyNodes = {
  shop: shopNode,
  amount: amountNode,
  method: methodNode,
  paying: payingNode,
  recipient: recipientNode,
  read_back: readBackNode,
  bought: boughtNode,
};
