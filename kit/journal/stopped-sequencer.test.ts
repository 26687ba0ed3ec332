import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty, NOW } from '../../test/builders/parties.ts';
import { checkOrder } from '../../test/builders/told.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { addMs, SECOND_MS } from '../clock.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import type { Db } from '../db/transaction.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'stopped-sequencer-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const IDLE_AT_MOST = "select current_setting('idle_in_transaction_session_timeout') as idle";
const { key: signingKey } = aParty('carrier', 'k1');

test('a process that stops in the middle of putting rows in order loses its lock to another', async () => {
  let isTaken = false;
  let idleAtMost: string | undefined;
  // It holds the lock, and does nothing more until another process has done its work.
  const stopping: Db = {
    ...opened.db,
    transaction: (work, mode) =>
      opened.db.transaction(
        (tx) =>
          work({
            ...tx,
            async ask(text, values) {
              const answer = await tx.ask<never>(text, values);
              if (text.includes('skip locked')) {
                idleAtMost = (await tx.ask<{ idle: string }>(IDLE_AT_MOST, [])).rows[0]?.idle;
                while (!isTaken) await pause(20);
              }
              return answer;
            },
          }),
        mode,
      ),
  };
  await tellOf(opened.db, 1);
  const clock = () => NOW;
  const stopped = sequencerOf({ db: stopping, clock, signingKey, parties: [] })
    .fixOrder()
    .catch((error: unknown) => error);
  const later = sequencerOf({
    db: opened.db,
    clock: () => addMs(NOW, 10 * SECOND_MS),
    signingKey,
    parties: [],
  });
  for (let taken = 0; taken === 0; taken = await later.fixOrder()) await pause(20);
  isTaken = true;
  // Other transactions that do nothing keep their locks for 20 seconds.
  expect(idleAtMost).toBe('2s');
  expect(isDatabaseUnavailable(await stopped)).toBe(true);
  expect(await checkOrder(opened.db)).toBe(1);
});
