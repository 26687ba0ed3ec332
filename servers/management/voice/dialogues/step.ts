import type { Listen } from '../turn.ts';
import { TRIES_MAX } from './moves.ts';
import { NODES } from './nodes.ts';
import { say } from './say.ts';
import type {
  CallState,
  DialogueInput,
  Facts,
  Keys,
  Move,
  Node,
  NodeName,
  Said,
  Step,
  Tools,
} from './types.ts';

/**
 * One step of a call: a pure function, so that a test can walk every path (ADR 10). It returns a turn or an effect, whose
 * result is the next input. A leading `*` goes back, a later one restarts the number; `#` alone repeats the turn; `0` in a
 * choice asks for a person.
 */
export function step(state: CallState, input: DialogueInput, tools: Tools): Step {
  const node = NODES[state.at];
  switch (input.kind) {
    case 'begin':
      return present(state);
    case 'result':
      return node.onResult === undefined ? present(state) : apply(state, node.onResult(state, input.result));
    case 'said':
      return node.afterSpeech === undefined ? present(state) : apply(state, node.afterSpeech(state));
    case 'silence':
      if (node.ends_on_silence === true)
        return apply(state, { end: 'hang_up', say: [say(state, 'voice.goodbye')] });
      return apply(state, { retry: [say(state, 'voice.nothing_heard')] });
    case 'digits':
      return onKeys(state, node, input.digits, tools);
  }
}

function onKeys(state: CallState, node: Node, keyed: string, tools: Tools): Step {
  const { keys, onDigits } = node;
  if (keys === undefined || onDigits === undefined || keyed === '') return present(state);
  if (keyed === '*') return apply(state, { go: node.back(state) });
  if (keyed.includes('*')) return present(state, [say(state, 'voice.from_the_start')]);
  if (keys.kind === 'choice' && keyed === '0') return toOperator(state);
  if (!/^[0-9]+$/.test(keyed) || keyed.length > keys.digits_max)
    return apply(state, { retry: [say(state, 'voice.not_understood')] });
  return apply(state, onDigits(state, keyed, tools));
}

function toOperator(state: CallState): Step {
  return state.has_operator
    ? apply(state, { end: 'operator', say: [say(state, 'voice.connecting')] })
    : present(state, [say(state, 'voice.no_operator')]);
}

function apply(state: CallState, move: Move): Step {
  if ('effect' in move) {
    return { state: withFacts(state, move.facts), turn: { effect: move.effect } };
  }
  if ('end' in move) return { state, turn: { say: move.say, end: move.end } };
  if ('retry' in move) {
    const tries = state.tries + 1;
    if (tries >= TRIES_MAX)
      return apply(state, { end: 'hang_up', say: [say(state, 'voice.too_many_tries')] });
    return present({ ...state, tries }, move.retry);
  }
  const { go, locale = state.locale, facts, say: before = [] } = move;
  const there = { ...withFacts(state, facts), at: go, locale, tries: 0 };
  return present({ ...there, facts: KEPT[go]?.(there.facts) ?? there.facts }, before);
}

/** What a call still knows where it begins anew: these nodes clear everything else. */
const KEPT: { readonly [Name in NodeName]?: (facts: Facts) => Facts } = {
  menu: loggedInFacts,
  forgotten: loggedInFacts,
  balance: holderFacts,
  holder_menu: holderFacts,
};

function holderFacts(facts: Facts): Facts {
  const { holder_shop, holder_phone, pin_sealed, balances } = facts;
  return holder_shop === undefined ||
    holder_phone === undefined ||
    pin_sealed === undefined ||
    balances === undefined
    ? loggedInFacts(facts)
    : { ...loggedInFacts(facts), holder_shop, holder_phone, pin_sealed, balances };
}

/** A member stays logged in until the end of the call. */
function loggedInFacts({ member_number, member_id, methods }: Facts): Facts {
  return member_id === undefined || member_number === undefined || methods === undefined
    ? {}
    : { member_number, member_id, methods };
}

function withFacts(state: CallState, facts: Facts | undefined): CallState {
  return facts === undefined ? state : { ...state, facts: { ...state.facts, ...facts } };
}

/** Speaks the node's prompt. Keys typed ahead assume the usual path, so they don't count after a correction. */
function present(state: CallState, before: readonly Said[] = []): Step {
  const node = NODES[state.at];
  const said = [...before, ...node.prompt(state)];
  if (node.keys !== undefined)
    return { state, turn: { say: said, listen: listenFor(node.keys, state.tries === 0) } };
  return { state, turn: node.afterSpeech === undefined ? { say: said, end: 'hang_up' } : { say: said } };
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

/** The state that a call starts in. */
export function firstState(
  at: NodeName,
  known: Pick<CallState, 'locale' | 'phone' | 'has_operator'>,
  facts: Facts = {},
): CallState {
  return { at, ...known, tries: 0, facts };
}
