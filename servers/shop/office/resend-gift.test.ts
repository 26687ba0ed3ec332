import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { PeerStub } from '../../../test/builders/peer-stub.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let management: PeerStub;
let shop: TestShop;
let [clerk, auditor] = ['', ''];
let certificateId: string;
beforeAll(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
  [clerk, auditor] = [await shop.staff('clerk'), await shop.staff('auditor')];
});
afterAll(async () => {
  await shop.close();
  await management.close();
});
beforeEach(async () => {
  management.asked.length = 0;
  management.answer = () => ({ status: 200, body: { order_id: certificateId } });
  certificateId = (await shop.registered(50_000)).certificate_id;
});

const resend = (key = newId(), token = clerk, id = certificateId) =>
  shop.call('POST', `/v1/office/certificates/${id}/resend`, {
    token,
    key,
    body: { reason: '못 받았다고 함' },
  });
const notes = async () => {
  const found = await shop.call('GET', `/v1/office/certificates/${certificateId}`, { token: auditor });
  return found.body.notes as { action: string; text: string }[];
};

test('the operator is asked once however often staff ask with a key, and the reason stays beside the history', async () => {
  const key = newId();
  const first = await resend(key);
  expect(first).toMatchObject({ status: 200, body: { certificate_id: certificateId } });
  expect(await resend(key)).toEqual(first);
  expect(management.asked.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/v1\/peer\/gifts\/.+\/resends$/),
  ]);
  expect(await notes()).toMatchObject([{ action: 'resend', text: '못 받았다고 함' }]);
});

test.each(['wrong_state', 'offer_expired', 'certificate_frozen', 'rate_limited'] as const)(
  'what the operator refuses is refused: %s',
  async (code) => {
    management.answer = () => ({ status: code === 'rate_limited' ? 429 : 409, body: { code } });
    expect(await resend()).toMatchObject({ body: { code } });
    expect(await notes()).toEqual([]);
  },
);

test('without an answer the same key asks for the same once more', async () => {
  const key = newId();
  management.answer = () => 'no_answer';
  expect(await resend(key)).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
  management.answer = () => ({ status: 200, body: { order_id: certificateId } });
  expect(await resend(key)).toMatchObject({ status: 200 });
  const keys = management.asked.map(({ key: asked }) => asked);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test('auditors don’t, and of an unknown certificate nobody is asked', async () => {
  expect(await resend(newId(), auditor)).toMatchObject({ status: 403 });
  expect(await resend(newId(), clerk, newId())).toMatchObject({ body: { code: 'certificate_not_found' } });
  expect(management.asked).toEqual([]);
});
