import type { Utterance } from '../turn.ts';
import { say } from './say.ts';
import type { CallState, Facts, Keys, Move, NodeName } from './types.ts';

/** After this many invalid answers in a row, or this many refused ones, the call ends politely. */
export const TRIES_MAX = 3;

export const CHOICE: Keys = { kind: 'choice', digits_max: 1 };

/** A key that was not offered. */
export function invalidChoice(state: CallState): Move {
  return { retry: [say(state, 'voice.not_offered')] };
}

/** A valid answer that was refused. Three of them end the call, whatever came in between. */
export function wrongAnswer(
  state: CallState,
  { go, why, facts }: { go: NodeName; why: Utterance; facts?: Facts },
): Move {
  const failures = (state.facts.failures ?? 0) + 1;
  if (failures >= TRIES_MAX) return { end: 'hang_up', say: [why, say(state, 'voice.too_many_tries')] };
  return { go, facts: { ...facts, failures }, say: [why] };
}

/** How many entries of a list are read at once, under the keys from 1; 9 reads the next page. */
const PAGE_SIZE = 7;
export const NEXT_PAGE_KEY = '9';

/** One page of a list, and whether the list has more than one. */
export function listPage<T>(list: readonly T[], first: number): { page: readonly T[]; more: boolean } {
  return { page: list.slice(first, first + PAGE_SIZE), more: list.length > PAGE_SIZE };
}

/** The entry that a key picks from a page, or where the next page starts; after the last page comes the first. */
export function pickByKey<T>(
  list: readonly T[],
  first: number,
  key: string,
): { item: T } | { first: number } | undefined {
  const { page, more } = listPage(list, first);
  if (key === NEXT_PAGE_KEY && more)
    return { first: first + PAGE_SIZE < list.length ? first + PAGE_SIZE : 0 };
  const item = page[Number(key) - 1];
  return item === undefined ? undefined : { item };
}
