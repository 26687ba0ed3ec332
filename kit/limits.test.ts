import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { openDatabase } from './db/pool.ts';
import { consumeAll, type Limiter, limiter } from './limits.ts';
import { keyRingOf } from './secrets.ts';

const PHONE = '+821012345678';
const ring = keyRingOf('test', 'limits', {
  current: 'v1',
  keys: { v1: Buffer.alloc(32, 1).toString('base64') },
});

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase('management');
  pool = openDatabase(database.url, { applicationName: 'limits.test' }).pool;
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const limit = (name: string, points: number): Limiter =>
  limiter(pool, { name, points, duration_s: 600, ring });

async function pointsOf(name: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ points: number }>(
    `select points from rate_limits where key like $1 || ':%'`,
    [name],
  );
  return rows[0]?.points;
}

describe('a limit', () => {
  test('allows as many uses as it has points, however many arrive at once', async () => {
    // Two limiters of one name stand for two processes of a server.
    const [one, other] = [limit('at_once', 5), limit('at_once', 5)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).consume(PHONE)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
    const refused = answers.find((answer) => !answer.ok);
    expect(refused?.ok === false ? refused.retry_after_s : 0).toBeGreaterThan(500);
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
    const { rows } = await pool.query<{ key: string }>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ key }) => key.includes('1012345678'))).toBe(false);
  });
});

test('limits that are used together are all counted, even when one is exceeded', async () => {
  const [small, large] = [limit('small', 1), limit('large', 9)];
  const use = () =>
    consumeAll([
      [small, PHONE],
      [large, 'terminal-1'],
    ]);
  expect(await use()).toEqual({ ok: true });
  expect((await use()).ok).toBe(false);
  expect((await use()).ok).toBe(false);
  expect(await pointsOf('large')).toBe(3);
});

test('a database failure is an error, not an exceeded limit', async () => {
  const broken = openDatabase('postgres://nobody@127.0.0.1:1/none', { applicationName: 'limits.test' }).pool;
  await expect(limiter(broken, { name: 'x', points: 1, duration_s: 1, ring }).consume('x')).rejects.toThrow();
  await broken.end();
});
