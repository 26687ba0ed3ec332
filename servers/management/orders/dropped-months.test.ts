import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { journalMonthsJob } from '../../../kit/journal/months.ts';
import { dropMonths } from '../../../test/builders/drop-months.ts';
import { anAcceptedGift, anOffer, doneOf } from '../../../test/builders/gifts.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { conservation } from '../books/conservation.ts';
import { listRefunds } from '../console/list-refunds.ts';
import { cancelOrder } from './end-order.ts';
import { GIFTS_ERASED } from './forgotten.ts';
import { readReceipt } from './receipt/receipt.ts';
import { readTimeline } from './timeline.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
  await keepNothing(management.ownerUrl);
  await journalMonthsJob(management.context).round();
});
afterAll(() => management.close());

test('what is over loses its story; its receipt, refunds, books and what is open stay', async () => {
  const { context } = management;
  const { db } = context;
  management.pass(40 * DAY_MS);
  const [refunded, used, alive] = [
    await anOffer(management),
    await anAcceptedGift(management),
    await anAcceptedGift(management),
  ];
  doneOf(await cancelOrder(context, refunded, MEMBER_ID));
  const use = { redemption_id: newId(), amount_minor: 50_000, balance_minor: 0, entry_no: 2 };
  await bookUse(management, { order_id: used, ...use });
  const [books, receipt, refunds, story] = [
    await conservation(db),
    await readReceipt(context, refunded, MEMBER_ID),
    await listRefunds(context, { limit: 10 }),
    await readTimeline(context, alive),
  ];

  management.pass(400 * DAY_MS);
  await GIFTS_ERASED.erase(db, context.clock(), context.settings);
  expect((await dropMonths({ ...context, party: 'management' }, 30)).length).toBeGreaterThan(0);
  expect(await conservation(db)).toEqual(books);
  expect(await readReceipt(context, refunded, MEMBER_ID)).toMatchObject({
    value: { refunded_at: receipt.ok && receipt.value.refunded_at },
  });
  expect((await listRefunds(context, { limit: 10 })).map(({ order_id, at }) => ({ order_id, at }))).toEqual(
    refunds.map(({ order_id, at }) => ({ order_id, at })),
  );
  expect(await readTimeline(context, alive)).toEqual(story);

  // The shop goes on telling of what is open, and tells again what it told of what is over: that is not booked twice.
  await bookUse(management, { order_id: alive, ...use, redemption_id: newId(), balance_minor: 0 });
  await bookUse(management, { order_id: used, ...use });
  const [after] = await conservation(db);
  expect(after).toMatchObject({ holds: true, redeemed_minor: 100_000n });
});
