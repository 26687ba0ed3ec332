import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { addMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { createLogger } from '../log.ts';
import { type Claim, type Claimed, claimDue, claimUnparted } from './claims.ts';
import { eachDue } from './each-due.ts';
import { listFailing, retryFailing } from './failing-work.ts';

let database: TestDatabase;
let opened: Database;
let now = new Date('2026-03-02T09:00:00Z');
/** What is due, by its id. Work that is done takes it out. */
const due = new Map<string, { party: string; at: Date }>();

beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'each-due-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});
beforeEach(async () => {
  due.clear();
  await sql`delete from job_claims`.execute(opened.db);
  await sql`delete from failing_work`.execute(opened.db);
});

type Work = (subject: Claimed) => Promise<unknown>;
const context = () => ({ db: opened.db, clock: () => now, log: createLogger('carrier', 'fatal') });

/** One round of a job that does what is in `due`. */
function round(work: Work, onFound = () => {}, db = opened.db, finishing?: AbortSignal): Promise<number> {
  const all = [...due].filter(([, { at }]) => at <= now);
  const find = async (claim: Claim) => {
    const claimed = await claimDue(
      claim,
      sql`select distinct party from unnest(${all.map(([, { party }]) => party)}::text[]) x (party)`,
      sql`
        select id as subject_id, at as due_at
        from unnest(${all.map(([id]) => id)}::text[], ${all.map(([, { party }]) => party)}::text[],
          ${all.map(([, { at }]) => at)}::timestamptz[]) d (id, party, at)
        where d.party = p.party and at is not null`,
    ).execute(db);
    // It is looked again while others were faster.
    if (claimed.rows.length === 0 || claimed.rows.some(({ is_ours }) => is_ours)) onFound();
    return claimed;
  };
  const ending = finishing === undefined ? {} : { finishing };
  return eachDue({ ...context(), db, ...ending }, 'test', find, (_within, subject) => work(subject));
}

const isDone: Work = async ({ subject_id }) => due.delete(subject_id);
const add = (party: string, id: string, at = now) => due.set(id, { party, at });
const failing = async () =>
  (await listFailing(opened.db, 10)).map(({ subject_id, failures, dead_at, problem }) => ({
    subject_id,
    failures,
    is_dead: dead_at !== null,
    problem,
  }));

test('a process that is about to end finishes what it has begun, and gives back the rest at once', async () => {
  for (let n = 0; n < 30; n++) add(`party-${n % 2}`, `subject-${n}`);
  const ending = new AbortController();
  const begun: string[] = [];
  const first = await round(
    async (subject) => {
      begun.push(subject.subject_id);
      ending.abort();
      await isDone(subject);
    },
    () => {},
    opened.db,
    ending.signal,
  );
  // Of each party the first, which were begun before it was known.
  expect(begun.length).toBeLessThan(16);
  expect(first).toBe(begun.length);
  const claims = await sql`select 1 from job_claims`.execute(opened.db);
  expect(claims.rows).toEqual([]);
  expect(due.size).toBe(30 - begun.length);
  while ((await round(isDone)) > 0);
  expect(due.size).toBe(0);
});

describe('a subject that a job fails at', () => {
  const poisoned: Work = (subject) => {
    if (subject.subject_id === 'poison') throw new Error('It cannot be done.');
    return isDone(subject);
  };

  test('holds up no other, waits longer each time, and is a dead letter in the end until staff retry it', async () => {
    add('a', 'poison');
    for (let other = 0; other < 20; other++) add('a', `other-${other}`);
    let did = 0;
    for (let rounds = 0; rounds < 4; rounds++) did += await round(poisoned);
    expect([did, due.size]).toEqual([20, 1]);
    expect(await failing()).toEqual([
      { subject_id: 'poison', failures: 1, is_dead: false, problem: 'It cannot be done.' },
    ]);

    let attempts = 1;
    const counted: Work = (subject) => {
      attempts += 1;
      return poisoned(subject);
    };
    now = addMs(now, 9 * SECOND_MS);
    await round(counted);
    expect(attempts).toBe(1);
    now = addMs(now, SECOND_MS);
    await round(counted);
    expect(attempts).toBe(2);
    now = addMs(now, 19 * SECOND_MS);
    await round(counted);
    expect(attempts).toBe(2);
    for (let hours = 0; hours < 48; hours++) {
      now = addMs(now, HOUR_MS);
      await round(counted);
    }
    expect(attempts).toBe(20);
    expect(await failing()).toMatchObject([{ failures: 20, is_dead: true }]);

    expect(await retryFailing(opened.db, 'poison', 'another job')).toBe(false);
    expect(await retryFailing(opened.db, 'poison', 'test')).toBe(true);
    expect(await round(isDone)).toBe(1);
    expect(await failing()).toEqual([]);
  });

  test('is recorded whatever its error says, so that nothing of its party waits for it', async () => {
    add('a', 'poison');
    for (let other = 0; other < 7; other++) add('a', `other-${other}`);
    const said = 'It said \u0000 and \ud800.';
    const did = await round((subject) => {
      if (subject.subject_id === 'poison') throw new Error(said);
      return isDone(subject);
    });
    expect(did).toBe(7);
    expect(await failing()).toMatchObject([{ failures: 1, problem: 'It said \ufffd and \ufffd.' }]);
    expect((await sql`select 1 from job_claims`.execute(opened.db)).rows).toEqual([]);
  });

  test('has failed no more once it was done', async () => {
    add('a', 'poison');
    await round(poisoned);
    expect(await failing()).toHaveLength(1);
    now = addMs(now, 10 * SECOND_MS);
    expect(await round(isDone)).toBe(1);
    expect(await failing()).toEqual([]);
  });
});

describe('a party that keeps everybody waiting', () => {
  test('with a thousand subjects holds up nothing of another, in this round or in the next', async () => {
    for (let gift = 0; gift < 1_000; gift++) add('silent', `silent-${gift}`, addMs(now, -HOUR_MS));
    add('other', 'first');
    const hanging = Promise.withResolvers<void>();
    let asked = 0;
    const firstDone = Promise.withResolvers<void>();
    const work: Work = async (subject) => {
      if (subject.party === 'other') {
        due.delete(subject.subject_id);
        return firstDone.resolve();
      }
      asked += 1;
      await hanging.promise;
      return isDone(subject);
    };
    const first = round(work);
    await firstDone.promise;
    // While the first round hangs, what comes due of another is claimed by the next one, and nothing more of the silent one.
    await expect.poll(() => asked).toBe(8);
    for (let next = 0; next < 3; next++) {
      add('other', `next-${next}`);
      expect(await round(work)).toBe(1);
    }
    expect(asked).toBe(8);
    hanging.resolve();
    expect(await first).toBe(9);
    expect(await round(isDone)).toBe(8);
  });

  test('is worked on in turn with others, the oldest of each first', async () => {
    for (let gift = 0; gift < 100; gift++) add('big', `big-${gift}`, addMs(now, -HOUR_MS + gift));
    for (const party of ['b', 'c', 'd']) add(party, party);
    const order: string[] = [];
    const work: Work = (subject) => {
      order.push(subject.subject_id);
      return isDone(subject);
    };
    expect(await round(work)).toBe(11);
    expect([...order].sort()).toEqual(
      ['b', 'c', 'd', ...Array.from({ length: 8 }, (_, gift) => `big-${gift}`)].sort(),
    );
  });
});

describe('a claim', () => {
  test('is of one process, and those that claim at once share what is due', async () => {
    for (let gift = 0; gift < 100; gift++) add(`party-${gift % 10}`, `gift-${gift}`);
    const done: string[] = [];
    const allClaimed = Promise.withResolvers<void>();
    let claimed = 0;
    const found = () => {
      claimed += 1;
      if (claimed === 3) allClaimed.resolve();
    };
    const work: Work = async ({ subject_id }) => {
      done.push(subject_id);
      await allClaimed.promise;
    };
    await Promise.all([round(work, found), round(work, found), round(work, found)]);
    expect(done.length).toBeGreaterThanOrEqual(64);
    expect(new Set(done).size).toBe(done.length);
  });

  test('that has ended is taken over; its first owner neither ends the new one nor records a failure', async () => {
    add('a', 'slow');
    const first = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = round(async () => {
      begun.resolve();
      await first.promise;
      throw new Error('Too late.');
    });
    await begun.promise;
    expect(await round(isDone)).toBe(0);
    now = addMs(now, 4 * MINUTE_MS);
    const second = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    const other = round(async (subject) => {
      taken.resolve();
      await second.promise;
      return isDone(subject);
    });
    await taken.promise;
    first.resolve();
    expect(await slow).toBe(0);
    expect(await failing()).toEqual([]);
    // The new owner's claim still stands.
    expect(await round(isDone)).toBe(0);
    second.resolve();
    expect(await other).toBe(1);
    expect((await sql`select 1 from job_claims`.execute(opened.db)).rows).toEqual([]);
  });

  test('of a process that died keeps a party waiting for seconds, not for as long as work may take', async () => {
    for (let gift = 0; gift < 20; gift++) add('a', `gift-${gift}`);
    // From its first subject on it has no database any more, as if it had been killed: it ends no claim.
    let isDead = false;
    const db: Db = {
      ...opened.db,
      ask: (...asked) => (isDead ? Promise.reject(gone()) : opened.db.ask(...asked)),
    };
    const gone = () => Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    const dying: Work = () => {
      isDead = true;
      throw gone();
    };
    await expect(round(dying, () => {}, db)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    now = addMs(now, 20 * SECOND_MS);
    expect(await round(isDone)).toBe(8);
  });

  test('is kept for as long as its process works, up to three minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    add('a', 'slow');
    const work = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = round(async (subject) => {
      begun.resolve();
      await work.promise;
      return isDone(subject);
    });
    await begun.promise;
    const claimedUntil = async () => {
      const found = await sql<{ claimed_until: Date }>`select claimed_until from job_claims`.execute(
        opened.db,
      );
      return found.rows[0]?.claimed_until;
    };
    const begunAt = now;
    for (let seconds = 5; seconds <= 175; seconds += 5) {
      now = addMs(now, 5 * SECOND_MS);
      vi.advanceTimersByTime(5 * SECOND_MS);
      const until = addMs(begunAt, Math.min(seconds + 15, 180) * SECOND_MS);
      await expect.poll(claimedUntil).toEqual(until);
      expect(await round(isDone)).toBe(0);
    }
    work.resolve();
    expect(await slow).toBe(1);
    vi.useRealTimers();
  });

  test('without parties takes a handful and leaves nothing claimed', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `row-${at}`);
    const left = new Set(ids);
    const find = (claim: Claim) =>
      claimUnparted(
        claim,
        sql`select id as subject_id, ${now}::timestamptz as due_at from unnest(${[...left]}::text[]) d (id)`,
      ).execute(opened.db);
    const rounds: number[] = [];
    for (let each = 0; each < 4; each++)
      rounds.push(
        await eachDue(context(), 'rows', find, async (_within, { subject_id }) => left.delete(subject_id)),
      );
    expect(rounds).toEqual([50, 50, 20, 0]);
    expect((await sql`select 1 from job_claims`.execute(opened.db)).rows).toEqual([]);
  });
});
