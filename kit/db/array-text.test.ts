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

test('what it does not know is left to the driver', async () => {
  expect(arrayText([Buffer.from('ab')])).toBeUndefined();
  const found = await sql<{ bytes: Buffer }>`
    select bytes from unnest(${[Buffer.from('ab')]}::bytea[]) as t(bytes) where bytes is not null`.execute(
    opened.db,
  );
  expect(found.rows[0]?.bytes.toString()).toBe('ab');
});
