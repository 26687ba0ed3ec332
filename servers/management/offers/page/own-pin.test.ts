import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newToken, tokenDigest } from '../../../../kit/tokens.ts';
import { anOffer, stateOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { createManagementApp } from '../../app.ts';

const PIN = '739258';
const WRONG = '284716';
let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function aGift() {
  const orderId = await anOffer(management);
  const token = newToken('offer', management.context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${orderId}, ${management.context.clock()})`.execute(management.context.db);
  return { orderId, path: `/g/${token}` };
}

const open = async (path: string) => (await app.inject({ method: 'GET', url: path })).body;

async function accept(path: string, fields: Record<string, string>) {
  const reply = await app.inject({
    method: 'POST',
    url: `${path}/acceptance`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ key: randomUUID(), ...fields }).toString(),
  });
  return { status: reply.statusCode, text: reply.body };
}

test('a second gift of a shop is accepted with the PIN that opens the first, and with no other one', async () => {
  const first = await aGift();
  expect(await open(`${first.path}/accept`)).toContain('비밀번호를 정해 주세요');
  expect((await accept(first.path, { pin: PIN, pin_again: PIN })).status).toBe(303);

  const second = await aGift();
  const asked = await open(`${second.path}/accept`);
  expect(asked).toContain('쓰던 비밀번호로 받을까요?');
  expect(asked).not.toContain('name="pin_again"');
  expect(await open(`${second.path}/new-pin`)).toContain('name="pin_again"');

  const wrong = await accept(second.path, { own_pin: 'yes', pin: WRONG });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/id="pin"[^>]*aria-invalid="true"/);
  expect(wrong.text).not.toContain(WRONG);
  expect(await stateOf(management, second.orderId)).toBe('offered');

  expect((await accept(second.path, { own_pin: 'yes', pin: PIN })).status).toBe(303);
  expect(management.certificates.get(second.orderId)).toMatchObject({ state: 'active', pin: PIN });
});

test('before accepting, the page says until when it can be used and in which stores', async () => {
  const gift = await aGift();
  expect(await open(gift.path)).toMatch(/\d{4}년 \d+월 \d+일까지 쓸 수 있어요/);
  const stores = await open(`${gift.path}/stores`);
  expect(stores).toContain('매일 10:00–21:00');
  expect(stores).toContain('https://map.naver.com/p/search/');
  expect(stores).toContain('href="tel:');
  expect(stores).not.toContain('이용 안내');
  await sql`update shops set usage_ko = '담배는 살 수 없어요.' where shop_id = 'haneul'`.execute(
    management.context.db,
  );
  expect(await open(`${gift.path}/stores`)).toContain(
    '<h2>이용 안내</h2><p class="usage">담배는 살 수 없어요.</p>',
  );
  management.shop.goesWrong('/stores?locale=ko&with=maps', { kind: 'not_reached' });
  expect(await open(`${gift.path}/stores`)).toContain('매장 정보를 불러오지 못했어요');
});
