import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { anAcceptedGift, anOffer, doneOf } from '../../../test/builders/gifts.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { cancelOrder } from './end-order.ts';
import { GIFTS_ERASED } from './forgotten.ts';
import { orderView } from './order-view.ts';
import { readOrder } from './orders.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
  await keepNothing(management.ownerUrl);
});
afterAll(() => management.close());

/** Erases whatever is due, and returns how many gifts it looked at. */
async function erase(): Promise<number> {
  const { db, clock, settings } = management.context;
  let looked = 0;
  for (let rows = 1; rows > 0; looked += rows) rows = await GIFTS_ERASED.erase(db, clock(), settings);
  return looked;
}

async function peopleOf(orderId: string) {
  const found = await sql<{ name: string | null; phone: string | null; message: string | null }>`
    select recipient_name as name, recipient_phone as phone, message from orders where order_id = ${orderId}`.execute(
    management.context.db,
  );
  return found.rows[0];
}

test('a gift forgets for whom it was a year after it was over, and one that is not over does not', async () => {
  const { context } = management;
  const over = await anOffer(management);
  const used = await anAcceptedGift(management);
  const alive = await anAcceptedGift(management);
  const offered = await anOffer(management);
  const named = await peopleOf(over);
  expect(named).toMatchObject({ name: '홍길동', message: '생일 축하해요' });
  management.pass(200 * DAY_MS);
  doneOf(await cancelOrder(context, over, MEMBER_ID));
  const use = { redemption_id: newId(), amount_minor: 50_000, balance_minor: 0, entry_no: 2 };
  await bookUse(management, { order_id: used, ...use });

  management.pass(166 * DAY_MS);
  // All four were ordered a year ago, so each is looked at; none has been over for so long.
  expect(await erase()).toBe(4);
  expect(await erase()).toBe(0);
  expect(await peopleOf(over)).toEqual(named);

  management.pass(200 * DAY_MS);
  // The clocks of those that were not over have begun anew.
  expect(await erase()).toBe(2);
  for (const orderId of [over, used])
    expect(await peopleOf(orderId)).toEqual({ name: '', phone: '', message: null });
  for (const orderId of [alive, offered]) expect(await peopleOf(orderId)).toEqual(named);
  expect(await orderView(context.db, await readOrder(context.db, over), context.clock())).toMatchObject({
    state: 'refunded',
    amount_minor: 50_000,
    recipient: { masked_name: '*' },
  });

  management.pass(166 * DAY_MS);
  expect(await erase()).toBe(2);
  expect(await peopleOf(alive)).toEqual(named);
});
