import type { Utterance } from '../turn.ts';
import { say } from './say.ts';
import type { CallState, Facts, Keys, Move, NodeName } from './types.ts';

/** After so many answers in a row that were none, or so many refused ones, the call ends politely. */
export const TRIES_MAX = 3;

export const CHOICE: Keys = { kind: 'choice', digits_max: 1 };

/** A key that is none of those that were offered. */
export function notOffered(state: CallState): Move {
  return { again: [say(state, 'voice.not_offered')] };
}

/** What was keyed was an answer, but a wrong one: three of them end the call, wherever they lead in between. */
export function failed(
  state: CallState,
  { go, why, facts }: { go: NodeName; why: Utterance; facts?: Facts },
): Move {
  const failures = (state.facts.failures ?? 0) + 1;
  if (failures >= TRIES_MAX) return { end: 'hang_up', say: [why, say(state, 'voice.too_many_tries')] };
  return { go, facts: { ...facts, failures }, say: [why] };
}

/** So many of a list are read at once, under the keys from 1; 9 reads on. */
const READ_AT_ONCE = 7;
export const READ_ON = '9';

/** The part of a list that is read, and whether there is more of it. */
export function readPart<T>(list: readonly T[], first: number): { part: readonly T[]; more: boolean } {
  return { part: list.slice(first, first + READ_AT_ONCE), more: list.length > READ_AT_ONCE };
}

/** What a key chooses from a part of a list; after the last part the first comes again. */
export function chosen<T>(
  list: readonly T[],
  first: number,
  key: string,
): { item: T } | { first: number } | undefined {
  const { part, more } = readPart(list, first);
  if (key === READ_ON && more)
    return { first: first + READ_AT_ONCE < list.length ? first + READ_AT_ONCE : 0 };
  const item = part[Number(key) - 1];
  return item === undefined ? undefined : { item };
}
