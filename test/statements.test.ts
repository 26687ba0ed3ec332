import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../kit/http/app.ts';
import { createManagementApp } from '../servers/management/app.ts';
import { aDoor } from './builders/door.ts';
import { messagesOf } from './builders/gifts.ts';
import { aManagement, CARD, MEMBER_ID, SHOP_MEMBER, type TestManagement } from './builders/management.ts';
import { aMemberSession, anOfferToken } from './builders/sessions.ts';
import { byText, type Recorder, recordStatements, withoutTransactions } from './harness/statements.ts';

/** The stand-ins for the other servers keep their nonces in the same database. */
const OF_OTHERS = /peer_nonces/;

let management: TestManagement;
let app: App;
let recorder: Recorder;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  recorder = recordStatements(management.context.pool);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const ORDER = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id: CARD };

/** A whole gift through management's doors: ordered, named, confirmed, paid for, registered, offered, opened, accepted. */
async function wholeGift(): Promise<string[]> {
  const buyer = aDoor(app, await aMemberSession(management, MEMBER_ID));
  const recipient = aDoor(app);
  const from = recorder.statements.length;
  const { record } = recorder;
  const placed = await record(() => buyer('POST', '/v1/orders', ORDER));
  const orderId = String(placed.body.order_id);
  const path = `/v1/orders/${orderId}`;
  const named = await record(() => buyer('PUT', `${path}/recipient`, { phone: SHOP_MEMBER.phone }));
  const { read_back_id } = named.body.recipient as { read_back_id: string };
  const confirmed = await record(() => buyer('POST', `${path}/confirmation`, { read_back_id }));
  expect([confirmed.text, confirmed.status, confirmed.body.state]).toEqual([confirmed.text, 200, 'offered']);
  const token = await anOfferToken(management, orderId);
  const opened = await record(() => recipient('GET', `/v1/offers/${token}`));
  expect(opened.body.state).toBe('waiting');
  const accepted = await record(() => recipient('POST', `/v1/offers/${token}/acceptance`, { pin: '739258' }));
  expect([accepted.text, accepted.status, accepted.body.state]).toEqual([accepted.text, 200, 'accepted']);
  expect(await messagesOf(management, orderId)).toEqual([
    'recipient.gift_arrived',
    'buyer.purchase_complete',
    'recipient.gift_accepted',
    'buyer.gift_accepted',
  ]);
  return recorder.statements.slice(from).filter((text) => !OF_OTHERS.test(text));
}

test('a gift that is bought and accepted takes few statements at management', async () => {
  // The first one opens accounts and counters.
  await wholeGift();
  const all = await wholeGift();
  const statements = withoutTransactions(all);
  if (statements.length > 36)
    throw new Error(`${statements.length} (${all.length} with begin and commit):\n${byText(statements)}`);
});
