import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { testDatabase } from '../harness/database.ts';
import { READ_WHOLE } from './exceptions.ts';
import { fill, pretend } from './fill.ts';
import { type Plan, readWhole } from './plan.ts';
import { type Planned, serverStatements, statementsOn } from './statements.ts';

const ROWS = 1_000_000;
const TIMEOUT_MS = 240_000;

let statements: Planned[];
/** What was found at each server, for the last test. */
const found: Planned[] = [];
const closing: (() => Promise<void>)[] = [];
const filled = new Map<ServerRole, Promise<Client>>();

beforeAll(() => {
  statements = serverStatements();
}, TIMEOUT_MS);
afterAll(async () => {
  for (const close of closing) await close();
});

function filledDatabase(role: ServerRole): Promise<Client> {
  const database = filled.get(role) ?? fillNew(role);
  filled.set(role, database);
  return database;
}

async function fillNew(role: ServerRole): Promise<Client> {
  const database = await testDatabase(role);
  const url = new URL(inject('postgres').adminUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  closing.push(async () => {
    await client.end();
    await database.drop();
  });
  await fill(client);
  await pretend(client, ROWS);
  return client;
}

/** The statements that read all of a table, with the table in place of their text. */
async function planned(client: Client, given: readonly Planned[]): Promise<Planned[]> {
  const partial = await client.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where indpred is not null',
  );
  const shortIndexes = new Set(partial.rows.map(({ name }) => name));
  const whole: Planned[] = [];
  for (const { sql, ...place } of given) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (generic_plan, format json) ${sql}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error(`There is no plan for ${sql}.`);
    whole.push(...readWhole(plan, shortIndexes).map((table) => ({ ...place, sql: table })));
  }
  return whole;
}

const isExcused = ({ file, sql: table }: Planned) => READ_WHOLE[file]?.tables.includes(table) === true;

test.each(SERVER_ROLES)(
  'whatever its parameters, no statement of %s reads all of a table that grows, but for those with a reason',
  async (role) => {
    const whole = await planned(await filledDatabase(role), statementsOn(role, statements));
    found.push(...whole);
    const surprises = whole.filter((each) => !isExcused(each));
    expect(surprises.map(({ file, line, sql }) => `${file}:${line} reads all of ${sql}`)).toEqual([]);
  },
  TIMEOUT_MS,
);

test('every reason is still needed', () => {
  const needed = new Set(found.map(({ file, sql }) => `${file} ${sql}`));
  const given = Object.entries(READ_WHOLE).flatMap(([file, { tables }]) =>
    tables.map((table) => `${file} ${table}`),
  );
  expect(given.filter((each) => !needed.has(each))).toEqual([]);
});

test.each([
  ['a column without an index', 'select 1 from holds where amount_minor = $1', ['holds']],
  [
    'a set whose size the planner guesses',
    'select 1 from certificate_balances b join jsonb_to_recordset($1) as l (amount bigint) on b.balance_minor = l.amount',
    ['certificate_balances'],
  ],
  [
    'a due row that is looked for without an index',
    'select 1 from certificates where locked_at < $1 order by locked_at limit 10',
    ['certificates'],
  ],
  ['a row by its key', 'select 1 from holds where hold_id = $1', []],
  ['the first rows by an index', 'select 1 from certificates order by certificate_id limit 10', []],
  ['a small table', 'select 1 from stores where name_ko = $1', []],
])(
  'a planted statement reads %s',
  async (_what, sql, tables) => {
    const whole = await planned(await filledDatabase('shop'), [{ file: 'planted.ts', line: 1, sql }]);
    expect(whole.map((each) => each.sql)).toEqual(tables);
  },
  TIMEOUT_MS,
);
