import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anOffer, anOrder } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aMemberOf } from '../../../../test/builders/members.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';

let management: TestManagement;
let app: App;
let buyer: ReturnType<typeof aDoor>;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  buyer = aDoor(app, await aMemberSession(management));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const peopleOf = async (door: typeof buyer) => (await door('GET', '/v1/members/me/people')).body.people;

test('whoever was given to is listed once, by the last gift to them, masked; who was only named is not', async () => {
  expect(await peopleOf(buyer)).toEqual([]);
  await anOffer(management);
  const last = await anOffer(management);
  const named = await anOrder(management);
  await buyer('PUT', `/v1/orders/${named}/recipient`, { phone: '010-2222-3333' });
  expect(await peopleOf(buyer)).toMatchObject([
    { order_id: last, masked_name: '홍*동', masked_address: expect.stringContaining('*') },
  ]);
});

test('the recipient of an earlier gift is looked up anew; somebody else’s gift says nothing of its recipient', async () => {
  const before = await anOffer(management);
  const again = await anOrder(management);
  const path = `/v1/orders/${again}/recipient`;
  expect(await buyer('PUT', path, { same_as: before }, randomUUID())).toMatchObject({
    status: 200,
    body: { state: 'awaiting_confirmation', recipient: { masked_name: '홍*동', channel: 'sms' } },
  });
  expect(await buyer('PUT', path, { same_as: newId() }, randomUUID())).toMatchObject({
    status: 404,
    body: { code: 'order_not_found' },
  });
  const { member_id } = await aMemberOf(management, app);
  const stranger = aDoor(app, await aMemberSession(management, member_id));
  expect(await peopleOf(stranger)).toEqual([]);
  expect(await stranger('PUT', path, { same_as: before }, randomUUID())).toMatchObject({ status: 404 });
});
