import { expect, test } from 'vitest';
import { secondConnections } from './connections.ts';
import { programOfCases } from './sql/cases.builder.ts';

const HEAD = `
import { type Db, inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
declare const context: { db: Db; clock: () => Date };
function read({ db }: typeof context) { return sql\`select 1\`.execute(db); }
const readLater = (given: typeof context) => read(given);
`;

function found(body: string): string[] {
  const program = programOfCases(process.cwd(), new Map([['planted', `${HEAD}${body}`]]));
  const isPlanted = (file: string) => file.endsWith('planted.ts');
  return [...new Set(secondConnections(program, isPlanted).map(({ what }) => what))];
}

test.each([
  [
    'a statement on the database',
    'inTransaction(context.db, async (tx) => { await sql`select 1`.execute(context.db); });',
    'context.db',
  ],
  [
    'a transaction in a transaction',
    'inTransaction(context.db, async (tx) => inTransaction(context.db, async () => 1));',
    'context.db',
  ],
  [
    'a call of what uses the database',
    'inTransaction(context.db, async () => { await read(context); });',
    'read(context)',
  ],
  ['the same further down', 'async function act(tx: Tx) { await readLater(context); }', 'readLater(context)'],
])('%s inside a transaction is found', (_what, body, use) => {
  expect(found(body)).toContain(use);
});

test.each([
  [
    'statements on the transaction',
    'inTransaction(context.db, async (tx) => { await sql`select 1`.execute(tx); });',
  ],
  ['the clock', 'inTransaction(context.db, async () => context.clock());'],
  ['a read before it', 'read(context).then(() => inTransaction(context.db, async () => 1));'],
])('%s is right', (_what, body) => {
  expect(found(body)).toEqual([]);
});
