import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { checkManagementFacts } from '../../../test/builders/facts.ts';
import { anAcceptedGift, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { followPayouts } from './follow-payouts.ts';
import { listPayable, listPayouts } from './list-payouts.ts';
import { payOutDaily, payOutShop } from './pay-out.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagement();
  Object.assign(management.payouts, { status: 'planned' });
  const order_id = await anAcceptedGift(management);
  const use = { order_id, redemption_id: newId(), amount_minor: 20_000, balance_minor: 30_000 };
  await bookUse(management, { ...use, entry_no: 2 });
});
afterEach(async () => {
  await checkManagementFacts(management.context);
  await management.close();
});

const ask = () => payOutShop(management.context, newId(), 'haneul');
const follow = async (ms = MINUTE_MS) => {
  management.pass(ms);
  return followPayouts(management.context);
};
const states = async () =>
  (await listPayouts(management.context, {}, { limit: 10 })).map(({ state, code }) => [state, code]);
const payable = async () => (await listPayable(management.context))[0]?.payable_minor;

test('a payout is followed until it is paid, which is booked once', async () => {
  expect(doneOf(await ask())).toMatchObject({ state: 'planned' });
  expect(await follow()).toBe(1);
  expect(await states()).toEqual([['planned', undefined]]);
  expect(await follow(0)).toBe(0);
  Object.assign(management.payouts, { status: 'sent' });
  expect(await follow(HOUR_MS)).toBe(1);
  expect(await states()).toEqual([['sent', undefined]]);
  Object.assign(management.payouts, { status: 'paid' });
  expect(await follow(HOUR_MS)).toBe(1);
  expect(await follow(DAY_MS)).toBe(1);
  expect(await states()).toEqual([['paid', undefined]]);
  expect(await payable()).toBe(0);
});

test.each(['sent', 'paid'])('what came back after it was %s is paid with the next payout', async (before) => {
  doneOf(await ask());
  Object.assign(management.payouts, { status: before });
  await follow();
  Object.assign(management.payouts, { status: 'returned', return_reason: 'AC04' });
  expect(await follow(2 * DAY_MS)).toBe(1);
  expect(await states()).toEqual([['returned', 'AC04']]);
  expect(await payable()).toBe(20_000);
  Object.assign(management.payouts, { status: 'paid' });
  await payOutDaily(management.context);
  expect(await states()).toEqual([
    ['paid', undefined],
    ['returned', 'AC04'],
  ]);
  expect(await payable()).toBe(0);
});

test('a state of a newer settlement server, and no answer, leave it as it is, and it is asked again', async () => {
  Object.assign(management.payouts, { status: 'held_for_review' });
  expect(doneOf(await ask())).toMatchObject({ state: 'asked' });
  expect(await follow()).toBe(1);
  expect(await states()).toEqual([['asked', undefined]]);
  management.settlement.goesWrong('/payouts', { kind: 'refuses', status: 503, code: 'service_unavailable' });
  Object.assign(management.payouts, { status: 'paid' });
  await follow(HOUR_MS);
  await follow(HOUR_MS);
  expect(await states()).toEqual([['paid', undefined]]);
});

test('an answer that was overtaken changes nothing', async () => {
  Object.assign(management.payouts, { status: 'sent' });
  doneOf(await ask());
  Object.assign(management.payouts, { status: 'planned' });
  expect(await follow()).toBe(1);
  expect(await states()).toEqual([['sent', undefined]]);
});
