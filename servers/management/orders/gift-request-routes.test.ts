import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aSignedDoor, type Door } from '../../../test/builders/door.ts';
import { anAcceptedGift, anOffer, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let [shop, settlement]: Door[] = [];
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  shop = aSignedDoor(app, management.shop.key, management.context);
  settlement = aSignedDoor(app, management.settlement.key, management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

type Verb = 'resends' | 'cancellation' | 'refund';
const ask = (orderId: string, verb: Verb, key?: string, door = shop) =>
  (door as Door)('POST', `/v1/peer/gifts/${orderId}/${verb}`, {}, key);
const actionsOf = async (orderId: string) => {
  const said = await (shop as Door)('GET', `/v1/peer/gifts/${orderId}/actions`);
  return said.status === 200 ? said.body.actions : said.body.code;
};
const toldOf = async (orderId: string, kind: string) => {
  const found = await sql<{ detail: object }>`
    select detail from order_events where order_id = ${orderId} and kind = ${kind}`.execute(
    management.context.db,
  );
  return found.rows.map(({ detail }) => detail);
};
/** As if the gifts were those of another shop. */
const handToAnotherShop = async (...orderIds: string[]) => {
  const owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
  await owner.query(`update shops set party = 'shop:sea' where shop_id = 'haneul-mall'`);
  await owner.query(`update orders set shop_id = 'haneul-mall' where order_id = any($1)`, [orderIds]);
  await owner.end();
};

describe('the staff of a gift’s shop', () => {
  test('have it cancelled before it is accepted: once for a key, and its buyer is told and reads who did', async () => {
    const orderId = await anOffer(management);
    const key = newId();
    const first = await ask(orderId, 'cancellation', key);
    expect(first).toMatchObject({ status: 200, body: { order_id: orderId } });
    expect(await ask(orderId, 'cancellation', key)).toEqual(first);
    expect((await ask(orderId, 'cancellation')).status).toBe(200);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.payments.get(orderId)?.status).toBe('refunded');
    expect(await toldOf(orderId, 'cancelled_by_shop')).toEqual([{ by: 'shop:haneul' }]);
    expect(await toldOf(orderId, 'cancelled_by_buyer')).toEqual([]);
    const told = await messagesOf(management, orderId);
    expect(told.filter((kind) => kind === 'buyer.gift_cancelled')).toHaveLength(1);
  });

  test('have it refunded while nothing was used, and not once more', async () => {
    const orderId = await anAcceptedGift(management);
    expect(await ask(orderId, 'cancellation')).toMatchObject({ body: { code: 'already_accepted' } });
    management.certificates.set(orderId, { state: 'active', kept: 'certificate_used' });
    expect(await ask(orderId, 'refund')).toMatchObject({ status: 409, body: { code: 'certificate_used' } });
    expect(await stateOf(management, orderId)).toBe('accepted');
    management.certificates.set(orderId, { state: 'active' });
    expect(await ask(orderId, 'refund')).toMatchObject({ status: 200 });
    expect((await ask(orderId, 'refund')).status).toBe(200);
    expect(management.payments.get(orderId)?.status).toBe('refunded');
    // Once in vain, and once with effect.
    expect(await toldOf(orderId, 'withdrawn_by_shop')).toEqual(Array(2).fill({ by: 'shop:haneul' }));
    const told = await messagesOf(management, orderId);
    expect(told.filter((kind) => kind === 'buyer.gift_cancelled')).toHaveLength(1);
  });

  test.each([
    ['an offer', anOffer, ['resend', 'cancel'], 'cancellation'],
    ['an accepted gift', anAcceptedGift, ['refund'], 'refund'],
  ] as const)('are told what works now with %s', async (_what, make, actions, verb) => {
    const orderId = await make(management);
    expect(await actionsOf(orderId)).toEqual(actions);
    await ask(orderId, verb);
    expect(await actionsOf(orderId)).toEqual([]);
  });

  test('have nothing to do with another shop’s gift', async () => {
    const [offered, accepted] = [await anOffer(management), await anAcceptedGift(management)];
    await handToAnotherShop(offered, accepted);
    const unknown = { status: 404, body: { code: 'order_not_found' } };
    expect(await ask(offered, 'cancellation')).toMatchObject(unknown);
    expect(await ask(offered, 'resends')).toMatchObject(unknown);
    expect(await ask(accepted, 'refund')).toMatchObject(unknown);
    expect(await actionsOf(offered)).toBe('order_not_found');
    expect(await actionsOf(newId())).toBe('order_not_found');
    expect(await stateOf(management, offered)).toBe('offered');
    expect(await stateOf(management, accepted)).toBe('accepted');
  });
});

test('only shops ask so', async () => {
  const orderId = await anOffer(management);
  expect(await ask(orderId, 'cancellation', newId(), settlement)).toMatchObject({
    status: 403,
    body: { code: 'caller_not_permitted' },
  });
  expect(await stateOf(management, orderId)).toBe('offered');
});
