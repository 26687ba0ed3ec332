import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { arrayText } from './array-text.ts';
import { type Database, openDatabase } from './pool.ts';
import { sql } from './sql.ts';

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'array-text-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

test('texts arrive as they are, whatever is in them', async () => {
  const texts = [
    'plain',
    '',
    'null',
    'NULL',
    'a,b',
    '{}',
    ' spaces ',
    'say "hi"',
    'back\\slash',
    '\\"',
    '하늘 💌',
    'line\nline',
    null,
  ];
  const found = await sql<{ text: string | null }>`
    select t.text from unnest(${texts}::text[]) with ordinality as t(text, n) order by n`.execute(opened.db);
  expect(found.rows.map(({ text }) => text)).toEqual(texts);
});

test('so do numbers, times and nulls', async () => {
  const at = new Date('2026-03-02T09:00:00.123Z');
  const found = await sql<{ n: bigint | null; at: Date | null; is: boolean | null; r: number | null }>`
    select * from unnest(${[2n ** 62n, null]}::bigint[], ${[at, null]}::timestamptz[], ${[true, null]}::boolean[],
      ${[-0.5, null]}::float8[]) as t(n, at, "is", r)`.execute(opened.db);
  expect(found.rows).toEqual([
    { n: 2n ** 62n, at, is: true, r: -0.5 },
    { n: null, at: null, is: null, r: null },
  ]);
});

test('so do bytes', async () => {
  const bytes = [Buffer.from([0, 34, 92, 255]), Buffer.alloc(0), null];
  const found = await sql<{ bytes: Buffer | null }>`
    select t.bytes from unnest(${bytes}::bytea[]) with ordinality as t(bytes, n) order by n`.execute(
    opened.db,
  );
  expect(arrayText(bytes)).toBeDefined();
  expect(found.rows.map((row) => row.bytes)).toEqual(bytes);
});

test('what it does not know is left to the driver', async () => {
  const days = [['2026-03-02'], ['2026-03-03']];
  expect(arrayText(days)).toBeUndefined();
  const found = await sql<{ day: string }>`
    select day from unnest(${days}::date[]) as t(day) where day is not null order by day`.execute(opened.db);
  expect(found.rows.map(({ day }) => day)).toEqual(days.flat());
});
