import type { Listen, Utterance } from '../turn.ts';
import { TRIES_MAX } from './moves.ts';
import { NODES } from './nodes.ts';
import { say } from './say.ts';
import type { CallState, DialogueInput, Facts, Keys, Move, Node, NodeName, Step, Tools } from './types.ts';

/**
 * One step of a call: a pure function, so that every path can be walked in a test. An effect is asked for instead of a
 * turn; its result is the next input. `*` goes back, or with keys before it begins the number again; `#` alone repeats;
 * `0` in a choice asks for the operator.
 */
export function step(state: CallState, input: DialogueInput, tools: Tools): Step {
  const node = NODES[state.at];
  switch (input.kind) {
    case 'begin':
      return present(state);
    case 'result':
      return node.answered === undefined ? present(state) : moved(state, node.answered(state, input.result));
    case 'said':
      return node.said === undefined ? present(state) : moved(state, node.said(state));
    case 'silence':
      if (node.may_end === true) return moved(state, { end: 'hang_up', say: [say(state, 'voice.goodbye')] });
      return moved(state, { again: [say(state, 'voice.nothing_heard')] });
    case 'digits':
      return digits(state, node, input.digits, tools);
  }
}

function digits(state: CallState, node: Node, keyed: string, tools: Tools): Step {
  const { keys, heard } = node;
  if (keys === undefined || heard === undefined || keyed === '') return present(state);
  if (keyed === '*') return moved(state, { go: node.back(state) });
  if (keyed.includes('*')) return present(state, [say(state, 'voice.from_the_start')]);
  if (keys.kind === 'choice' && keyed === '0') return operator(state);
  if (!/^[0-9]+$/.test(keyed) || keyed.length > keys.digits_max)
    return moved(state, { again: [say(state, 'voice.not_understood')] });
  return moved(state, heard(state, keyed, tools));
}

function operator(state: CallState): Step {
  return state.has_operator
    ? moved(state, { end: 'operator', say: [say(state, 'voice.connecting')] })
    : present(state, [say(state, 'voice.no_operator')]);
}

function moved(state: CallState, move: Move): Step {
  if ('effect' in move) {
    return { state: withFacts(state, move.facts), turn: { effect: move.effect } };
  }
  if ('end' in move) return { state, turn: { say: move.say, end: move.end } };
  if ('again' in move) {
    const tries = state.tries + 1;
    if (tries >= TRIES_MAX)
      return moved(state, { end: 'hang_up', say: [say(state, 'voice.too_many_tries')] });
    return present({ ...state, tries }, move.again);
  }
  const { go, locale = state.locale, facts, say: before = [] } = move;
  const there = { ...withFacts(state, facts), at: go, locale, tries: 0 };
  return present(go === 'menu' ? { ...there, facts: kept(there.facts) } : there, before);
}

/** Who has logged in stays so until they hang up; what was said for one errand is forgotten with it. */
function kept({ member_number, member_id, methods }: Facts): Facts {
  return member_id === undefined || member_number === undefined || methods === undefined
    ? {}
    : { member_number, member_id, methods };
}

function withFacts(state: CallState, facts: Facts | undefined): CallState {
  return facts === undefined ? state : { ...state, facts: { ...state.facts, ...facts } };
}

/** Says what the node asks. What was keyed ahead is for the usual path, so a correction before it makes it void. */
function present(state: CallState, before: readonly Utterance[] = []): Step {
  const node = NODES[state.at];
  const said = [...before, ...node.ask(state)];
  if (node.keys !== undefined)
    return { state, turn: { say: said, listen: listenFor(node.keys, state.tries === 0) } };
  return { state, turn: node.said === undefined ? { say: said, end: 'hang_up' } : { say: said } };
}

const TIMES_MS = {
  choice: { first_ms: 7_000, inter_ms: 3_000 },
  number: { first_ms: 10_000, inter_ms: 4_000 },
  secret: { first_ms: 10_000, inter_ms: 4_000 },
} as const;

function listenFor({ kind, digits_max, must_hear = false }: Keys, mayTypeAhead: boolean): Listen {
  return {
    digits_max,
    ...TIMES_MS[kind],
    finish_on: '#',
    barge_in: !must_hear,
    type_ahead: !must_hear && mayTypeAhead,
    secret: kind === 'secret',
  };
}

/** Where a call begins. */
export function firstState(
  at: NodeName,
  known: Pick<CallState, 'locale' | 'phone' | 'has_operator'>,
  facts: Facts = {},
): CallState {
  return { at, ...known, tries: 0, facts };
}
