import { Counter, Gauge, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { counter, processGauge, serverGauge } from '../metrics/definition.ts';
import { METRICS_UNREAD } from '../metrics/measure.ts';
import type { Alarm, Condition } from './definition.ts';
import { History, holdingNow, lookAt, unknownNow } from './holding.ts';
import { expressionOf } from './promql.ts';

const AGE = serverGauge('seonmul_test_age_seconds', 'An age.', ['party', 'kind']);
const READY = processGauge('seonmul_test_ready', 'Ready.', ['provider']);
const DONE_AT = serverGauge('seonmul_test_timestamp_seconds', 'When.', ['of']);
const COUNTED = counter('seonmul_test_total', 'Counted.', ['outcome']);

const registry = new Registry();
const settings = { help: 'test', registers: [registry] };
const age = new Gauge({ name: AGE.name, labelNames: AGE.labels as string[], ...settings });
const ready = new Gauge({ name: READY.name, labelNames: ['provider'], ...settings });
const doneAt = new Gauge({ name: DONE_AT.name, labelNames: ['of'], ...settings });
const counted = new Counter({ name: COUNTED.name, labelNames: ['outcome'], ...settings });
const unread = new Gauge({ name: METRICS_UNREAD.name, labelNames: ['metric'], ...settings });

const START = Date.parse('2026-03-01T00:00:00Z');
const at = (s: number) => new Date(START + s * 1_000);

function anAlarm(when: Condition): Alarm {
  return { name: 'SeonmulWorkLate', severity: 'page', when, for_s: 60 };
}

async function holds(when: Condition, s: number, history = new History()): Promise<Record<string, number>> {
  const look = await lookAt(registry, at(s));
  const found = holdingNow([anAlarm(when)], look, history);
  history.keep(look);
  return Object.fromEntries(found.map(({ subject, value }) => [subject, value]));
}

test('above a limit: the greatest of what a server says, told apart by some labels, of some values', async () => {
  age.set({ party: 'shop:a', kind: 'x' }, 5);
  age.set({ party: 'shop:a', kind: 'y' }, 90);
  age.set({ party: 'shop:b', kind: 'x' }, 61);
  age.set({ party: 'shop:c', kind: 'x' }, 60);
  const when: Condition = { kind: 'above', metric: AGE, limit: 60, by: ['party'] };
  expect(await holds(when, 0)).toEqual({ 'party=shop:a': 90, 'party=shop:b': 61 });
  expect(await holds({ ...when, where: { kind: 'x|z' } }, 0)).toEqual({ 'party=shop:b': 61 });
  expect(expressionOf(anAlarm({ ...when, where: { kind: 'x|z' } }))).toBe(
    'max by (job, party) (seonmul_test_age_seconds{kind=~"x|z"}) > 60',
  );
});

test('below a limit: the sum of what processes say', async () => {
  ready.set({ provider: 'solapi' }, 1);
  ready.set({ provider: 'twilio' }, 0);
  const when: Condition = { kind: 'below', metric: READY, limit: 1, by: ['provider'] };
  expect(await holds(when, 0)).toEqual({ 'provider=twilio': 0 });
  expect(expressionOf(anAlarm(when))).toBe('sum by (job, provider) (seonmul_test_ready) < 1');
});

test('older than so many seconds', async () => {
  doneAt.set({ of: 'books' }, at(0).getTime() / 1_000);
  const when: Condition = { kind: 'older', metric: DONE_AT, than_s: 100, by: ['of'] };
  expect(await holds(when, 100)).toEqual({});
  expect(await holds(when, 101)).toEqual({ 'of=books': 101 });
  expect(expressionOf(anAlarm(when))).toBe(
    'time() - max by (job, of) (seonmul_test_timestamp_seconds) > 100',
  );
});

test('a counter that rises, also when it was not there before, and only for as long as it is looked back', async () => {
  counted.reset();
  const history = new History();
  const when: Condition = {
    kind: 'rose',
    metric: COUNTED,
    by_more_than: 2,
    within_s: 60,
    where: { outcome: 'failed' },
  };
  expect(await holds(when, 0, history)).toEqual({});
  counted.inc({ outcome: 'failed' }, 2);
  counted.inc({ outcome: 'sent' }, 50);
  expect(await holds(when, 30, history)).toEqual({});
  counted.inc({ outcome: 'failed' });
  expect(await holds(when, 60, history)).toEqual({ '': 3 });
  expect(await holds(when, 90, history)).toEqual({});
});

test('a share of what was counted, of enough', async () => {
  counted.reset();
  const history = new History();
  const share = { above: 0.2, of_at_least: 10, within_s: 60 };
  const when: Condition = { kind: 'share', metric: COUNTED, part: { outcome: 'failed|refused' }, ...share };
  expect(await holds(when, 0, history)).toEqual({});
  counted.inc({ outcome: 'failed' }, 4);
  expect(await holds(when, 10, history)).toEqual({});
  counted.inc({ outcome: 'refused' });
  counted.inc({ outcome: 'sent' }, 15);
  expect(await holds(when, 20, history)).toEqual({ '': 0.25 });
  counted.inc({ outcome: 'sent' }, 5);
  expect(await holds(when, 30, history)).toEqual({});
});

test('of what could not be read nothing is known', async () => {
  age.reset();
  unread.set({ metric: AGE.name }, 1);
  const alarm = anAlarm({ kind: 'above', metric: AGE, limit: 60 });
  expect([...unknownNow([alarm], await lookAt(registry, at(0)))]).toEqual([alarm.name]);
  unread.set({ metric: AGE.name }, 0);
  expect([...unknownNow([alarm], await lookAt(registry, at(0)))]).toEqual([]);
});
