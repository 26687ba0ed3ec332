import type { Utterance } from '../turn.ts';
import { CHOICE, invalidChoice, listPage, NEXT_PAGE_KEY, pickByKey } from './moves.ts';
import { say } from './say.ts';
import type { CallState, EffectResult, Move, Node, StoreFact } from './types.ts';

/** More addresses than this in a row are not kept in mind. */
const STORES_PER_TURN = 3;

/** Where certificates can be used: first a district, then its stores. */
export function afterDistricts(state: CallState, districts: string[], where: Utterance): Move {
  const [only] = districts;
  if (only === undefined) return { go: 'holder_menu', say: [where, say(state, 'voice.no_stores')] };
  return { go: 'district', facts: { districts, first: 0 }, say: [where] };
}

const districtNode: Node = {
  prompt: (state) => {
    const { districts = [], first = 0 } = state.facts;
    const { page, more } = listPage(districts, first);
    return [
      say(state, 'voice.which_district'),
      ...page.map((district, i) => districtText(state, district, `${i + 1}`)),
      ...(more ? [say(state, 'voice.read_on', { key: NEXT_PAGE_KEY })] : []),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    const { districts = [], first = 0, holder_shop } = state.facts;
    const choice = pickByKey(districts, first, key);
    if (choice === undefined || holder_shop === undefined) return invalidChoice(state);
    if ('first' in choice) return { go: 'district', facts: { first: choice.first } };
    const { party } = holder_shop;
    return { effect: { kind: 'list_stores', party, locale: state.locale, district: choice.item } };
  },
  onResult: (state, result) => afterStores(state, result),
  back: () => 'holder_menu',
};

/** The empty name is that of stores for which their shop gives no district. */
function districtText(state: CallState, district: string, key: string): Utterance {
  if (district !== '') return say(state, 'voice.choice', { what: district, key });
  const { districts = [] } = state.facts;
  return say(state, districts.length === 1 ? 'voice.all_stores' : 'voice.other_district', { key });
}

function afterStores(state: CallState, result: EffectResult): Move {
  if (result.kind !== 'stores_listed') return { go: 'holder_menu', say: [say(state, 'voice.try_later')] };
  const { stores } = result;
  return stores.length === 0
    ? { go: 'holder_menu', say: [say(state, 'voice.no_stores')] }
    : { go: 'stores', facts: { stores, first: 0 } };
}

const storesNode: Node = {
  prompt: (state) => {
    const { stores = [], first = 0 } = state.facts;
    return [
      ...stores.slice(first, first + STORES_PER_TURN).flatMap((store) => storeTexts(state, store)),
      ...(stores.length > STORES_PER_TURN ? [say(state, 'voice.read_on', { key: NEXT_PAGE_KEY })] : []),
      say(state, 'voice.stores_end'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    const { stores = [], first = 0 } = state.facts;
    if (key === '1') return { go: 'holder_menu' };
    if (key !== NEXT_PAGE_KEY || stores.length <= STORES_PER_TURN) return invalidChoice(state);
    const next = first + STORES_PER_TURN;
    return { go: 'stores', facts: { first: next < stores.length ? next : 0 } };
  },
  back: () => 'holder_menu',
  ends_on_silence: true,
};

function storeTexts(
  state: CallState,
  { name, address, opening_hours: hours, phone }: StoreFact,
): Utterance[] {
  return [
    say(state, 'voice.store', { name }),
    ...(address === undefined ? [] : [say(state, 'voice.store_address', { address })]),
    ...(hours === undefined ? [] : [say(state, 'voice.store_hours', { hours })]),
    ...(phone === undefined ? [] : [say(state, 'voice.store_phone', { phone })]),
  ];
}

export const storeNodes = { district: districtNode, stores: storesNode };
