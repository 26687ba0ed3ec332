import { expect, test } from 'vitest';
import { type Asker, FairQueue, type QueueSettings } from './fair-queue.ts';

const SETTINGS: QueueSettings = {
  running_max: 1,
  newcomers_max: 1,
  waiting_max: { known: 6, newcomer: 3 },
  wait_ms: 60_000,
};

/** A queue whose work ends when the test says so, and what it began and refused, in order. */
function aQueue(settings: Partial<QueueSettings> = {}) {
  const queue = new FairQueue({ ...SETTINGS, ...settings });
  const began: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, share: Asker['share'] = 'known') => {
    const [from = ''] = name.split('-');
    void queue
      .run({ from, share }, () => {
        began.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      })
      .catch(({ code }) => refused.push(`${name} ${code}`));
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const endOne = async () => {
    ends.shift()?.();
    await settled();
  };
  return { ask, began, refused, endOne, settled };
}

test('askers take turns, whoever asked more often', async () => {
  const { ask, began, endOne } = aQueue();
  for (const name of ['flood-1', 'flood-2', 'flood-3', 'flood-4', 'honest-1', 'other-1']) ask(name);
  for (let n = 0; n < 5; n++) await endOne();
  expect(began).toEqual(['flood-1', 'flood-2', 'honest-1', 'other-1', 'flood-3', 'flood-4']);
});

test('when it is full, the newest request of whoever has most is refused', async () => {
  const { ask, refused, settled } = aQueue();
  for (let n = 0; n <= 6; n++) ask(`flood-${n}`);
  ask('flood-7');
  ask('honest-1');
  ask('honest-2');
  await settled();
  expect(refused).toEqual([
    'flood-7 service_unavailable',
    'flood-6 service_unavailable',
    'flood-5 service_unavailable',
  ]);
});

test('newcomers wait for people who are known, but not for ever', async () => {
  const { ask, began, endOne } = aQueue();
  for (const name of ['a-1', 'b-1', 'c-1', 'd-1', 'e-1']) ask(name);
  ask('new-1', 'newcomer');
  for (let n = 0; n < 5; n++) await endOne();
  expect(began).toEqual(['a-1', 'b-1', 'c-1', 'd-1', 'new-1', 'e-1']);
});

test('newcomers fill only their own part', async () => {
  const { ask, began, refused, endOne, settled } = aQueue({ running_max: 2 });
  for (let n = 0; n < 6; n++) ask(`n${n}-1`, 'newcomer');
  ask('known-1');
  await settled();
  expect(began).toEqual(['n0-1', 'known-1']);
  expect(refused).toEqual(['n4-1 service_unavailable', 'n5-1 service_unavailable']);
  await endOne();
  expect(began).toEqual(['n0-1', 'known-1', 'n1-1']);
});

test('whoever waited too long is refused and leaves the line', async () => {
  const { ask, began, refused, endOne } = aQueue({ wait_ms: 1 });
  ask('a-1');
  ask('b-1');
  await expect.poll(() => refused).toEqual(['b-1 service_unavailable']);
  await endOne();
  ask('c-1');
  expect(began).toEqual(['a-1', 'c-1']);
});

test('work that fails frees its place', async () => {
  const queue = new FairQueue(SETTINGS);
  const asker = { from: 'a', share: 'known' } as const;
  await expect(queue.run(asker, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue.run(asker, async () => 'done')).toBe('done');
});
