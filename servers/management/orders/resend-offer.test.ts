import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { anOffer, doneOf, messagesOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { cancelOrder } from './end-order.ts';
import { resendOffer } from './resend-offer.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const SHOP = 'shop:haneul';
const resend = (orderId: string, party: string) => resendOffer(management.context, orderId, { party });

test('a shop has the recipient of a gift of its own told once more, and the gift’s story says who asked', async () => {
  const orderId = await anOffer(management);
  const before = await messagesOf(management, orderId);
  doneOf(await resend(orderId, SHOP));
  expect(await messagesOf(management, orderId)).toEqual([...before, 'recipient.gift_arrived']);
  const told = await sql<{ detail: object }>`
    select detail from order_events where order_id = ${orderId} and kind = 'resent'`.execute(
    management.context.db,
  );
  expect(told.rows).toEqual([{ detail: { by: SHOP } }]);
});

test('another shop’s gift is unknown to it, and one that is over is not sent again', async () => {
  const orderId = await anOffer(management);
  expect(await resend(orderId, 'shop:sea')).toMatchObject({ ok: false, code: 'order_not_found' });
  doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
  expect(await resend(orderId, SHOP)).toMatchObject({ ok: false, code: 'wrong_state' });
});

test('what shops ask for counts like what buyers ask for', async () => {
  const orderId = await anOffer(management);
  for (let n = 0; n < 5; n++) doneOf(await resend(orderId, SHOP));
  expect(await resend(orderId, SHOP)).toMatchObject({ ok: false, code: 'rate_limited' });
  expect(await resendOffer(management.context, orderId, MEMBER_ID)).toMatchObject({ code: 'rate_limited' });
});
