import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import { conservation } from '../../servers/settlement/books/conservation.ts';
import { checkSettlementFacts } from '../builders/facts.ts';
import { aSettlement, type Settlement } from '../builders/settlement.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';

let settlement: Settlement;
let crashes: Crashes;
beforeAll(async () => {
  settlement = await aSettlement();
  crashes = crashesOf(settlement.base.pool);
});
afterAll(async () => {
  const books = await conservation(settlement.base.db);
  await checkSettlementFacts(settlement.base);
  await crashes.close();
  await settlement.base.drop();
  expect(books.filter(({ holds }) => !holds)).toEqual([]);
});

test('a payout goes to the bank once, whichever statement of the jobs the process dies after', async () => {
  await settlement.anAccount();
  const order = randomUUID();
  await settlement.authorise(order, 5_000);
  await settlement.capture(order, 5_000);
  const payouts: string[] = [];
  for (let statements = 1; statements <= 40; statements++) {
    const payoutId = randomUUID();
    expect(await settlement.payOut(payoutId, 50, 2)).toMatchObject({ ok: true });
    payouts.push(payoutId);
    crashes.dieAfter(statements);
    await settlement.payoutJobs().catch(() => {});
    crashes.restart();
    // Its claims end.
    settlement.base.time.now = addMs(settlement.base.time.now, 4 * MINUTE_MS);
  }
  await settlement.payoutJobs(HOUR_MS);
  await settlement.payoutJobs(HOUR_MS);
  const found = await settlement.base.pool.query<{ payout_id: string; state: string }>(
    'select payout_id, state from payouts where payout_id = any($1)',
    [payouts],
  );
  expect(found.rows.filter(({ state }) => state !== 'paid')).toEqual([]);
  const facts = await settlement.base.pool.query(
    `select subject_id from journal where kind in ('payout_sent', 'payout_paid') and subject_id = any($1)
     group by subject_id having count(*) <> 2`,
    [payouts],
  );
  expect(facts.rows).toEqual([]);
  for (const payoutId of payouts)
    expect(settlement.bank.lookUp(payoutId)).toMatchObject({ amount_minor: 48 });
});
