import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { settleShares } from '../../../test/builders/groups.ts';
import { aManagement, CARD, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aMemberSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let token: string;
let buyer: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  token = await aMemberSession(management);
  buyer = aDoor(app, token);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const LIST = { shop_id: 'haneul', amount_minor: 30_000 };
type Line = {
  line: number;
  recipient?: object;
  problem?: { code: string; detail: string; line?: number };
  order: { order_id: string; recipient?: { read_back_id: string } };
};
const linesOf = (body: Record<string, unknown>) => body.lines as Line[];

test('a pasted list leads over the names to gifts that are on their way', async () => {
  const text = '홍길동,010-9876-5432,"20,000"\n010-2222-3333\n010-5555-6666';
  const list = await buyer('POST', '/v1/recipient-lists', { ...LIST, text });
  expect(list).toMatchObject({ status: 200, body: { amount_minor: 80_000, look_ups_left: 30 } });
  const alike = { shop_id: 'haneul', currency: 'KRW', payment_method_id: CARD, card_design: 'thanks' };
  const recipients = linesOf(list.body).map(({ recipient }) => recipient);
  const key = randomUUID();
  const placed = await buyer('POST', '/v1/order-groups', { ...alike, recipients }, key);
  expect(placed).toMatchObject({
    status: 201,
    body: { state: 'authorised', gifts: 3, card_design: 'thanks' },
  });
  expect((await buyer('POST', '/v1/order-groups', { ...alike, recipients }, key)).text).toBe(placed.text);
  const url = `/v1/order-groups/${placed.body.group_id}`;
  expect(linesOf(placed.body)).toMatchObject(Array(3).fill({ looking_up: true }));

  await settleShares(management);
  const named = linesOf((await buyer('GET', url)).body);
  expect(named[2]?.problem).toMatchObject({
    code: 'recipient_unknown',
    detail: expect.stringContaining('번호를 쓰는 분'),
  });
  const wrong = { phone: '010-12' };
  const path = `${url}/lines/${named[2]?.order.order_id}/recipient`;
  expect(await buyer('PUT', path, wrong)).toMatchObject({
    status: 422,
    body: { code: 'phone_number_invalid' },
  });
  const confirmed = named.flatMap(({ order: { order_id, recipient } }) =>
    recipient === undefined ? [] : [{ order_id, read_back_id: recipient.read_back_id }],
  );
  const bought = await buyer('POST', `${url}/confirmation`, { confirmed });
  expect(bought).toMatchObject({ status: 200, body: { state: 'captured', confirmed_minor: 50_000 } });
  await settleShares(management);
  expect((await buyer('GET', url)).body.stages).toMatchObject({ waiting: 2, left_out: 1 });
  const mine = await buyer('GET', '/v1/order-groups');
  expect(mine.body.order_groups).toMatchObject([{ group_id: placed.body.group_id }]);
  expect((await buyer('GET', '/v1/orders')).body.orders).toEqual([]);
  // Each of them is a gift like any other.
  const one = `/v1/orders/${confirmed[0]?.order_id}`;
  expect(await buyer('POST', `${one}/cancellation`)).toMatchObject({ body: { state: 'refunded' } });
  expect(await buyer('POST', `${one}/abandonment`)).toMatchObject({
    status: 409,
    body: { code: 'share_of_group' },
  });
  expect(await buyer('GET', `${one}/timeline`)).toMatchObject({ status: 200 });
});

test('what is wrong with a line is said in the language of who asks', async () => {
  const text = '010-9876-5432\n+82 10 9876 5432\n아무개';
  const ask = async (language: string) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/v1/recipient-lists',
      headers: { authorization: `Bearer ${token}`, 'accept-language': language },
      payload: { ...LIST, text },
    });
    return linesOf(reply.json()).map(({ problem }) => problem);
  };
  expect(await ask('ko')).toMatchObject([
    undefined,
    { code: 'recipient_twice', line: 1, title: '중복된 줄' },
    { code: 'line_not_understood' },
  ]);
  expect((await ask('en'))[1]).toMatchObject({ title: 'Duplicate' });
});

test.each([
  ['a shop that is not there', { ...LIST, shop_id: 'nowhere', text: 'x' }, 404, 'shop_not_found'],
  ['too many lines', { ...LIST, text: '010-9876-5432\n'.repeat(201) }, 422, 'recipient_list_too_long'],
  [
    'far too many lines, before anything else',
    { ...LIST, shop_id: 'nowhere', text: '1\n'.repeat(1_000) },
    422,
    'recipient_list_too_long',
  ],
  ['no text', { ...LIST, text: '' }, 400, 'validation_failed'],
])('a list is refused for %s', async (_what, body, status, code) => {
  expect(await buyer('POST', '/v1/recipient-lists', body)).toMatchObject({ status, body: { code } });
});

test('nobody else sees or moves them', async () => {
  const recipients = [{ phone: '010-9876-5432', amount_minor: 30_000 }];
  const alike = { shop_id: 'haneul', currency: 'KRW', payment_method_id: CARD };
  const { body } = await buyer('POST', '/v1/order-groups', { ...alike, recipients });
  const url = `/v1/order-groups/${body.group_id}`;
  const stranger = aDoor(app, await aMemberSession(management, await anotherMember()));
  const confirmed = [{ order_id: newId(), read_back_id: newId() }];
  const line = `${url}/lines/${linesOf(body)[0]?.order.order_id}/recipient`;
  for (const said of [
    await stranger('GET', url),
    await stranger('POST', `${url}/confirmation`, { confirmed }),
    await stranger('POST', `${url}/abandonment`),
    await stranger('POST', `${url}/authentication`),
    await stranger('PUT', line, { phone: '010-2222-3333' }),
  ])
    expect(said).toMatchObject({ status: 404, body: { code: 'group_not_found' } });
  expect((await stranger('GET', '/v1/order-groups')).body.order_groups).toEqual([]);
  expect(await aDoor(app)('GET', url)).toMatchObject({ status: 401 });
});

async function anotherMember(): Promise<string> {
  const memberId = newId();
  await management.context.pool.query(
    `insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at,
      password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    select $1, '2985091203', name, 'other@example.com', '+821077778888', email_verified_at, mobile_verified_at,
      password_hash, phone_pin_hash, locale, preferred_channel, created_at from members where member_id = $2`,
    [memberId, MEMBER_ID],
  );
  return memberId;
}
