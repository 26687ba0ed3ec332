import { NODES } from '../../servers/management/voice/dialogues/nodes.ts';
import { firstState, step } from '../../servers/management/voice/dialogues/step.ts';
import type {
  CallState,
  DialogueInput,
  NodeName,
  Step,
} from '../../servers/management/voice/dialogues/types.ts';
import {
  CARD,
  CODE,
  CODE_TO_SAY,
  EXPIRY,
  MEMBER_NUMBER,
  news,
  OTHER_PIN,
  offer,
  PHONE,
  PIN,
  resultsOf,
  TOOLS,
} from './dialogue-results.ts';

const NUMBERS = [
  MEMBER_NUMBER,
  '1234567890',
  '5',
  '1',
  '50000',
  '999999999',
  '01098765432',
  '025551234',
  '12',
  '010*',
];

/** The inputs to try at a node: each that makes a difference, and some invalid ones. */
function inputsAt({ at }: CallState): DialogueInput[] {
  const { keys, afterSpeech } = NODES[at];
  if (keys === undefined) return afterSpeech === undefined ? [] : [{ kind: 'said' }];
  const keyed =
    keys.kind === 'choice'
      ? [...'1234567890']
      : keys.kind === 'number'
        ? NUMBERS.filter(({ length }) => length <= keys.digits_max)
        : [PIN, OTHER_PIN, CODE, '123456', '12', ...(at.startsWith('card_') ? [CARD, EXPIRY, '123'] : [])];
  return [
    ...[...keyed, '*', ''].map((digits): DialogueInput => ({ kind: 'digits', digits })),
    { kind: 'silence' },
  ];
}

/** A call that says a code with which something can be done at once. */
function codeCallFor(purpose: 'unlock' | 'take_hand_over' | 'confirm_hand_over'): CallState {
  const holder_shop = { party: 'a', name_ko: '하늘상점', name_en: 'Haneul Store' };
  const known = { locale: 'ko', phone: PHONE, has_operator: true } as const;
  return firstState('code', known, { code: CODE_TO_SAY, purpose, holder_shop, holder_phone: PHONE });
}

/** The states that calls start in. */
export const BEGINNINGS: readonly CallState[] = [
  firstState('language', { locale: 'ko', phone: null, has_operator: false }),
  firstState('menu', { locale: 'en', phone: PHONE, has_operator: true }),
  firstState('offer', { locale: 'ko', phone: PHONE, has_operator: true }, { offer: offer('order-1') }),
  firstState(
    'offer',
    { locale: 'ko', phone: PHONE, has_operator: true },
    { offer: offer('order-1'), calls: 'none' },
  ),
  firstState('voicemail', { locale: 'ko', phone: PHONE, has_operator: false }),
  firstState('news', { locale: 'ko', phone: PHONE, has_operator: true }, { news: news(1) }),
  firstState('news', { locale: 'en', phone: PHONE, has_operator: false }, { news: news(4) }),
  firstState('no_news', { locale: 'ko', phone: PHONE, has_operator: false }),
  firstState('news_voicemail', { locale: 'ko', phone: PHONE, has_operator: false }),
  firstState('code', { locale: 'ko', phone: PHONE, has_operator: false }, { code: CODE_TO_SAY }),
  codeCallFor('unlock'),
  codeCallFor('take_hand_over'),
  codeCallFor('confirm_hand_over'),
  firstState('account', { locale: 'ko', phone: PHONE, has_operator: true }),
  firstState('code_over', { locale: 'ko', phone: PHONE, has_operator: false }),
];

export type Edge = { from: NodeName; by: string; step: Step; before: CallState };

/**
 * A key for states that behave alike: not which amount or shop it is matters, but that there is one, how many there are to
 * choose from, and the counters (how often a payment was checked only while it is). This keeps the walk finite while it covers every branch. `tries` is left out: its own
 * tests count invalid answers from every state.
 */
export function stateKey({ at, phone, facts }: CallState): string {
  const alike = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => {
      if (Array.isArray(value)) return `${name}:${value.length}`;
      const counts = [
        'failures',
        'first',
        'purpose',
        'calls',
        ...(at === 'paying' ? ['checks'] : []),
      ].includes(name);
      return counts ? `${name}:${value}` : name;
    });
  const { account, card } = facts;
  const more = [
    ...[account?.name !== undefined, account?.has_mail === true, account?.request_id !== undefined],
    Object.keys(account?.documents ?? {}).length > 0,
    ...[card?.parts.length ?? 0, card?.can_text === true],
  ];
  return [at, phone === null, ...more, ...alike.sort()].join(' ');
}

/** Visits every state that differs (`stateKey`) once, with every input and every result of the effects. */
export function walk(beginnings: readonly CallState[], seen: (edge: Edge) => void): Map<string, CallState> {
  const known = new Map<string, CallState>();
  const open: CallState[] = [];
  const visit = (state: CallState) => {
    const key = stateKey(state);
    if (known.has(key)) return;
    known.set(key, state);
    open.push(state);
  };
  const follow = (before: CallState, by: string, stepped: Step, depth: number): void => {
    if (depth > 5) throw new Error(`At ${before.at} effects follow each other without end.`);
    seen({ from: before.at, by, step: stepped, before });
    if ('effect' in stepped.turn) {
      for (const result of resultsOf(stepped.turn.effect)) {
        const label =
          result.kind === 'refused' ? result.code : result.kind === 'order_seen' ? result.state : result.kind;
        follow(before, `${by} ${label}`, step(stepped.state, { kind: 'result', result }, TOOLS), depth + 1);
      }
      return;
    }
    if (stepped.turn.end === undefined) visit(stepped.state);
  };
  for (const state of beginnings) follow(state, 'begin', step(state, { kind: 'begin' }, TOOLS), 0);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const here = state;
    for (const input of inputsAt(here)) {
      const by = input.kind === 'digits' ? input.digits || '#' : input.kind;
      follow(here, by, step(here, input, TOOLS), 0);
    }
  }
  return known;
}
