import { expect, test } from 'vitest';
import { SECRETS, TOOLS } from '../../../../test/builders/dialogue-results.ts';
import { BEGINNINGS, type Edge, stateKey, walk } from '../../../../test/builders/dialogue-walk.ts';
import { NODES } from './nodes.ts';
import { step } from './step.ts';
import { NODE_NAMES } from './types.ts';

const edges: Edge[] = [];
const states = walk(BEGINNINGS, (edge) => edges.push(edge));

test('the walk reaches every node', () => {
  const reached = new Set([...edges.map(({ from }) => from), ...[...states.values()].map(({ at }) => at)]);
  expect([...reached].sort()).toEqual([...NODE_NAMES].sort());
  expect(states.size).toBeGreaterThan(500);
});

test('every turn speaks, and either listens, ends or continues by itself', () => {
  const wrong = edges.filter(({ step: { state, turn } }) => {
    if ('effect' in turn) return false;
    const { say, listen, end } = turn;
    const isValid =
      listen === undefined
        ? end !== undefined || NODES[state.at].afterSpeech !== undefined
        : end === undefined;
    return (
      !isValid ||
      say.length === 0 ||
      say.some((said) => 'text' in said && (said.text === '' || UNFILLED.test(said.text)))
    );
  });
  expect(wrong).toEqual([]);
});

const UNFILLED = /\{\{|\}\}|undefined|NaN|\*|\[object/;

test('silence ends every call politely within three turns, or at once where nothing is left to ask', () => {
  for (const start of states.values()) {
    let state = start;
    let ended = false;
    for (let time = 0; time < 3 && !ended; time++) {
      if (NODES[state.at].keys === undefined) {
        ended = true;
        break;
      }
      const next = step(state, { kind: 'silence' }, TOOLS);
      ended = 'end' in next.turn && next.turn.end === 'hang_up';
      state = next.state;
    }
    expect([start.at, ended]).toEqual([start.at, true]);
  }
});

test('three invalid answers in a row end the call', () => {
  for (const start of states.values()) {
    const { keys } = NODES[start.at];
    if (keys === undefined) continue;
    let state = start;
    let turns = 0;
    for (;;) {
      // No node expects a letter.
      const next = step(state, { kind: 'digits', digits: 'A' }, TOOLS);
      turns += 1;
      if ('end' in next.turn && next.turn.end !== undefined) break;
      state = next.state;
      expect([start.at, turns]).toEqual([start.at, Math.min(turns, 3)]);
    }
  }
});

test('the star goes back from every node and does not count as an invalid answer', () => {
  for (const state of states.values()) {
    const { keys, back } = NODES[state.at];
    if (keys === undefined) continue;
    const { state: after, turn } = step(state, { kind: 'digits', digits: '*' }, TOOLS);
    expect([state.at, after.at]).toEqual([state.at, back(state)]);
    expect('listen' in turn && turn.listen !== undefined).toBe(true);
    expect(after.tries).toBe(0);
  }
});

test('a hash alone repeats the turn, and a star within a number restarts it', () => {
  for (const state of states.values()) {
    if (NODES[state.at].keys === undefined) continue;
    expect(step(state, { kind: 'digits', digits: '' }, TOOLS).state).toEqual(state);
    expect(step(state, { kind: 'digits', digits: '01*' }, TOOLS).state).toEqual(state);
  }
});

test('every state can reach an end with keys that a person can press', () => {
  const leadsTo = new Map<string, Set<string>>();
  const ends = new Set<string>();
  for (const { before, step: stepped } of edges) {
    const from = stateKey(before);
    if ('effect' in stepped.turn) continue;
    if (stepped.turn.end !== undefined) ends.add(from);
    const to = stateKey(stepped.state);
    leadsTo.set(to, (leadsTo.get(to) ?? new Set()).add(from));
  }
  const open = [...ends];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const before of leadsTo.get(state) ?? []) {
      if (ends.has(before)) continue;
      ends.add(before);
      open.push(before);
    }
  }
  const stuck = [...states].filter(([key]) => !ends.has(key)).map(([, { at }]) => at);
  expect(stuck).toEqual([]);
});

test('no PIN or code is in any state or speech', () => {
  const stored = edges.map(({ step: stepped }) =>
    JSON.stringify('effect' in stepped.turn ? stepped.state : stepped),
  );
  expect(stored.filter((text) => SECRETS.some((secret) => text.includes(secret)))).toEqual([]);
});

const SECRET_NODES: ReadonlySet<string> = new Set([
  ...['phone_pin', 'pin', 'pin_again', 'holder_pin', 'unlock_code', 'new_pin', 'new_pin_again'],
  ...['hand_over_code', 'hand_over_pin'],
  ...['account_pin', 'account_pin_again', 'mail_code', 'card_number', 'card_expiry', 'card_code'],
]);

test('a read-back must be heard first, and secrets are marked as such', () => {
  const wrong = edges.filter(({ step: { state, turn } }) => {
    if ('effect' in turn || turn.listen === undefined) return false;
    const { barge_in, type_ahead, secret } = turn.listen;
    const mustHear = ['read_back', 'hand_over_sure', 'account_name', 'account_terms'].includes(state.at);
    return barge_in === mustHear || (mustHear && type_ahead) || secret !== SECRET_NODES.has(state.at);
  });
  expect(wrong.map(({ step: { state } }) => state.at)).toEqual([]);
});

test('a payment or a hand-over is confirmed only after its read-back, and only its own buyer acts on it', () => {
  const asked = edges.flatMap(({ from, step: { turn } }) => ('effect' in turn ? [{ from, ...turn }] : []));
  expect(new Set(asked.filter(({ effect }) => effect.kind === 'confirm').map(({ from }) => from))).toEqual(
    new Set(['read_back']),
  );
  expect(new Set(asked.filter(({ effect }) => effect.kind === 'accept').map(({ from }) => from))).toEqual(
    new Set(['pin_again']),
  );
  expect(new Set(asked.filter(({ effect }) => effect.kind === 'hand_over').map(({ from }) => from))).toEqual(
    new Set(['hand_over_sure']),
  );
  const buyers = asked.flatMap(({ effect }) => ('member_id' in effect ? [effect.member_id] : []));
  expect(new Set(buyers)).toEqual(new Set(['member-1']));
});
