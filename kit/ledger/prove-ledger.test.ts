import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type AccountKey, holdTransfer, postPending, postTransfer, voidPending } from './ledger.ts';
import { ledgerProblems } from './prove-ledger.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const account = (code: string, side: AccountKey['side']): AccountKey => ({
  ...{ code, side, subject_id: 's1', currency: 'KRW' },
});
const TRUST = account('trust', 'credit');
const FUNDS = account('funds', 'debit');
const POOL = account('pool', 'pooled');

let database: TestDatabase;
let opened: Database;
beforeEach(async () => {
  database = await testDatabase('settlement');
  opened = openDatabase(database.url, { applicationName: 'prove-ledger' });
  const move = (debit: AccountKey, credit: AccountKey, amount_minor: bigint) => ({
    ...{ debit, credit, amount_minor, code: 'test', subject_id: 's1' },
  });
  await inTransaction(opened.db, async (tx) => {
    await postTransfer(tx, move(FUNDS, TRUST, 1_000n), NOW);
    await postTransfer(tx, move(TRUST, POOL, 300n), NOW);
    const kept = await holdTransfer(tx, move(TRUST, POOL, 100n), NOW);
    await holdTransfer(tx, move(TRUST, POOL, 50n), NOW);
    const voided = await holdTransfer(tx, move(TRUST, POOL, 20n), NOW);
    await postPending(tx, kept, 90n, NOW);
    await voidPending(tx, voided, NOW);
  });
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

async function byHand(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('a ledger that was only written by its operations adds up', async () => {
  expect(await ledgerProblems(opened.db)).toEqual([]);
});

test.each([
  [
    'a balance',
    'update ledger_balances set balance_minor = balance_minor + 1 where held_minor > 0',
    [
      'account trust s1 KRW: its balance is not the sum of its transfers',
      'account trust s1 KRW: its balance is not that of its last entry',
    ],
  ],
  [
    'what is held',
    'update ledger_balances set held_minor = held_minor + 1 where held_minor > 0',
    ['account trust s1 KRW: what it holds is not the sum of its open holds'],
  ],
  [
    'an entry',
    'update ledger_entries set before_minor = before_minor + 1, after_minor = after_minor + 1 where version = 1 and delta_minor = 1000 and account_id in (select account_id from ledger_balances where held_minor > 0)',
    ['account trust s1 KRW: its entries do not follow each other'],
  ],
  [
    'a transfer',
    "update ledger_transfers set amount_minor = 299 where kind = 'posted' and amount_minor = 300",
    ['account trust s1 KRW: its balance is not the sum of its transfers'],
  ],
])('%s that was changed by hand shows', async (_, statement, problems) => {
  await byHand(statement);
  expect((await ledgerProblems(opened.db)).sort()).toEqual(problems.sort());
});

test('of many differences, ten are named', async () => {
  await byHand(`
    insert into ledger_accounts select gen_random_uuid(), 'trust', 'x' || n, 'KRW', 'credit', now() from generate_series(1, 20) n;
    insert into ledger_balances (account_id, balance_minor)
      select account_id, 1 from ledger_accounts where subject_id like 'x%'`);
  const problems = await ledgerProblems(opened.db);
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('and more accounts');
});
