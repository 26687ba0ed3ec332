// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources that are checked
import { basename, resolve } from 'node:path';
import { Client } from 'pg';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValues } from '../../../kit/db/values.ts';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { programOfCases } from './cases.builder.ts';
import { checkStatements, type Finding } from './check.ts';
import { closeServerDatabase, openServerDatabase, type ServerDatabase } from './databases.ts';

const TABLES = `
  create table things (thing_id uuid primary key, name text not null, note text, size bigint not null default 0,
    sizes bigint[] not null default '{}', made_at timestamptz, data jsonb not null default '{}',
    state text not null check (state in ('new', 'old')));
  create table parts (part_id uuid primary key, thing_id uuid references things, weight int);
  grant select, insert on things, parts to seonmul_carrier;
  grant update (note, state, size) on things to seonmul_carrier;`;

/** Sources with one fault each, and what must be said of it. */
const FAULTS: readonly (readonly [name: string, kind: Finding['kind'], source: string])[] = [
  ['no such column', 'refused', 'await sql`select colour from things`.execute(db);'],
  ['no such table', 'refused', 'await sql`select 1 from thingz`.execute(db);'],
  ['bad grammar', 'refused', 'await sql`selekt 1`.execute(db);'],
  [
    'a right that is not granted',
    'denied',
    'await sql`delete from things where thing_id = ${id}`.execute(db);',
  ],
  ['a column that may not be written', 'denied', "await sql`update things set name = 'x'`.execute(db);"],
  ['a lock that may not be taken', 'denied', 'await sql`select 1 from parts for update`.execute(db);'],
  [
    'text from outside',
    'unresolved',
    'export const f = (name: string) => sql`select 1 from ${sql.ref(name)}`.execute(db);',
  ],
  [
    'a part from nowhere',
    'unresolved',
    'export const f = (part: ReturnType<typeof sql>) => sql`select 1 ${part}`.execute(db);',
  ],
  ['a part that is no statement’s', 'unused', 'export const part = sql`and colour = 1`;'],
  ['a star', 'star', 'await sql`select * from things`.execute(db);'],
  [
    'a star that is returned',
    'star',
    'await sql`insert into parts (part_id) values (${id}) returning *`.execute(db);',
  ],
  [
    'a star below',
    'star',
    'await sql<{ name: string }>`with t as (select * from things) select name from t`.execute(db);',
  ],
  [
    'a whole row',
    'star',
    'await sql<{ row: unknown }>`select to_jsonb(t) as row from things t`.execute(db);',
  ],
  [
    'a column that is not asked for',
    'missing',
    'await sql<{ name: string; size: bigint }>`select name from things`.execute(db);',
  ],
  [
    'a column that is not promised',
    'unread',
    'await sql<{ name: string }>`select name, size from things`.execute(db);',
  ],
  [
    'a name given twice',
    'twice',
    'await sql<{ name: string }>`select name, state as name from things`.execute(db);',
  ],
  ['money as a number', 'type', 'await sql<{ size: number }>`select size from things`.execute(db);'],
  [
    'money in a list as text',
    'type',
    'await sql<{ sizes: string[] }>`select sizes from things`.execute(db);',
  ],
  [
    'a time as text',
    'type',
    'await sql<{ made_at: string | null }>`select made_at from things`.execute(db);',
  ],
  [
    'a promise of undefined',
    'type',
    'await sql<{ name: string | undefined }>`select name from things`.execute(db);',
  ],
  ['a column that can be null', 'null', 'await sql<{ note: string }>`select note from things`.execute(db);'],
  [
    'what an outer join leaves out',
    'null',
    'await sql<{ name: string }>`select t.name from parts p left join things t using (thing_id)`.execute(db);',
  ],
  [
    'a sum of nothing',
    'null',
    'await sql<{ n: bigint }>`select sum(size)::bigint as n from things`.execute(db);',
  ],
  ['a member of JSON', 'null', "await sql<{ a: string }>`select data ->> 'a' as a from things`.execute(db);"],
  [
    'a query that finds nothing',
    'null',
    'await sql<{ name: string }>`select (select name from things limit 1) as name`.execute(db);',
  ],
  [
    'null that was just written',
    'null',
    'await sql<{ note: string }>`update things set note = null where note is not null returning note`.execute(db);',
  ],
  [
    'a condition that holds for one side only',
    'null',
    'await sql<{ note: string }>`select note from things where note is not null or size = 1`.execute(db);',
  ],
  [
    'null that is given',
    'null',
    'declare const note: string | null; await sql<{ note: string }>`select ${note}::text as note`.execute(db);',
  ],
  ['a number for text', 'parameter', 'await sql`select 1 from things where name = ${7}`.execute(db);'],
  [
    'undefined',
    'parameter',
    'declare const name: string | undefined; await sql`select 1 from things where name = ${name}`.execute(db);',
  ],
  [
    'null where none may be',
    'parameter',
    "declare const name: string | null; await sql`insert into things (thing_id, name, state) values (${id}, ${name}, 'new')`.execute(db);",
  ],
  [
    'a list of the wrong items',
    'parameter',
    'await sql`select 1 from things where size = any(${[true]})`.execute(db);',
  ],
  ['a word too few', 'words', "await sql<{ state: 'new' }>`select state from things`.execute(db);"],
  [
    'a word too many',
    'words',
    "await sql<{ state: 'new' | 'old' | 'lost' }>`select state from things`.execute(db);",
  ],
  ['a word misspelt', 'words', "await sql`select 1 from things where state = 'nwe'`.execute(db);"],
  [
    'a word misspelt in a list',
    'words',
    "await sql`select 1 from things where state in ('new', 'odl')`.execute(db);",
  ],
  ['a word misspelt where it is written', 'words', "await sql`update things set state = 'odl'`.execute(db);"],
  [
    'a word given that can’t be',
    'words',
    "declare const state: 'new' | 'lost'; await sql`update things set state = ${state}`.execute(db);",
  ],
  [
    'a word of the statement that the type lacks',
    'words',
    "await sql<{ why: 'too_big' | null }>`select case when size > 9 then 'too_big' when size < 1 then 'too_small' end as why from things`.execute(db);",
  ],
  [
    'a word that comes out of a query below',
    'words',
    `await sql<{ why: 'too_big' | 'fits' }>\`
       with checked as materialized (select case when size > 9 then 'too_big' when size < 1 then 'too_small' end as why from things)
       select coalesce(c.why, 'fits') as why from (select * from checked) c left join parts p on p.weight = 1\`.execute(db);`,
  ],
  [
    'a word of one part of a union',
    'words',
    "await sql<{ kind: 'thing' }>`select 'thing' as kind from things union all select 'part' from parts`.execute(db);",
  ],
  [
    'a word in a fragment',
    'words',
    "const why = sql`case when size > 9 then 'too_big' else 'fits' end`; await sql<{ why: 'too_big' | 'too_small' }>`select ${why} as why from things`.execute(db);",
  ],
  [
    'a fault in one of two ways',
    'refused',
    'declare const all: boolean; await sql`select 1 from things where ${all ? sql`true` : sql`colour = 1`}`.execute(db);',
  ],
  [
    'a fault in a condition that is pushed',
    'refused',
    `const conditions = [sql\`true\`];
     if (id !== '') conditions.push(sql\`colour = \${id}\`);
     await sql\`select 1 from things where \${sql.join(conditions, sql\` and \`)}\`.execute(db);`,
  ],
  [
    'a fault in what a function is given',
    'refused',
    'const named = (name: ReturnType<typeof sql>) => sql`select 1 from things where ${name} = 1`; await named(sql`colour`).execute(db);',
  ],
  [
    'a fault in one of several words',
    'refused',
    "const NAMES = ['name', 'colour'] as const; await sql`select ${sql.join(NAMES.map((name) => sql.ref(name)))} from things`.execute(db);",
  ],
];

/** Statements of which there is nothing to be said. */
const RIGHT: readonly (readonly [name: string, source: string])[] = [
  ['conditions', 'await sql<{ note: string }>`select note from things where note is not null`.execute(db);'],
  [
    'a comparison',
    'await sql<{ note: string }>`select note from things where lower(note) = ${id}`.execute(db);',
  ],
  [
    'a join',
    'await sql<{ id: string }>`select p.thing_id as id from parts p join things t using (thing_id)`.execute(db);',
  ],
  [
    'a side kept whole',
    'await sql<{ id: string; name: string; weight: number | null }>`select thing_id as id, t.name, p.weight from things t left join parts p using (thing_id)`.execute(db);',
  ],
  [
    'counts and sums',
    'await sql<{ n: bigint; sum: bigint }>`select count(*) as n, coalesce(sum(size), 0)::bigint as sum from things`.execute(db);',
  ],
  [
    'groups',
    'await sql<{ name: string; most: bigint }>`select name, max(size) as most from things group by name`.execute(db);',
  ],
  [
    'what was written',
    'await sql<{ note: string }>`update things set note = ${id} returning note`.execute(db);',
  ],
  [
    'a star over what has names',
    'await sql<{ name: string }>`with t as (select name from things) select * from t`.execute(db);',
  ],
  [
    'lists',
    'await sql<{ sizes: bigint[] }>`select sizes from things where size = any(${[1n, 2n]})`.execute(db);',
  ],
  [
    'words of the statement',
    `await sql<{ why: 'too_big' | 'too_small' | 'other' | null; state: string; made: 'new' | 'old' }>\`
       with checked as (select case when size > 9 then 'too_big' when size < 1 then 'too_small' end as why, state from things)
       select why, case when why is null then 'none' else state end as state,
         case when state = 'new' then 'new' else state end as made from checked\`.execute(db);`,
  ],
  ['JSON', 'await sql<{ data: { a?: number } }>`select data from things`.execute(db);'],
  [
    'several ways',
    `const conditions = [sql\`true\`];
     if (id !== '') conditions.push(sql\`name = \${id}\`);
     await sql<{ state: 'new' | 'old' }>\`
       select state from things where \${sql.join(conditions, sql\` and \`)} \${id === '' ? sql\`\` : sql\`order by size\`}\`.execute(db);`,
  ],
];

let place: TestDatabase;
let database: ServerDatabase;
let found: ReadonlyMap<string, Finding[]>;

beforeAll(async () => {
  place = await testDatabase('carrier');
  const owner = new Client({ connectionString: place.ownerUrl });
  await owner.connect();
  await owner.query(TABLES);
  await owner.end();
  database = await openServerDatabase('carrier', place);
  readValues();
  const sources = [...FAULTS.map(([name, , source]) => [name, source] as const), ...RIGHT];
  const program = programOfCases(resolve('.'), new Map(sources));
  const home = { databases: [database], needs: 'all' } as const;
  const { findings } = await checkStatements(program, (file) =>
    file.includes('/sql/cases/') ? home : undefined,
  );
  found = Map.groupBy(findings, ({ file }) => basename(file, '.ts'));
  const broken = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.includes('/sql/cases/'));
  expect(broken.map(({ messageText }) => messageText)).toEqual([]);
});
afterAll(async () => {
  await closeServerDatabase(database);
  await place.drop();
});

test.each(FAULTS)('%s is found', (name, kind) => {
  expect(new Set(found.get(name)?.map((finding) => finding.kind))).toContain(kind);
});

test.each(RIGHT)('%s: nothing to be said', (name) => {
  expect(found.get(name)).toBeUndefined();
});

test('what is refused, denied or unknown is said once, with its line', () => {
  for (const name of ['no such column', 'a right that is not granted', 'text from outside'])
    expect(found.get(name)).toMatchObject([{ line: 7 }]);
});
