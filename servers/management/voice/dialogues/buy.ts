import { currencyExponent } from '../../../../kit/money.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import { askForCard, cardAsked } from './card.ts';
import type { MethodFact } from './card-types.ts';
import { CHOICE, invalidChoice, listPage, NEXT_PAGE_KEY, pickByKey, wrongAnswer } from './moves.ts';
import { say, shopName } from './say.ts';
import { promptShop } from './shops.ts';
import type { AmountFact, CallState, EffectResult, Facts, Move, Node, ShopFact } from './types.ts';

/** How often an open payment is checked, a few seconds apart, before the purchase is abandoned. */
const CHECKS_MAX = 5;

/** Purchase 3: which shop. */
const shopNode: Node = {
  prompt: promptShop,
  keys: CHOICE,
  onDigits: (state, key) => {
    const { shops = [], first = 0 } = state.facts;
    const choice = pickByKey(shops, first, key);
    if (choice === undefined) return invalidChoice(state);
    return 'item' in choice
      ? { go: 'amount', facts: { shop: choice.item } }
      : { go: 'shop', facts: { first: choice.first } };
  },
  back: () => 'menu',
};

/** Purchase 3: the amount in whole units of the currency, or the key of a suggested amount. */
const amountNode: Node = {
  prompt: (state) => {
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
  onDigits: (state, digits) => {
    const { shop } = state.facts;
    if (shop === undefined) return { go: 'menu' };
    const { currency, amount_min_minor, amount_max_minor } = shop;
    const suggested = digits.length === 1 ? suggestedOf(shop)[Number(digits) - 1] : undefined;
    const amount_minor = suggested ?? Number(digits) * 10 ** currencyExponent(currency);
    if (amount_minor < amount_min_minor || amount_minor > amount_max_minor)
      return { retry: [amountOutOfRange(state, shop)] };
    return { go: 'method', facts: { amount: { amount_minor, currency }, first: 0 } };
  },
  back: ({ facts: { shops = [] } }) => (shops.length > 1 ? 'shop' : 'menu'),
};

/** The suggested amounts that have a key. */
function suggestedOf({ suggested_minor }: ShopFact): readonly number[] {
  return suggested_minor.slice(0, 6);
}

function amountOutOfRange(state: CallState, { amount_min_minor, amount_max_minor, currency }: ShopFact) {
  const min = { amount_minor: amount_min_minor, currency };
  return say(state, 'voice.amount_out_of_range', { min, max: { amount_minor: amount_max_minor, currency } });
}

/** Purchase 4: the payment method, which the amount is then authorised on. */
const methodNode: Node = {
  prompt: (state) => {
    const { first = 0, amount = ZERO } = state.facts;
    const { page, more } = listPage(methodsFor(state), first);
    return [
      say(state, 'voice.which_method', { amount }),
      ...page.map(({ brand, last4 }, i) =>
        say(state, 'voice.method_choice', { brand, last4, key: `${i + 1}` }),
      ),
      ...(more ? [say(state, 'voice.read_on', { key: NEXT_PAGE_KEY })] : []),
      say(state, 'voice.other_card', { key: OTHER_CARD_KEY }),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key === OTHER_CARD_KEY) return askForCard(state);
    const { first = 0, shop, amount, member_id } = state.facts;
    const choice = pickByKey(methodsFor(state), first, key);
    if (choice === undefined) return invalidChoice(state);
    if ('first' in choice) return { go: 'method', facts: { first: choice.first } };
    if (shop === undefined || amount === undefined || member_id === undefined) return { go: 'menu' };
    const { payment_method_id } = choice.item;
    return {
      effect: { kind: 'place_order', member_id, shop_id: shop.shop_id, ...amount, payment_method_id },
      facts: { checks: 0 },
    };
  },
  onResult: (state, result) =>
    result.kind === 'keyed_cards' ? cardAsked(result) : authorised(state, result),
  back: () => 'amount',
};

/** The cards that this shop's settlement server can charge. */
function methodsFor({ facts: { methods = [], shop } }: CallState): readonly MethodFact[] {
  return methods.filter(({ settlement }) => settlement === shop?.settlement);
}

/** Follows the keys of a page. */
const OTHER_CARD_KEY = '8';

const ZERO: AmountFact = { amount_minor: 0, currency: 'KRW' };

/** The payment's outcome is open: check again. */
const payingNode: Node = {
  prompt: (state) => [say(state, 'voice.paying')],
  afterSpeech: ({ facts: { member_id, order_id } }) =>
    member_id === undefined || order_id === undefined
      ? { go: 'menu' }
      : { effect: { kind: 'look_at_order', member_id, order_id } },
  onResult: authorised,
  back: () => 'menu',
};

/** Purchase 5: settlement's answer. */
function authorised(state: CallState, result: EffectResult): Move {
  if (result.kind === 'refused') {
    const { shop } = state.facts;
    if (result.code === 'amount_out_of_range' && shop !== undefined)
      return wrongAnswer(state, { go: 'amount', why: amountOutOfRange(state, shop) });
    if (result.code === 'payment_method_elsewhere')
      return wrongAnswer(state, { go: 'method', why: say(state, 'voice.card_not_taken_here') });
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
      return wrongAnswer(state, { go: 'method', why: say(state, 'voice.declined'), facts });
    case 'authorising':
    case 'requires_action':
      return stillWaiting(state, order_id, result.state);
    case 'voiding':
    case 'abandoned':
      // Abandoned because the bank wanted a second step, which a telephone can't do, or did not answer.
      return wrongAnswer(state, { go: 'method', why: say(state, 'voice.not_by_phone'), facts });
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

/** Purchase 6–7: the recipient. */
const recipientNode: Node = {
  prompt: (state) => [say(state, 'voice.recipient')],
  keys: { kind: 'number', digits_max: 15 },
  onDigits: (state, digits) => {
    const { member_id, order_id } = state.facts;
    const phone = parsePhone(digits);
    if (!phone.ok) return { retry: [say(state, 'voice.phone_wrong')] };
    if (member_id === undefined || order_id === undefined) return { go: 'menu' };
    return { effect: { kind: 'name_recipient', member_id, order_id, phone: phone.e164 } };
  },
  onResult: (state, result) => {
    if (result.kind === 'named') return { go: 'read_back', facts: { named: result.named } };
    return notNamed(state, result.kind === 'refused' ? result.code : '');
  },
  back: () => 'menu',
};

function notNamed(state: CallState, code: string): Move {
  const retry = (why: ReturnType<typeof say>) => wrongAnswer(state, { go: 'recipient', why });
  if (code === 'phone_number_invalid') return retry(say(state, 'voice.phone_wrong'));
  if (code === 'recipient_unknown') return retry(say(state, 'voice.recipient_unknown'));
  if (code === 'recipient_name_missing') return retry(say(state, 'voice.name_not_known_abroad'));
  if (code === 'service_unavailable') return retry(say(state, 'voice.name_unavailable'));
  if (code === 'read_back_limit') return { go: 'menu', say: [say(state, 'voice.read_back_limit')] };
  return { go: 'menu', say: [say(state, 'voice.order_over')] };
}

/** Purchase 10–11: the name behind the number. The buyer confirms it, corrects it, or abandons the purchase. */
const readBackNode: Node = {
  prompt: (state) => {
    const { named, amount = ZERO, shop } = state.facts;
    if (named === undefined || shop === undefined) return [];
    const { phone, masked_name: name, recycled } = named;
    return [
      say(state, 'voice.read_back', { phone, name }),
      ...(recycled ? [say(state, 'voice.recycled')] : []),
      say(state, 'voice.read_back_choice', { amount, shop_name: shopName(state, shop) }),
    ];
  },
  keys: { ...CHOICE, must_hear: true },
  onDigits: (state, key) => {
    const { member_id = '', order_id = '', named } = state.facts;
    if (key === '1' && named !== undefined)
      return { effect: { kind: 'confirm', member_id, order_id, read_back_id: named.read_back_id } };
    if (key === '2') return { go: 'recipient', facts: { failures: 0 } };
    if (key === '3') return { effect: { kind: 'abandon', member_id, order_id } };
    return invalidChoice(state);
  },
  onResult: confirmed,
  back: () => 'recipient',
};

const BOUGHT = new Set(['offered', 'scheduled', 'accepting', 'accepted', 'issued']);
const ON_THE_WAY = new Set(['capturing', 'registering']);

/** Purchase 12: the result of the confirmation. */
function confirmed(state: CallState, result: EffectResult): Move {
  if (result.kind === 'order_seen') {
    if (BOUGHT.has(result.state)) return { go: 'bought' };
    if (ON_THE_WAY.has(result.state)) return { go: 'bought', say: [say(state, 'voice.on_the_way')] };
    if (result.state === 'abandoned' || result.state === 'voiding')
      return { go: 'menu', say: [say(state, 'voice.given_up')] };
    if (result.state === 'declined')
      return wrongAnswer(state, { go: 'method', why: say(state, 'voice.declined') });
    return { go: 'menu', say: [say(state, 'voice.not_captured')] };
  }
  if (result.kind === 'refused' && result.code === 'recipient_changed')
    return { go: 'recipient', say: [say(state, 'voice.recipient_changed')] };
  return { go: 'menu', say: [say(state, 'voice.order_over')] };
}

const boughtNode: Node = {
  prompt: (state) => {
    const { amount = ZERO, named, shop } = state.facts;
    if (named === undefined || shop === undefined) return [];
    return [
      say(state, 'voice.bought', { amount, phone: named.phone, shop_name: shopName(state, shop) }),
      say(state, 'voice.anything_else'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'menu',
  ends_on_silence: true,
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
