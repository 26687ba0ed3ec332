import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { WEB_SHOP_KEY } from '../../../test/builders/shop-context.ts';
import { PIN, type Reply, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

const NOBODY = '+821099990002';
let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let nextPhone = 71_000_000;
let nextPin = 300_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  await sql`update spraying_alarms set ended_at = ${shop.now} where ended_at is null`.execute(
    shop.context.db,
  );
  phone = `+8210${nextPhone++}`;
  await shop.accepted(20_000, { phone });
});

/** A PIN that nothing has and that was not tried before. */
function aWrongPin(): string {
  nextPin += 7;
  return String(nextPin);
}
const open = (body: object) =>
  shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: PIN, ...body } });
const code = (reply: Reply) => (reply.status < 300 ? 'opened' : reply.body.code);
async function spend(to = phone): Promise<void> {
  for (let n = 0; n < 4; n++)
    expect(code(await open({ phone: to, pin: aWrongPin() }))).toBe('pin_or_phone_wrong');
}
async function askCode(to = phone): Promise<{ code: string; request_id: string }> {
  const { body } = await shop.call('POST', '/v1/opening-codes', { body: { phone: to, locale: 'ko' } });
  const told = /\d{6}/.exec(await shop.lastText(to))?.[0] ?? '000000';
  return { code: told, request_id: String(body.request_id) };
}

describe('a stranger', () => {
  test('has four wrong PINs for a phone; then everybody unknown is asked for a code, held or not', async () => {
    for (const tried of [phone, NOBODY]) {
      await spend(tried);
      for (const pin of [PIN, aWrongPin()]) {
        const asked = await open({ phone: tried, pin });
        expect(asked).toMatchObject({ status: 401, body: { code: 'code_required' } });
      }
    }
  });

  test('can’t have more by sending them together', async () => {
    const replies = await Promise.all(Array.from({ length: 21 }, () => open({ pin: aWrongPin() })));
    expect(replies.filter((reply) => code(reply) === 'pin_or_phone_wrong')).toHaveLength(4);
    expect(replies.filter((reply) => code(reply) === 'code_required')).toHaveLength(17);
  });

  test('with one PIN for many phones is asked for a code after five', async () => {
    const pin = aWrongPin();
    for (let n = 0; n < 5; n++)
      expect(code(await open({ phone: `+82105555000${n}`, pin }))).toBe('pin_or_phone_wrong');
    expect(code(await open({ phone: '+821055550009', pin }))).toBe('code_required');
    expect(code(await open({ pin: aWrongPin() }))).toBe('pin_or_phone_wrong');
  });

  test('who reads no code opens nothing by guessing at it, and takes nobody’s', async () => {
    await spend();
    const holders = await askCode();
    const { request_id } = await askCode();
    const wrong = holders.code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 9; n++)
      expect(code(await open({ code: wrong, request_id }))).toBe('verification_code_wrong');
    expect(code(await open({ code: holders.code, request_id }))).toBe('verification_code_wrong');
    expect(code(await open(holders))).toBe('opened');
  });
});

describe('a browser that opened a phone before', () => {
  test('is a stranger again once the PIN was replaced', async () => {
    const open = (pin: string, cookies: Record<string, string> = {}) =>
      shop.app.inject({ method: 'POST', url: '/v1/holder-sessions', payload: { phone, pin }, cookies });
    const [cookie] = (await open(PIN)).cookies;
    const known = { [String(cookie?.name)]: String(cookie?.value) };
    await spend();
    expect((await open(PIN, known)).statusCode).toBe(201);
    shop.passTime(1_000);
    const asked = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    const told = /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
    const body = { phone, code: told, request_id: asked.body.request_id, new_pin: '597318' };
    expect((await shop.call('POST', '/v1/unlocks', { body })).status).toBe(200);
    await spend();
    expect((await open('597318', known)).json()).toMatchObject({ code: 'code_required' });
  });
});

describe('the holder', () => {
  test('opens with a code where strangers have spent the attempts, once for each code', async () => {
    await spend();
    const sent = await askCode();
    expect(code(await open({ ...sent, pin: aWrongPin() }))).toBe('pin_or_phone_wrong');
    expect(code(await open(sent))).toBe('opened');
    expect(code(await open(sent))).toBe('verification_code_wrong');
  });

  test('opens without one in a browser that opened it before', async () => {
    const first = await shop.app.inject({
      method: 'POST',
      url: '/v1/holder-sessions',
      payload: { phone, pin: PIN },
    });
    const [cookie] = first.cookies;
    const inBrowser = (payload: object) =>
      shop.app.inject({
        method: 'POST',
        url: '/v1/holder-sessions',
        payload: { phone, pin: PIN, ...payload },
        cookies: { [String(cookie?.name)]: String(cookie?.value) },
      });
    await spend();
    expect(code(await open({}))).toBe('code_required');
    expect((await inBrowser({})).statusCode).toBe(201);
    // It is good for this phone only, and its attempts end too.
    await spend(NOBODY);
    expect((await inBrowser({ phone: NOBODY })).json()).toMatchObject({ code: 'code_required' });
    for (let n = 0; n < 5; n++) expect((await inBrowser({ pin: aWrongPin() })).statusCode).toBe(401);
    expect((await inBrowser({})).json()).toMatchObject({ code: 'code_required' });
  });

  test('pays at a till, gets a new PIN and calls the line meanwhile', async () => {
    await spend();
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
    const sent = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    expect(sent.status).toBe(202);
  });

  test('with a landline is told the code by a call', async () => {
    const landline = '+8227000009';
    await shop.accepted(20_000, { phone: landline });
    await spend(landline);
    const asked = await shop.call('POST', '/v1/opening-codes', { body: { phone: landline, locale: 'ko' } });
    expect(asked).toMatchObject({ status: 202, body: { sent_by: 'call' } });
    const told = await sql`
      select 1 from messages where phone = ${landline} and channel = 'voice' and state = 'due'`.execute(
      shop.context.db,
    );
    expect(told.rows).toHaveLength(1);
  });

  test('whose certificate was locked before guesses were limited opens it with a code, then as always', async () => {
    await sql`update certificates set code_needed_since = ${shop.now} where phone = ${phone}`.execute(
      shop.context.db,
    );
    expect(code(await open({}))).toBe('code_required');
    expect(code(await open(await askCode()))).toBe('opened');
    expect(code(await open({}))).toBe('opened');
  });
});

test('after a hundred wrong PINs in a row strangers are asked for a code, until one was right', async () => {
  const { wrongInARowByPhone } = shop.context.limits;
  for (let n = 0; n < 100; n++) await wrongInARowByPhone.consume(phone);
  expect(code(await open({}))).toBe('code_required');
  expect(code(await open(await askCode()))).toBe('opened');
  expect(code(await open({}))).toBe('opened');
});

test('300 right uses of one PIN lock nobody, here or there', async () => {
  const phones = Array.from({ length: 30 }, (_, n) => `+82106100${1000 + n}`);
  for (const each of phones) await shop.accepted(1_000, { phone: each });
  for (let round = 0; round < 5; round++) {
    const sold = await Promise.all(phones.map((each) => shop.verify(terminal, { phone: each })));
    expect(sold.filter(({ status }) => status !== 201)).toEqual([]);
  }
  for (let round = 0; round < 5; round++)
    for (const each of phones) expect(code(await open({ phone: each }))).toBe('opened');
});

test('a payment in the web shop asks for the same code', async () => {
  const begin = (more: object) =>
    shop.call('POST', '/v1/checkouts', {
      token: WEB_SHOP_KEY,
      body: {
        ...{ phone, pin: PIN, amount_minor: 1_000, currency: 'KRW', order_reference: 'web-1', locale: 'ko' },
        ...more,
      },
    });
  await spend();
  expect(code(await begin({}))).toBe('code_required');
  const asked = await shop.call('POST', '/v1/checkout-codes', {
    token: WEB_SHOP_KEY,
    body: { phone, locale: 'ko' },
  });
  const told = /\d{6}/.exec(await shop.lastText(phone))?.[0];
  expect(code(await begin({ code: told, request_id: asked.body.request_id }))).toBe('opened');
});

test('a member’s code is the member’s, whatever strangers ask and guess', async () => {
  const member = '+821061009999';
  await sql`
    insert into members (member_id, member_no, name, phone, origin, created_at)
    values (gen_random_uuid(), 'S-1', '김하늘', ${member}, 'added', ${shop.now})`.execute(shop.context.db);
  const ask = async () => {
    const { body } = await shop.call('POST', '/v1/member-codes', { body: { phone: member, locale: 'ko' } });
    return { code: /\d{6}/.exec(await shop.lastText(member))?.[0], request_id: body.request_id };
  };
  const logIn = (body: object) =>
    shop.call('POST', '/v1/member-sessions', { body: { phone: member, ...body } });
  const members = await ask();
  const strangers = await ask();
  for (let n = 0; n < 6; n++)
    expect((await logIn({ ...strangers, code: '000000' })).status).toBeGreaterThan(400);
  expect((await logIn(members)).status).toBe(201);
});
