import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { cloneRow } from './clone.ts';

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase('shop');
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('copies differ in the columns that are replaced and in no other', async () => {
  const template = randomUUID();
  await owner.query(
    "insert into stores (store_id, name_ko, name_en, created_at) values ($1, '종로점', 'Jongno', '2026-03-01')",
    [template],
  );
  const ids = [randomUUID(), randomUUID()];
  const arrays = [
    ['id', 'uuid', ids],
    ['name', 'text', ['First', 'Second']],
  ] as const;
  await cloneRow(owner, 'stores', `store_id = '${template}'`, arrays, {
    store_id: 'n.id',
    name_en: 'n.name',
  });
  const found = await owner.query(
    'select store_id, name_ko, name_en from stores where store_id = any($1) order by name_en',
    [ids],
  );
  expect(found.rows).toEqual([
    { store_id: ids[0], name_ko: '종로점', name_en: 'First' },
    { store_id: ids[1], name_ko: '종로점', name_en: 'Second' },
  ]);
});

test('a template or a column that is not there is no silence', async () => {
  const arrays = [['id', 'uuid', [randomUUID()]]] as const;
  const none = cloneRow(owner, 'stores', `store_id = '${randomUUID()}'`, arrays, { store_id: 'n.id' });
  await expect(none).rejects.toThrow('stores has no row to copy');
  const unknown = cloneRow(owner, 'stores', 'true', arrays, { colour: 'n.id' });
  await expect(unknown).rejects.toThrow('stores has no colour.');
});
