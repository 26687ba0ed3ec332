import { randomFrom } from '../../../test/model/random.ts';
import { guess } from '../load/guessing.ts';
import { pause } from '../proxy/weather.ts';
import { keyOf } from '../record/keys.ts';
import type { Plant } from './plant.ts';

/** More than come back while everything is brought to rest. */
const GUESSES = 40;
const LOOK_MS = 50;

/** Of these the system itself must break a rule: what is changed is committed. */
export const ACTING_PLANTS: readonly Plant[] = [
  {
    name: 'answer-edited',
    check: 'answers',
    what: 'the answer that is kept under a key is edited',
    async act({ system, people }) {
      const management = await system.connect('management');
      for (const { visitor } of people.buyers) {
        const key = keyOf(visitor.lastId ?? '');
        await management.query(`update idempotency_keys set body = body || ' ' where key = $1`, [key]);
        await visitor.askAgain();
      }
      await management.end();
    },
  },
  {
    name: 'nonces-forgotten',
    check: 'replays',
    what: 'a server forgets which messages it has taken',
    async act({ system }) {
      const shop = await system.connect('shop');
      await shop.query('delete from peer_nonces');
      await shop.end();
      const signed = system.http.shop.past.filter(({ edge }) => edge === 'management→shop');
      for (const past of signed.slice(-5)) await system.http.shop.replay(past, randomFrom(1));
    },
  },
  {
    name: 'process-aborted',
    check: 'alive',
    what: 'a process dies as by a fault of its own',
    async act({ system }) {
      const [process] = system.processes;
      process?.child.kill('SIGABRT');
      while (process?.child.isRunning() === true) await pause(LOOK_MS);
      await process?.untilReady();
    },
  },
];

export const LIMIT_IGNORED: Plant = {
  name: 'limit-ignored',
  check: 'guesses',
  what: 'what was guessed is not counted',
  async act({ system, people }) {
    const shop = await system.connect('shop');
    for (let n = 0; n < GUESSES; n++) {
      await shop.query('delete from rate_limits');
      await guess(people, 1);
    }
    await shop.end();
  },
};
