import { expect, test } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { openDatabase } from './pool.ts';

test('bigints are read exactly and dates as text, in arrays too', async () => {
  const place = await testDatabase('carrier');
  const { pool, close } = openDatabase(place.url, { applicationName: 'test' });
  const { rows } = await pool.query(
    "select 9007199254740993 as one, '{9007199254740993,null}'::bigint[] as several, '{}'::bigint[] as none, '2026-03-01'::date as day",
  );
  await close();
  await place.drop();
  expect(rows).toEqual([
    { one: 9007199254740993n, several: [9007199254740993n, null], none: [], day: '2026-03-01' },
  ]);
});
