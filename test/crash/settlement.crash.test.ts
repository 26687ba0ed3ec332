import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../kit/http/app.ts';
import { createSettlementApp } from '../../servers/settlement/app.ts';
import { conservation } from '../../servers/settlement/books/conservation.ts';
import { aSignedDoor } from '../builders/door.ts';
import { checkSettlementFacts } from '../builders/facts.ts';
import { aSettlement, aTossSettlement } from '../builders/settlement.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';
import { crashAtEveryStatement, raceBothWays, type Verb } from './every-statement.ts';
import { paymentVerbs, settlementVerbs } from './settlement-verbs.ts';

async function overTheTestAcquirer() {
  const settlement = await aSettlement();
  return { settlement, verbsOf: settlementVerbs };
}

/** A card is charged at capture here, which may be done without our hearing of it. */
async function overTossPayments() {
  const settlement = await aTossSettlement();
  const { payments } = settlement.standIn;
  const remoteCalls = () => {
    const refunds = [...payments.values()].flatMap(({ cancels }) => cancels ?? []);
    return new Map([
      ['charged by Toss Payments', payments.size],
      ['refunded by Toss Payments', refunds.length],
    ]);
  };
  const verbsOf = (...args: Parameters<typeof paymentVerbs>) =>
    paymentVerbs(...args).map((verb): Verb => ({ ...verb, remoteCalls }));
  return { settlement, verbsOf };
}

describe.each([
  [
    'the test acquirer',
    overTheTestAcquirer,
    ['authorise', 'capture', 'void', 'refund', 'a keyed card', 'payout'],
  ],
  ['Toss Payments', overTossPayments, ['authorise', 'capture', 'void', 'refund']],
] as const)('over %s', (_acquirer, start, names) => {
  let settlement: Awaited<ReturnType<typeof start>>['settlement'];
  let app: App;
  let crashes: Crashes;
  let verbs: Verb[];
  beforeAll(async () => {
    const started = await start();
    settlement = started.settlement;
    app = await createSettlementApp(settlement.context);
    const door = aSignedDoor(app, settlement.base.managementKey, settlement.context);
    crashes = crashesOf(settlement.base.pool);
    verbs = started.verbsOf(settlement, door);
  });
  afterAll(async () => {
    const books = await conservation(settlement.base.db);
    await checkSettlementFacts(settlement.base);
    await app.close();
    await crashes.close();
    await settlement.base.drop();
    expect(books.filter(({ holds }) => !holds)).toEqual([]);
  });
  const verbNamed = (name: string): Verb => {
    const verb = verbs.find((each) => each.name === name);
    if (verb === undefined) throw new Error(`There is no verb ${name}.`);
    return verb;
  };

  describe.each(names)('%s', (name) => {
    test('is done in full or not at all when the process dies after any statement, and once by the retry', async () => {
      const seen = await crashAtEveryStatement(crashes, verbNamed(name));
      expect(seen.nothing).toBeGreaterThan(3);
      expect(seen.something).toBeGreaterThan(0);
    });

    test('has one effect when it is sent twice at once, with one key and with two', async () => {
      await raceBothWays(crashes, verbNamed(name));
    });
  });
});
