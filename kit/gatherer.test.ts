import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { AGAIN, Gatherer, type GathererSettings } from './gatherer.ts';

type Sale = { name: string; from?: string; keys?: string[] };
type Settings = Partial<GathererSettings<Sale, string>>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A gatherer whose batches end when the test says so; what each held, and who was refused. */
function aGatherer(settings: Settings = {}) {
  const batches: string[][] = [];
  const answered: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const gatherer = new Gatherer<Sale, string>({
    fromOf: ({ from = '' }) => from,
    keysOf: ({ keys = [] }) => keys,
    run: async (sales) => {
      batches.push(sales.map(({ name }) => name));
      await new Promise<void>((resolve) => ends.push(resolve));
      return sales.map(({ name }) => name);
    },
    ...settings,
  });
  const ask = (...sales: (Sale | string)[]) => {
    for (const sale of sales.map((each) => (typeof each === 'string' ? { name: each } : each)))
      gatherer.ask(sale).then(
        (answer) => answered.push(answer),
        ({ code, message }) => refused.push(`${sale.name} ${code ?? message}`),
      );
  };
  const endOne = async () => {
    ends.shift()?.();
    await turn();
  };
  return { gatherer, ask, batches, answered, refused, endOne };
}

test('nothing waits when nothing runs; what comes meanwhile is one set', async () => {
  const { ask, batches, answered, endOne } = aGatherer();
  ask('a');
  await turn();
  ask('b', 'c', 'd');
  await turn();
  expect(batches).toEqual([['a']]);
  await endOne();
  await endOne();
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  expect(answered).toEqual(['a', 'b', 'c', 'd']);
});

test('right after a batch the next one waits until as many are there, but only for a moment', async () => {
  const { ask, batches, endOne } = aGatherer({ gap_ms: 60_000 });
  ask('a', 'b');
  await turn();
  await endOne();
  ask('c');
  await turn();
  expect(batches).toEqual([['a', 'b']]);
  ask('d');
  await turn();
  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  const hasty = aGatherer({ gap_ms: 1 });
  hasty.ask('a', 'b');
  await turn();
  await hasty.endOne();
  hasty.ask('c');
  await vi.waitFor(() => expect(hasty.batches).toEqual([['a', 'b'], ['c']]));
});

test('a further lane opens only for enough items', async () => {
  const { ask, batches } = aGatherer({ lanes: 2, lane_min: 3 });
  ask('a');
  await turn();
  ask('b', 'c');
  await turn();
  expect(batches).toEqual([['a']]);
  ask('d');
  await turn();
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  ask('e', 'f', 'g', 'h');
  await turn();
  expect(batches).toHaveLength(2);
});

test('a key is in one batch at a time, but several items of it may be in that one', async () => {
  const { ask, batches, endOne } = aGatherer({ lanes: 2, lane_min: 1 });
  ask({ name: 'a', keys: ['x'] }, { name: 'b', keys: ['x', 'y'] });
  await turn();
  ask({ name: 'c', keys: ['y'] }, { name: 'd', keys: ['z'] });
  await turn();
  expect(batches).toEqual([['a', 'b'], ['d']]);
  await endOne();
  expect(batches).toEqual([['a', 'b'], ['d'], ['c']]);
});

test('nobody overtakes an item that waits for two keys', async () => {
  const { ask, batches, endOne } = aGatherer({ lanes: 2, lane_min: 1 });
  ask({ name: 'x1', from: 's', keys: ['x'] });
  await turn();
  ask({ name: 'y1', from: 't', keys: ['y'] });
  await turn();
  ask({ name: 'both', from: 'u', keys: ['x', 'y'] }, { name: 'x2', from: 's', keys: ['x'] });
  await endOne();
  await endOne();
  expect(batches).toEqual([['x1'], ['y1'], ['both', 'x2']]);
});

test('stores take turns, whoever asks more', async () => {
  const { ask, batches, endOne } = aGatherer({ lanes: 1, batch_max: 2 });
  const of = (from: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `${from}${n}`, from }));
  ask('first');
  await turn();
  ask(...of('flood', 5), ...of('a', 1), ...of('b', 2));
  for (let n = 0; n < 5; n++) await endOne();
  expect(batches.slice(1)).toEqual([
    ['flood0', 'a0'],
    ['b0', 'flood1'],
    ['b1', 'flood2'],
    ['flood3', 'flood4'],
  ]);
});

test('when it is full, the newest of whoever has most is refused before anything is done', async () => {
  const { ask, refused, batches } = aGatherer({ lanes: 1, waiting_max: 3 });
  ask('first');
  await turn();
  const flood = (name: string) => ({ name, from: 'flood' });
  ask(flood('f0'), flood('f1'), flood('f2'), flood('f3'), { name: 'honest', from: 'a' });
  await turn();
  expect(refused).toEqual(['f3 service_unavailable', 'f2 service_unavailable']);
  expect(batches).toEqual([['first']]);
});

test('an item that fails fails alone', async () => {
  const sizes: number[] = [];
  const { ask, answered, refused } = aGatherer({
    run: async (sales) => {
      sizes.push(sales.length);
      if (sales.some(({ name }) => name === 'bad')) throw new Error('broken');
      return sales.map(({ name }) => name);
    },
  });
  ask('a', 'b', 'c', 'bad', 'd');
  await expect.poll(() => answered.length).toBe(4);
  expect(refused).toEqual(['bad broken']);
  expect(sizes).toEqual([5, 3, 2, 1, 1]);
});

test('a database that is unavailable is asked once', async () => {
  let runs = 0;
  const { ask, refused } = aGatherer({
    run: async () => {
      runs++;
      throw Object.assign(new Error('no database'), { code: 'ECONNREFUSED' });
    },
  });
  ask('a', 'b', 'c');
  await expect.poll(() => refused.length).toBe(3);
  expect(runs).toBe(1);
});

test('what somebody else has locked is asked again, and holds up nobody', async () => {
  const batches: string[][] = [];
  let locked = true;
  const { ask, answered } = aGatherer({
    again_ms: 1,
    run: async (sales) => {
      batches.push(sales.map(({ name }) => name));
      return sales.map(({ name }) => (name === 'locked' && locked ? AGAIN : name));
    },
  });
  ask('locked', 'a');
  await expect.poll(() => answered).toEqual(['a']);
  ask('b');
  await expect.poll(() => answered).toEqual(['a', 'b']);
  locked = false;
  await expect.poll(() => answered).toEqual(['a', 'b', 'locked']);
});

test('what stays locked is refused in the end', async () => {
  let runs = 0;
  const { ask, refused } = aGatherer({
    again_ms: 1,
    again_for_ms: 20,
    run: async (sales) => {
      runs++;
      return sales.map(() => AGAIN);
    },
  });
  ask('locked');
  await expect.poll(() => refused).toEqual(['locked service_unavailable']);
  expect(runs).toBeGreaterThan(1);
});

test('a store that floods one locked certificate is refused when it is full, and not another store', async () => {
  const gatherer = new Gatherer<{ from: string; key: string }, string>({
    waiting_max: 10,
    again_ms: 1_000,
    fromOf: ({ from }) => from,
    keysOf: ({ key }) => [key],
    run: async (items) => items.map(({ from }) => (from === 'flood' ? AGAIN : 'sold')),
  });
  const flood = Array.from({ length: 10 }, () =>
    gatherer.ask({ from: 'flood', key: 'locked' }).catch(() => 'refused'),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await gatherer.ask({ from: 'honest', key: 'other' })).toBe('sold');
  expect(await Promise.race(flood)).toBe('refused');
});

test('a batch that waited too long for a lock is asked again as a whole, and refused in the end', async () => {
  const batches: number[] = [];
  const { ask, refused } = aGatherer({
    again_ms: 1,
    again_for_ms: 20,
    run: async (sales) => {
      batches.push(sales.length);
      throw Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
    },
  });
  ask('a', 'b', 'c');
  await expect.poll(() => refused.length).toBe(3);
  expect(new Set(batches)).toEqual(new Set([3]));
});

test('whatever comes, each item is answered once, with its own answer, and no key is in two batches', async () => {
  const sale = fc.record({
    from: fc.constantFrom('a', 'b', 'c'),
    keys: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w'), { maxLength: 2 }),
    kind: fc.constantFrom('good', 'good', 'bad', 'locked'),
    pause: fc.boolean(),
  });
  const settings = fc.record({
    lanes: fc.integer({ min: 1, max: 3 }),
    lane_min: fc.integer({ min: 1, max: 4 }),
    batch_max: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { maxLength: 30 }), settings, async (sales, sizes) => {
      const busy = new Set<string>();
      const tried = new Map<number, number>();
      const done: number[] = [];
      const gatherer = new Gatherer<(typeof sales)[number] & { no: number }, number>({
        ...{ ...sizes, again_ms: 0 },
        fromOf: ({ from }) => from,
        keysOf: ({ keys }) => keys,
        run: async (batch) => {
          expect(batch.length).toBeLessThanOrEqual(sizes.batch_max);
          const keys = new Set(batch.flatMap((each) => each.keys));
          for (const key of keys) {
            expect(busy.has(key)).toBe(false);
            busy.add(key);
          }
          await turn();
          for (const key of keys) busy.delete(key);
          if (batch.some(({ kind }) => kind === 'bad')) throw new Error('bad');
          return batch.map(({ no, kind }) => {
            tried.set(no, (tried.get(no) ?? 0) + 1);
            if (kind === 'locked' && tried.get(no) === 1) return AGAIN;
            done.push(no);
            return no;
          });
        },
      });
      const answers: Promise<unknown>[] = [];
      for (const [no, each] of sales.entries()) {
        answers.push(gatherer.ask({ ...each, no }).catch(({ message }) => message));
        if (each.pause) await turn();
      }
      expect(await Promise.all(answers)).toEqual(sales.map(({ kind }, no) => (kind === 'bad' ? 'bad' : no)));
      expect(new Set(done).size).toBe(done.length);
    }),
  );
});
