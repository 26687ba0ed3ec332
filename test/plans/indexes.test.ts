import { Client } from 'pg';
import { expect, test } from 'vitest';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { testDatabase } from '../harness/database.ts';
import { NOT_LOOKED_FOR } from './not-looked-for.ts';

/** Foreign keys that no index begins with, as `table (columns)`. A partial index counts: it is of the rows that are looked for. */
const UNINDEXED = `
  select format('%s (%s)', k.conrelid::regclass, string_agg(a.attname, ', ' order by at)) as key
  from pg_constraint k cross join unnest(k.conkey) with ordinality as c (attnum, at)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.attnum
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0
  and not exists (
    select from pg_index i
    where i.indrelid = k.conrelid and i.indisvalid
      and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
  group by k.oid, k.conrelid order by 1`;

const seen = new Set<string>();

test.each(SERVER_ROLES)(
  'every foreign key of %s is indexed, but for those that nobody looks for',
  async (role) => {
    const database = await testDatabase(role);
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ key: string }>(UNINDEXED);
    await client.end();
    await database.drop();
    const keys = rows.map(({ key }) => key);
    expect(keys.filter((key) => !NOT_LOOKED_FOR.has(key))).toEqual([]);
    for (const key of keys) seen.add(key);
  },
);

test('every reason is still needed', () => {
  expect([...NOT_LOOKED_FOR].filter((key) => !seen.has(key))).toEqual([]);
});

test('a foreign key without an index is found', async () => {
  const database = await testDatabase('carrier');
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query('create table notes (about uuid references staff, note text)');
  const planted = async () => (await client.query<{ key: string }>(UNINDEXED)).rows.map(({ key }) => key);
  expect(await planted()).toContain('notes (about)');
  await client.query('create index on notes (about)');
  expect(await planted()).not.toContain('notes (about)');
  await client.end();
  await database.drop();
});
