import { expect, test } from 'vitest';
import { AGAIN, Gatherer } from './gatherer.ts';

test('a store that floods one locked certificate is refused when it is full, and not another store', async () => {
  const locked = Symbol('locked');
  const gatherer = new Gatherer<{ from: string; key: string }, string>({
    waiting_max: 10,
    again_ms: 1_000,
    fromOf: ({ from }) => from,
    keysOf: ({ key }) => [key],
    run: async (items) => items.map(({ from }) => (from === 'flood' ? AGAIN : 'sold')),
  });
  const flood = Array.from({ length: 10 }, () =>
    gatherer.ask({ from: 'flood', key: String(locked) }).catch(() => 'refused'),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await gatherer.ask({ from: 'honest', key: 'other' })).toBe('sold');
  void flood;
});
