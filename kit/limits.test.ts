import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LimitsModel } from '../test/builders/limits-model.ts';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { SEED } from '../test/harness/seed.ts';
import { randomFrom } from '../test/model/random.ts';
import { addMs } from './clock.ts';
import { type Database, openDatabase } from './db/pool.ts';
import {
  clearAll,
  compareCounted,
  consumeAll,
  deleteEmptyCounters,
  giveBack,
  type LimitSettings,
  limiter,
} from './limits.ts';
import { keyRingOf } from './secrets.ts';

const PHONE = '+821012345678';
const START = new Date('2026-03-01T00:00:00Z');
const ring = keyRingOf('test', 'limits', {
  current: 'v1',
  keys: { v1: Buffer.alloc(32, 1).toString('base64') },
});

let database: TestDatabase;
let opened: Database;
let now = START;

beforeAll(async () => {
  database = await testDatabase('management');
  opened = openDatabase(database.url, { applicationName: 'limits.test' });
});

afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** A limit whose uses come back one each `600 / points` seconds. */
const limit = (name: string, points: number, more: Partial<LimitSettings> = {}) =>
  limiter(opened.db, { name, points, duration_s: 600, ring, clock: () => now, ...more });
const passTime = (seconds: number) => {
  now = addMs(now, seconds * 1000);
};

describe('a limit', () => {
  test('allows as many uses as it has points, however many arrive at once', async () => {
    // Two limiters of one name stand for two processes of a server.
    const [one, other] = [limit('at_once', 5), limit('at_once', 5)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).consume(PHONE)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, retry_after_s: 120, by: ['at_once'] });
    expect(await one.usage(PHONE)).toEqual({ used: 5, reached: true, retry_after_s: 120 });
  });

  test('is not reached early because the clock of another process is a little behind', async () => {
    const one = limit('behind', 5);
    const behind = limit('behind', 5, { clock: () => addMs(now, -200) });
    for (let used = 0; used < 4; used++) expect(await one.consume(PHONE)).toEqual({ ok: true });
    expect(await behind.consume(PHONE)).toEqual({ ok: true });
    expect(await one.consume(PHONE)).toMatchObject({ ok: false });
  });

  test('gets its uses back one by one, not all at the end of a window', async () => {
    const one = limit('decays', 3);
    for (let n = 0; n < 3; n++) expect((await one.consume(PHONE)).ok).toBe(true);
    passTime(199);
    expect((await one.consume(PHONE)).ok).toBe(false);
    passTime(1);
    expect((await one.consume(PHONE)).ok).toBe(true);
    expect((await one.consume(PHONE)).ok).toBe(false);
    passTime(600);
    expect(await one.usage(PHONE)).toEqual({ used: 0, reached: false, retry_after_s: 0 });
    for (let n = 0; n < 3; n++) expect((await one.consume(PHONE)).ok).toBe(true);
  });

  test('does not count the requests that it refuses', async () => {
    const one = limit('refused', 1);
    for (let n = 0; n < 50; n++) await one.consume(PHONE);
    passTime(600);
    expect((await one.consume(PHONE)).ok).toBe(true);
  });

  test('counts each key and each name separately', async () => {
    const one = limit('by_key', 1);
    expect(await one.consume(PHONE)).toEqual({ ok: true });
    expect(await one.consume('+821012345679')).toEqual({ ok: true });
    expect(await limit('by_other_key', 1).consume(PHONE)).toEqual({ ok: true });
    expect((await one.consume(PHONE)).ok).toBe(false);
  });

  test('starts afresh for a key that was cleared', async () => {
    const one = limit('cleared', 1);
    await one.consume(PHONE);
    await one.clear(PHONE);
    expect(await one.consume(PHONE)).toEqual({ ok: true });
  });

  test('keeps no phone number in the table', async () => {
    await limit('hidden', 1).consume(PHONE);
    const { rows } = await opened.pool.query<{ key: string }>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ key }) => key.includes('1012345678'))).toBe(false);
  });
});

describe('limits that are used together', () => {
  test('count on all or on none, except that the caller’s own counts what others refuse', async () => {
    const [small, large, own] = [limit('small', 1), limit('large', 9), limit('own', 9, { own: true })];
    const uses = [
      [small, PHONE],
      [large, 'shop-1'],
      [own, 'terminal-1'],
    ] as const;
    expect(await consumeAll(uses)).toEqual({ ok: true });
    for (let n = 0; n < 2; n++) expect(await consumeAll(uses)).toMatchObject({ ok: false, by: ['small'] });
    expect((await large.usage('shop-1')).used).toBe(1);
    expect((await own.usage('terminal-1')).used).toBe(3);
  });

  test('in any order and all at once neither deadlock nor let one too many through', async () => {
    const all = Array.from({ length: 6 }, (_, n) => limit(`together_${n}`, 7));
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const order = n % 2 ? all : all.toReversed();
        return consumeAll(order.map((each) => [each, PHONE] as const));
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(7);
    for (const each of all) expect(await each.usage(PHONE)).toMatchObject({ used: 7 });
  });

  test('asked at the same time are refused only where a limit is really used up', async () => {
    const random = randomFrom(SEED);
    for (let round = 0; round < 40; round++) {
      const make = (name: string, more: Partial<LimitSettings> = {}) =>
        limit(`${name}_${round}`, 1 + random.upTo(5), more);
      const limits = [make('own', { own: true }), make('a'), make('b'), make('c')];
      const asks = Array.from({ length: 24 }, () =>
        limits.flatMap((each) =>
          random.upTo(3) === 0
            ? []
            : [[each, `key-${random.upTo(each.name.startsWith('own') ? 1 : 3)}`] as const],
        ),
      );
      const answers = await Promise.all(asks.map((uses) => consumeAll(uses)));
      const taken = new Map<string, number>();
      for (const [at, uses] of asks.entries())
        if (answers[at]?.ok)
          for (const [{ name }, key] of uses)
            taken.set(`${name} ${key}`, (taken.get(`${name} ${key}`) ?? 0) + 1);
      for (const [at, uses] of asks.entries()) {
        const answer = answers[at];
        for (const [each, key] of uses) {
          const { used, reached } = await each.usage(key);
          expect(used).toBeLessThanOrEqual(each.points);
          if (!each.name.startsWith('own')) expect(used).toBe(taken.get(`${each.name} ${key}`) ?? 0);
          if (answer?.ok === false && answer.by.includes(each.name)) expect(reached).toBe(true);
        }
      }
    }
  });

  test('give a use back on all', async () => {
    const [small, large] = [limit('small_back', 1), limit('large_back', 9)];
    const uses = [
      [small, PHONE],
      [large, 'shop-1'],
    ] as const;
    for (let n = 0; n < 300; n++) {
      expect(await consumeAll(uses)).toEqual({ ok: true });
      await giveBack(uses);
    }
    expect(await small.usage(PHONE)).toMatchObject({ used: 0 });
    expect(await large.usage('shop-1')).toMatchObject({ used: 0 });
  });
});

test(`the model in memory answers as the database does (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const model = new LimitsModel();
  const limits = [
    limit('model_a', 3),
    limit('model_b', 7),
    limit('model_c', 2, { own: true }),
    limit('model_d', 5, { duration_s: 60 }),
  ];
  const own = new Set(['model_c']);
  for (let step = 0; step < 400; step++) {
    const chosen = limits.filter(() => random.upTo(2) === 0);
    const uses = chosen.map((each) => [each, `key-${random.upTo(2)}`] as const);
    const does = random.upTo(10);
    if (does === 0) passTime(random.upTo(400));
    else if (does === 1) {
      await giveBack(uses);
      model.giveBack(uses);
    } else if (does === 2) {
      await clearAll(uses);
      for (const use of uses) model.clear(use);
    } else expect(await consumeAll(uses)).toEqual(model.consumeAll(uses, own, now.getTime()));
  }
});

test('only what was compared and wrong counts, not what was right or could not be compared', async () => {
  const tries = limit('compared', 3);
  const uses = [[tries, PHONE]] as const;
  const compare = async (isRight: () => Promise<boolean>) => {
    expect((await consumeAll(uses)).ok).toBe(true);
    return compareCounted(uses, isRight);
  };
  expect(await compare(async () => true)).toBe(true);
  expect((await tries.usage(PHONE)).used).toBe(0);
  const flood = new Error('no turn in the queue');
  await expect(compare(() => Promise.reject(flood))).rejects.toBe(flood);
  expect((await tries.usage(PHONE)).used).toBe(0);
  expect(await compare(async () => false)).toBe(false);
  expect((await tries.usage(PHONE)).used).toBe(1);
});

test('counters of requests long past are deleted, and no others', async () => {
  await limit('old', 1).consume(PHONE);
  passTime(700);
  await limit('new', 1).consume(PHONE);
  while ((await deleteEmptyCounters(opened, () => now)) > 0);
  const { rows } = await opened.pool.query<{ name: string }>(
    `select split_part(key, ':', 1) as name from rate_limits`,
  );
  expect(rows).toEqual([{ name: 'new' }]);
});

test('a database failure is an error, not an exceeded limit', async () => {
  const broken = openDatabase('postgres://nobody@127.0.0.1:1/none', { applicationName: 'limits.test' });
  await expect(
    limiter(broken.db, { name: 'x', points: 1, duration_s: 1, ring }).consume('x'),
  ).rejects.toThrow();
  await broken.close();
});
