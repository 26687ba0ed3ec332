import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../kit/clock.ts';
import { rangeSenderOf, sequencerOf, tellOf } from '../builders/journal.ts';
import { PeerStub } from '../builders/peer-stub.ts';
import { TestShop } from '../builders/shop-server.ts';
import { checkOrder } from '../builders/told.ts';
import { crashesOf } from './crashing-pool.ts';

const STATEMENTS_MAX = 100;

let shop: TestShop;
let management: PeerStub;
beforeEach(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
});
afterEach(async () => {
  await shop.close();
  await management.close();
});

type Batch = { batch_no: number; notices: { notice_id: string; content: { n: number } }[] };

/** A new process: what the old one had in memory is gone. */
const aProcess = () => {
  const refused = () => expect.unreachable('no range is refused');
  return { sequencer: sequencerOf(shop.context), sender: rangeSenderOf(shop.context, refused) };
};

test('killed after any statement, a process loses no fact, doubles none, and another goes on with the same bytes', async () => {
  management.answer = ({ body }) => ({
    status: 200,
    body: { acknowledged_batch_no: (body as Batch).batch_no },
  });
  const { context } = shop;
  const crashes = crashesOf(context.pool);
  let written = 0;
  let killed = 0;
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    written += 1;
    await tellOf(context.db, 1, { at: context.clock() });
    crashes.dieAfter(statements);
    const first = aProcess();
    await first.sequencer
      .fixOrder()
      .then(() => first.sender.sendDue())
      .catch((error: Error) => expect(error.message).toMatch(/^The process (dies|has died)\.$/));
    const { died } = crashes.restart();
    shop.passTime(MINUTE_MS);
    const next = aProcess();
    while ((await next.sequencer.fixOrder()) > 0);
    while ((await next.sender.sendDue()) > 0);
    const told = new Map(management.asked.map(({ body }) => [(body as Batch).batch_no, body as Batch]));
    expect([statements, [...told.values()].flatMap(({ notices }) => notices).length]).toEqual([
      statements,
      written,
    ]);
    if (!died) break;
    shop.passTime(MINUTE_MS);
    killed += 1;
  }
  // The look, four transactions and what is between them.
  expect(killed).toBeGreaterThan(15);
  for (const batches of Map.groupBy(management.asked, ({ body }) => (body as Batch).batch_no).values())
    expect(new Set(batches.map((asked) => JSON.stringify(asked))).size).toBe(1);
  expect(await checkOrder(context.db)).toBe(written);
  await crashes.close();
});
