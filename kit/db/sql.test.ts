import { expect, test } from 'vitest';
import { type Sql, sql } from './sql.ts';
import type { Executor } from './transaction.ts';

/** The statement that PostgreSQL would get. */
async function asked(statement: Sql): Promise<{ text: string; values: readonly unknown[] }> {
  let seen: { text: string; values: readonly unknown[] } | undefined;
  const executor: Executor = {
    ask: async (text, values) => {
      seen = { text, values };
      return { rows: [] };
    },
  };
  await statement.execute(executor);
  if (seen === undefined) throw new Error('Nothing was executed.');
  return seen;
}

test('values become parameters in order, including those of parts', async () => {
  const part = sql`name = ${'a'}`;
  expect(
    await asked(sql`select 1 from schema_migrations where ${part} and ${null}::text is null or ${part}`),
  ).toEqual({
    text: 'select 1 from schema_migrations where name = $1 and $2::text is null or name = $3',
    values: ['a', null, 'a'],
  });
});

test('a list is joined by commas or other SQL', async () => {
  expect(await asked(sql`select ${sql.join([sql`1`, sql`now()`, 'x'])}`)).toEqual({
    text: 'select 1, now(), $1',
    values: ['x'],
  });
  const conditions = [sql`name > ${'a'}`, sql`name < ${'b'}`];
  expect(await asked(sql`select 1 from schema_migrations where ${sql.join(conditions, sql` and `)}`)).toEqual(
    {
      text: 'select 1 from schema_migrations where name > $1 and name < $2',
      values: ['a', 'b'],
    },
  );
  expect(await asked(sql`select ${sql.join([])}`)).toEqual({ text: 'select ', values: [] });
});

test('a name is quoted, whatever it contains', async () => {
  expect(
    await asked(sql`select ${sql.ref('m.name')} as ${sql.ref('"; drop')} from schema_migrations m`),
  ).toEqual({
    text: 'select "m"."name" as """; drop" from schema_migrations m',
    values: [],
  });
});
