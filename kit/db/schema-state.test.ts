import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from './pool.ts';
import { readSchemaState } from './schema-state.ts';

let database: TestDatabase;
let opened: Database;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'schema-state-test' });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await opened.close();
  await database.drop();
});
beforeEach(async () => {
  await owner.query(`delete from schema_migrations where name like '%/99%'; delete from schema_needs`);
});

const state = () => readSchemaState(opened.db, SCHEMAS.carrier);
const newer = (name: string) =>
  owner.query(`insert into schema_migrations (name, sha256) values ($1, '')`, [name]);

test('the schema of this version', async () => {
  expect(await state()).toEqual({ unknown: [] });
});

test('an older schema is refused, with what it lacks', async () => {
  const { rows } = await owner.query(
    `delete from schema_migrations where name >= 'kit/840' and name < 'kit/841' returning *`,
  );
  expect(await state()).toEqual({
    trouble: {
      code: 'database_schema_old',
      sentence: 'the schema lacks migration kit/840-schema-needs.sql: run --migrate.',
      heals: false,
    },
    unknown: [],
  });
  await owner.query(
    'insert into schema_migrations select * from json_populate_recordset(null::schema_migrations, $1)',
    [JSON.stringify(rows)],
  );
  expect(await state()).toEqual({ unknown: [] });
});

test('a newer schema that only adds is run on', async () => {
  await newer('kit/990-more.sql');
  await newer('carrier/991-more.sql');
  expect(await state()).toEqual({ unknown: ['carrier/991-more.sql', 'kit/990-more.sql'] });
});

test('one that took something away is run on by whoever knows what came in its place', async () => {
  await newer('kit/992-less.sql');
  await owner.query(`insert into schema_needs values ('kit/992-less.sql', 'kit/840-schema-needs.sql')`);
  expect(await state()).toEqual({ unknown: ['kit/992-less.sql'] });
});

test('and refused by others', async () => {
  await newer('kit/990-more.sql');
  await newer('kit/992-less.sql');
  await owner.query(`insert into schema_needs values ('kit/992-less.sql', 'kit/990-more.sql')`);
  const { trouble } = await state();
  expect(trouble).toMatchObject({ code: 'database_schema_newer', heals: false });
  expect(trouble?.sentence).toContain('kit/992-less.sql');
  expect(trouble?.sentence).toContain('kit/990-more.sql');
});
