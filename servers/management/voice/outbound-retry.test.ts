import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { anOffer, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  plannedCallAt,
} from '../../../test/builders/outbound-calls.ts';
import { heardIn, inCall } from '../../../test/builders/phone-call.ts';
import { expireOffers } from '../orders/due-orders.ts';
import { reportOutcome } from './outbound.ts';
import type { DialOutcome } from './turn.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
});
beforeEach(() => () => management.close());

/** The minutes until each next call if every call has this outcome; null when there is none. */
async function waitsFor(outcome: DialOutcome, times: number): Promise<(number | null)[]> {
  const waits: (number | null)[] = [];
  for (let time = 0; time < times; time++) {
    const callId = await claimCall(management);
    if (callId === undefined) throw new Error(`Call ${time + 1} was not due.`);
    const now = management.context.clock();
    await reportOutcome(management.context, callId, outcome);
    const due = await plannedCallAt(management);
    waits.push(due === null ? null : Math.round((due.getTime() - now.getTime()) / MINUTE_MS));
    if (due === null) break;
    management.pass(due.getTime() - now.getTime() + 1_000);
  }
  return waits;
}

test('a busy line is called again after growing waits, then no more', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await waitsFor('busy', 9)).toEqual([5, 15, 60, 240, null]);
  expect(await eventsOf(management, orderId)).toContain('calls_given_up');
  expect(await stateOf(management, orderId)).toBe('offered');
});

test('when no call succeeds, the offer expires and the buyer is refunded', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  await waitsFor('unknown_number', 1);
  management.pass(8 * DAY_MS);
  await expireOffers(management.context);
  expect(await stateOf(management, orderId)).toBe('refunded');
  expect(await messagesOf(management, orderId)).toContain('buyer.gift_expired');
});

test('a mobile that can’t be called gets a text message', async () => {
  const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
  await waitsFor('unknown_number', 1);
  expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
});

test('the answering machine of a mobile gets a message without details, and the phone a text', async () => {
  const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  const turn = await reportOutcome(management.context, (await claimCall(management)) ?? '', 'machine');
  if (turn === null) throw new Error('Nothing was left on the machine.');
  expect(turn.end).toBe('hang_up');
  for (const secret of ['김하늘', '홍길동', '오만', '하늘상점']) expect(heardIn(turn)).not.toContain(secret);
  expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
  await inCall(management, turn).hangUp();
  expect(await plannedCallAt(management)).toBeNull();
});

test('a call that ended without a decision is repeated a day later', async () => {
  await anOffer(management, { phone: LANDLINE });
  const call = await answerCall(management);
  expect(await call.key('3')).toContain('나중에 다시');
  const now = management.context.clock();
  await call.hangUp();
  expect((await plannedCallAt(management))?.getTime()).toBeGreaterThanOrEqual(now.getTime() + DAY_MS);
  expect(await reportOutcome(management.context, call.turn.call_id, 'answered')).toMatchObject({
    end: 'hang_up',
  });
});

test('a call whose process died while it rang is soon repeated', async () => {
  await anOffer(management, { phone: LANDLINE });
  const lost = await claimCall(management);
  expect(await claimCall(management)).toBeUndefined();
  management.pass(4 * MINUTE_MS);
  await claimCall(management);
  management.pass(2 * MINUTE_MS);
  const again = await claimCall(management);
  expect(again).toBeDefined();
  expect(again).not.toBe(lost);
});
