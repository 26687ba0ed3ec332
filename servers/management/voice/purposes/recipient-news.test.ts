import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { newId } from '../../../../kit/ids.ts';
import { anOffer, doneOf, eventsOf, messagesOf } from '../../../../test/builders/gifts.ts';
import { MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  plannedCallAt,
} from '../../../../test/builders/outbound-calls.ts';
import { bookUse } from '../../../../test/builders/use-notices.ts';
import { remindRecipients } from '../../orders/due-orders.ts';
import { cancelOrder, withdrawOrder } from '../../orders/end-order.ts';
import { readTimeline } from '../../orders/timeline.ts';
import { reportOutcome } from '../outbound.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
});
beforeEach(() => () => management.close());

/** Waits for the planned call, which gathers what there is to tell. */
async function untilDue(): Promise<void> {
  const due = await plannedCallAt(management);
  management.pass((due?.getTime() ?? 0) - management.context.clock().getTime() + 1_000);
  await sql`update voice_lines set seen_at = now()`.execute(management.context.db);
}

test('a landline hears of a use of its certificate, and the gift’s timeline shows that it was heard', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const offered = await answerCall(management);
  await offered.keys('1', '739258', '739258');
  await offered.hangUp();
  await bookUse(
    management,
    Object.assign(
      { order_id: orderId, redemption_id: newId(), amount_minor: 20_000, balance_minor: 30_000, entry_no: 2 },
      { handed_over: false },
    ),
  );
  await untilDue();
  const call = await answerCall(management);
  expect(call.heard).toContain('하늘상점 종로점에서 하늘상점 상품권 이만 원을 쓰셨어요');
  await call.listen();
  const { messages } = await readTimeline(management.context, orderId);
  expect(messages.find(({ kind }) => kind === 'recipient.certificate_used')).toMatchObject({
    channel: 'voice',
    state: 'delivered',
    delivered_at: expect.any(String),
  });
});

test('a landline hears that its gift was taken back: after it accepted, and before', async () => {
  const { context } = management;
  const accepted = await anOffer(management, { phone: LANDLINE });
  const call = await answerCall(management);
  await call.keys('1', '739258', '739258');
  await call.hangUp();
  doneOf(await withdrawOrder(context, accepted, MEMBER_ID));
  const offered = await anOffer(management, { phone: LANDLINE });
  doneOf(await cancelOrder(context, offered, MEMBER_ID));
  await untilDue();
  const news = await answerCall(management);
  expect(news.heard).toContain('두 가지');
  expect(news.heard.split('선물을 취소하셨어요')).toHaveLength(3);
  await news.listen();
  await news.hangUp();
  for (const [orderId, kind] of [
    [accepted, 'recipient.gift_withdrawn'],
    [offered, 'recipient.gift_cancelled'],
  ] as const) {
    const { messages } = await readTimeline(context, orderId);
    expect(messages.find((message) => message.kind === kind)).toMatchObject({
      channel: 'voice',
      state: 'delivered',
    });
  }
});

test('before the deadline a landline is called again, though the calls had been given up', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const first = (await claimCall(management)) ?? '';
  await reportOutcome(management.context, first, 'unknown_number');
  expect(await eventsOf(management, orderId)).toContain('calls_given_up');
  expect(await messagesOf(management, orderId)).toContain('buyer.recipient_not_reached');
  management.pass(5 * DAY_MS + HOUR_MS);
  expect(await remindRecipients(management.context)).toBe(1);
  await untilDue();
  const call = await answerCall(management);
  expect(call.heard).toContain('김하늘 님이 하늘상점 상품권 오만 원을 보내셨어요');
});
