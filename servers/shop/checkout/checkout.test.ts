import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { noLimit } from '../../../test/builders/base.ts';
import { WEB_SHOP_KEY } from '../../../test/builders/shop-context.ts';
import { type Certificate, PIN, TestShop } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: TestShop;
let phone: string;
let certificate: Certificate;
let nextPhone = 50_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(async () => {
  nextPhone += 1;
  phone = `+8210${nextPhone}`;
  certificate = await shop.accepted(20_000, { phone });
});

type Asked = {
  pin?: string;
  key?: string;
  token?: string;
  part_allowed?: boolean;
  customer?: string;
  app?: App;
};
function begin(amount_minor = 12_000, asked: Asked = {}) {
  const { pin = PIN, key = newId(), token = WEB_SHOP_KEY, part_allowed, customer, app } = asked;
  const headers: Record<string, string> = customer === undefined ? {} : { 'Seonmul-Customer': customer };
  const body = {
    phone,
    pin,
    amount_minor,
    currency: 'KRW',
    order_reference: 'web-1',
    locale: 'ko',
    part_allowed,
  };
  return shop.call('POST', '/v1/checkouts', { token, body, key, headers, ...(app && { app }) });
}
const confirm = (checkoutId: unknown, code: string, key: string = newId()) =>
  shop.call('POST', `/v1/checkouts/${String(checkoutId)}/confirmation`, {
    token: WEB_SHOP_KEY,
    body: { code },
    key,
  });
const codeByText = async () => /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');

describe('a checkout', () => {
  test('takes phone number, PIN and the code by text; retries change nothing', async () => {
    const key = newId();
    const begun = await begin(12_000, { key });
    expect(begun).toMatchObject({ status: 201, body: { amount_minor: 12_000 } });
    expect(await begin(12_000, { key })).toEqual(begun);
    const code = await codeByText();
    expect((await confirm(begun.body.checkout_id, wrongFor(code))).body.code).toBe('verification_code_wrong');
    const confirmKey = newId();
    const done = await confirm(begun.body.checkout_id, code, confirmKey);
    expect(done).toMatchObject({
      status: 200,
      body: { amount_minor: 12_000, parts: [{ amount_minor: 12_000, balance_minor: 8_000 }] },
    });
    expect(await confirm(begun.body.checkout_id, code, confirmKey)).toEqual(done);
    expect((await confirm(begun.body.checkout_id, code)).body.code).toBe('wrong_state');
    expect(await shop.balance(certificate)).toBe(8_000);
    const told = await sql<{ channel: string | null }>`
      select body::jsonb ->> 'channel' as channel from journal
      where subject_id = ${certificate.certificate_id} and party = 'management'`.execute(shop.context.db);
    expect(told.rows).toEqual([{ channel: 'online' }]);
  });

  test('is released after five wrong codes', async () => {
    const begun = await begin();
    const code = await codeByText();
    for (let n = 0; n < 5; n++) await confirm(begun.body.checkout_id, wrongFor(code));
    expect((await confirm(begun.body.checkout_id, code)).body.code).toBe('verification_code_wrong');
    expect((await begin(20_000)).status).toBe(201);
  });

  test('refuses a code that comes too late', async () => {
    const begun = await begin();
    shop.passTime(16 * MINUTE_MS);
    expect((await confirm(begun.body.checkout_id, await codeByText())).body.code).toBe('hold_expired');
  });

  test.each([
    ['pin_or_phone_wrong', () => begin(1, { pin: '481620' })],
    ['insufficient_balance', () => begin(20_001)],
    ['unauthenticated', () => begin(1, { token: 'webshop_another-key' })],
    ['hold_not_found', () => confirm(newId(), '123456')],
  ])('%s', async (code, attempt) => {
    expect((await attempt()).body.code).toBe(code);
  });

  test('sends at most five codes an hour to one phone', async () => {
    for (let n = 0; n < 5; n++) expect((await begin(1)).status).toBe(201);
    expect((await begin(1)).body.code).toBe('code_limit_reached');
  });

  test('stores no fingerprint from which the PIN could be guessed', async () => {
    const key = newId();
    await begin(1_000, { key });
    const { createHash } = await import('node:crypto');
    const body = {
      phone,
      pin: PIN,
      amount_minor: 1_000,
      currency: 'KRW',
      order_reference: 'web-1',
      locale: 'ko',
    };
    const bare = createHash('sha256').update('POST /v1/checkouts\n').update(JSON.stringify(body)).digest();
    const kept = await sql<{ fingerprint: Buffer }>`
      select fingerprint from idempotency_keys where key = ${key}`.execute(shop.context.db);
    expect(kept.rows[0]?.fingerprint.equals(bare)).toBe(false);
  });
});

describe('several certificates of one phone number and PIN', () => {
  let early: Certificate;
  let late: Certificate;
  const heldOf = async () => {
    const found = await sql<{ held: bigint }>`
      select coalesce(sum(held_minor), 0)::bigint as held from certificate_balances join certificates using (certificate_id)
      where phone = ${phone}`.execute(shop.context.db);
    return Number(found.rows[0]?.held);
  };
  const amountsOf = (body: Record<string, unknown>) =>
    (body.parts as { certificate_id: string; amount_minor: number }[]).map(
      ({ certificate_id, amount_minor }) => [certificate_id, amount_minor],
    );

  beforeEach(async () => {
    late = certificate;
    const expires_at = new Date(shop.now.getTime() + 100 * DAY_MS);
    early = await shop.accepted(5_000, { phone, expires_at });
  });

  test('pay together, those that expire first; retries get the same responses', async () => {
    const key = newId();
    const begun = await begin(22_000, { key });
    expect(begun).toMatchObject({ status: 201, body: { amount_minor: 22_000, left_over_minor: 0 } });
    expect(amountsOf(begun.body)).toEqual([
      [early.certificate_id, 5_000],
      [late.certificate_id, 17_000],
    ]);
    expect(await begin(22_000, { key })).toEqual(begun);
    expect(await heldOf()).toBe(22_000);
    const confirmKey = newId();
    const code = await codeByText();
    const done = await confirm(begun.body.checkout_id, code, confirmKey);
    expect(done).toMatchObject({ status: 200, body: { amount_minor: 22_000, currency: 'KRW' } });
    expect(await confirm(begun.body.checkout_id, code, confirmKey)).toEqual(done);
    expect([await shop.balance(early), await shop.balance(late), await heldOf()]).toEqual([0, 3_000, 0]);
    const uses = await sql<{ sale_id: string; channel: string }>`
      select sale_id, channel from redemptions
      where certificate_id in (${early.certificate_id}, ${late.certificate_id})`.execute(shop.context.db);
    const sale = { sale_id: begun.body.checkout_id, channel: 'online' };
    expect(uses.rows).toEqual([sale, sale]);
  });

  test('the one that expires first pays first, also if another would cover the amount alone', async () => {
    expect(amountsOf((await begin(4_000)).body)).toEqual([[early.certificate_id, 4_000]]);
    // 1,000 of the first are left; the rest is held by the payment above.
    expect(amountsOf((await begin(6_000)).body)).toEqual([
      [early.certificate_id, 1_000],
      [late.certificate_id, 5_000],
    ]);
  });

  test('that are not enough pay nothing, and the refusal says how much they could', async () => {
    const refused = await begin(30_000);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'insufficient_balance', payable_minor: 25_000, left_over_minor: 5_000 },
    });
    expect([await heldOf(), await shop.lastText(phone)]).toEqual([0, '']);
  });

  test('pay part of the amount where allowed, and the response says what is left over', async () => {
    const begun = await begin(30_000, { part_allowed: true });
    expect(begun.body).toMatchObject({ amount_minor: 25_000, left_over_minor: 5_000 });
    expect(await shop.lastText(phone)).toContain('25,000원');
    const done = await confirm(begun.body.checkout_id, await codeByText());
    expect(done.body).toMatchObject({ amount_minor: 25_000 });
    expect((await begin(1, { part_allowed: true })).body).toMatchObject({
      code: 'insufficient_balance',
      payable_minor: 0,
    });
  });

  test('are released together after five wrong codes', async () => {
    const begun = await begin(22_000);
    const wrong = wrongFor(await codeByText());
    for (let n = 0; n < 5; n++) await confirm(begun.body.checkout_id, wrong);
    expect(await heldOf()).toBe(0);
  });

  test('are redeemed all or nothing, whichever part fails', async () => {
    const begun = await begin(22_000);
    const code = await codeByText();
    await sql`
      update holds set state = 'expired' where certificate_id = ${late.certificate_id}`.execute(
      shop.context.db,
    );
    expect((await confirm(begun.body.checkout_id, code)).body.code).toBe('hold_expired');
    expect([await shop.balance(early), await shop.balance(late)]).toEqual([5_000, 20_000]);
    await sql`
      update holds set state = 'held' where certificate_id = ${late.certificate_id}`.execute(shop.context.db);
  });

  test('are held once by concurrent requests in two processes', async () => {
    const other = await shop.anotherProcess();
    const both = await Promise.all([begin(20_000), begin(20_000, { app: other.app })]);
    await other.close();
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await heldOf()).toBe(20_000);
  });

  test('are redeemed once by concurrent confirmations', async () => {
    const begun = await begin(25_000);
    const code = await codeByText();
    const both = await Promise.all([
      confirm(begun.body.checkout_id, code),
      confirm(begun.body.checkout_id, code),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await shop.balance(early), await shop.balance(late)]).toEqual([0, 0]);
  });
});

describe('guesses in the web shop', () => {
  const limited = (counted: string[]) => ({
    ...noLimit,
    counter: (key: string) => {
      counted.push(key);
      return noLimit.counter(key);
    },
  });

  test('are limited for the customer that it names, or for the shop as a whole', async () => {
    const { limits } = shop.context;
    const { pinByCaller, pinByWebShop } = limits;
    const counted = { caller: [] as string[], webShop: [] as string[] };
    Object.assign(limits, { pinByCaller: limited(counted.caller), pinByWebShop: limited(counted.webShop) });
    await begin(1_000, { customer: 'c-4711' });
    await begin(1_000, { customer: '2001:db8:1:2:3:4:5:6' });
    await begin(1_000, { customer: '::ffff:192.0.2.7' });
    expect(counted).toEqual({
      caller: ['web_shop:c-4711', 'web_shop:2001:db8:1:2::/64', 'web_shop:192.0.2.7'],
      webShop: [],
    });
    await begin(1_000);
    expect(counted.webShop).toEqual(['web_shop']);
    // Nobody else's word counts, and nobody else gets as far as a limit.
    expect((await begin(1_000, { customer: 'c-1', token: 'webshop_made-up' })).status).toBe(401);
    expect((await begin(1_000, { customer: 'c'.repeat(201) })).body.code).toBe('validation_failed');
    expect([counted.caller.length, counted.webShop.length]).toEqual([3, 1]);
    expect(pinByWebShop.points).toBeGreaterThan(pinByCaller.points);
    Object.assign(limits, { pinByCaller, pinByWebShop });
  });
});
