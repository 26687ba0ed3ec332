import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS } from '../../kit/clock.ts';
import { accountBalance } from '../../kit/ledger/ledger.ts';
import { acquirerFees, paidIn } from '../../servers/settlement/books/accounts.ts';
import { readBooks } from '../../servers/settlement/books/read-books.ts';
import { listReconciliations } from '../../servers/settlement/reconciliation/list.ts';
import { pollReconciliations } from '../../servers/settlement/reconciliation/run.ts';
import { startNightly } from '../../servers/settlement/reconciliation/start.ts';
import { checkSettlementFacts } from '../builders/facts.ts';
import { aReconciledSettlement } from '../builders/reconciliation.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';

let settlement: Awaited<ReturnType<typeof aReconciledSettlement>>;
let crashes: Crashes;
beforeAll(async () => {
  settlement = await aReconciledSettlement();
  crashes = crashesOf(settlement.base.pool);
});
afterAll(async () => {
  await crashes?.close();
  await settlement?.close();
});

const STATEMENTS_MAX = 500;
const pass = (ms: number) => {
  settlement.base.time.now = addMs(settlement.base.time.now, ms);
};
const booked = async () => {
  const { db } = settlement.base;
  const accounts = [acquirerFees('stripe', 'KRW'), paidIn('stripe', 'KRW')];
  return Promise.all(accounts.map(async (key) => -(await accountBalance(db, key))));
};
const differences = async () => {
  const found = await settlement.base.pool.query<{ n: bigint }>('select count(*) as n from differences');
  return found.rows[0]?.n ?? 0n;
};

test('a process that dies after any statement of a reading books fees, payouts and differences once', async () => {
  const payment = await settlement.captured();
  await settlement.night();
  let crashed = 0;
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    const before = [...(await booked()), await differences()];
    for (const amount of [-300, -200])
      settlement.books.add({ reporting_category: 'fee', amount, currency: 'krw' });
    settlement.books.add({ ...settlement.ofPayment(payment), reporting_category: 'charge', amount: 10_000 });
    settlement.books.pay('krw');
    pass(DAY_MS);
    await startNightly(settlement.context);
    crashes.dieAfter(statements);
    await pollReconciliations(settlement.context).catch(() => 0);
    const { died } = crashes.restart();
    pass(5 * MINUTE_MS);
    for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
    const [run] = await listReconciliations(settlement.base.db, { limit: 1 });
    expect([statements, run?.state]).toEqual([statements, 'done']);
    const after = [...(await booked()), await differences()];
    const paid = statements === 1 ? 9_500n + 9_900n : 9_500n;
    expect([statements, ...after.map((value, place) => value - (before[place] ?? 0n))]).toEqual([
      statements,
      500n,
      paid,
      1n,
    ]);
    if (!died) break;
    crashed += 1;
  }
  expect(crashed).toBeGreaterThan(30);
  expect((await readBooks(settlement.base.db)).holds).toBe(true);
  await checkSettlementFacts(settlement.base);
});
