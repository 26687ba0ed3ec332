import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { type Certificate, PIN, TestShop, WEB_SHOP_KEY } from '../shop.builder.ts';
import { conservation } from './conservation.ts';

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

function begin(amount_minor = 12_000, { pin = PIN, key = newId(), token = WEB_SHOP_KEY } = {}) {
  const body = { phone, pin, amount_minor, currency: 'KRW', order_reference: 'web-1', locale: 'ko' };
  return shop.call('POST', '/v1/checkouts', { token, body, key });
}
const confirm = (checkoutId: unknown, code: string, key: string = newId()) =>
  shop.call('POST', `/v1/checkouts/${String(checkoutId)}/confirmation`, {
    token: WEB_SHOP_KEY,
    body: { code },
    key,
  });
const codeByText = async () => /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');

describe('use online', () => {
  test('by phone number, PIN and the code by text; retries change nothing', async () => {
    const key = newId();
    const begun = await begin(12_000, { key });
    expect(begun).toMatchObject({ status: 201, body: { amount_minor: 12_000 } });
    expect(await begin(12_000, { key })).toEqual(begun);
    const code = await codeByText();
    expect((await confirm(begun.body.checkout_id, wrongFor(code))).body.code).toBe('verification_code_wrong');
    const confirmKey = newId();
    const done = await confirm(begun.body.checkout_id, code, confirmKey);
    expect(done).toMatchObject({ status: 200, body: { amount_minor: 12_000, balance_minor: 8_000 } });
    expect(await confirm(begun.body.checkout_id, code, confirmKey)).toEqual(done);
    expect((await confirm(begun.body.checkout_id, code)).body.code).toBe('wrong_state');
    expect(await shop.balance(certificate)).toBe(8_000);
    const told = await sql<{ channel: string }>`
      select content ->> 'channel' as channel from notice_queue
      where content ->> 'certificate_id' = ${certificate.certificate_id}`.execute(shop.context.db);
    expect(told.rows).toEqual([{ channel: 'online' }]);
  });

  test('five wrong codes let the value go', async () => {
    const begun = await begin();
    const code = await codeByText();
    for (let n = 0; n < 5; n++) await confirm(begun.body.checkout_id, wrongFor(code));
    expect((await confirm(begun.body.checkout_id, code)).body.code).toBe('verification_code_wrong');
    expect((await begin(20_000)).status).toBe(201);
  });

  test('a code that comes too late is refused', async () => {
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

  test('no more than five codes an hour go to one phone', async () => {
    for (let n = 0; n < 5; n++) expect((await begin(1)).status).toBe(201);
    expect((await begin(1)).body.code).toBe('rate_limited');
  });

  test('the PIN can not be tried out by what is kept of the request', async () => {
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

test('the balance is told by phone number and PIN', async () => {
  const reply = await shop.call('POST', '/v1/balances', { body: { phone, pin: PIN } });
  expect(reply.body.certificates).toMatchObject([{ balance_minor: 20_000 }]);
  expect(reply.raw).not.toContain('verification_token');
});
