import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Certificate, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let certificate: Certificate;
let nextPhone = 10_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());
beforeEach(async () => {
  nextPhone += 1;
  phone = `+8210${nextPhone + 30_000_000}`;
  certificate = await shop.accepted(50_000, { phone });
});

const WRONG = '481620';
const idsOf = (body: Record<string, unknown>) =>
  (body.certificates as { certificate_id: string }[]).map(({ certificate_id }) => certificate_id);

test('phone number and PIN open their certificates, with names masked', async () => {
  const written = `0${phone.slice(3, 5)}-${phone.slice(5, 9)}-${phone.slice(9)}`;
  for (const way of [phone, written, `＋８２ ${phone.slice(3)}`]) {
    const reply = await shop.verify(terminal, { phone: way });
    expect(reply).toMatchObject({
      status: 201,
      body: {
        certificates: [
          {
            certificate_id: certificate.certificate_id,
            buyer_name: '김*늘',
            recipient_name: '홍*동',
            balance_minor: 50_000,
            currency: 'KRW',
          },
        ],
      },
    });
    expect(reply.raw).not.toContain(certificate.number);
  }
});

test('a scanned number and PIN open only that certificate', async () => {
  await shop.accepted(1_000, { phone });
  const body = { certificate_number: certificate.number, pin: PIN };
  const reply = await shop.call('POST', '/v1/verifications', { token: terminal.token, body });
  expect(idsOf(reply.body)).toEqual([certificate.certificate_id]);
});

test('each PIN of a phone number opens its own certificates', async () => {
  const other = await shop.accepted(1_000, { phone, pin: WRONG });
  expect(idsOf((await shop.verify(terminal, { phone })).body)).toEqual([certificate.certificate_id]);
  expect(idsOf((await shop.verify(terminal, { phone, pin: WRONG })).body)).toEqual([other.certificate_id]);
});

describe('wrong PINs at a till', () => {
  test('get the same refusal for unknown number, no certificate and wrong PIN, also when there were too many', async () => {
    const answers = async (tried: string) => {
      const codes: unknown[] = [];
      for (let n = 0; n < 7; n++) {
        const { status, body } = await shop.verify(terminal, { phone: tried, pin: WRONG });
        const { trace_id: _differs, ...problem } = body;
        codes.push({ status, problem });
      }
      return codes;
    };
    const known = await answers(phone);
    expect(known.map((answer) => (answer as { problem: { code: string } }).problem.code)).toEqual([
      ...Array.from({ length: 5 }, () => 'pin_or_phone_wrong'),
      ...Array.from({ length: 2 }, () => 'certificate_locked'),
    ]);
    expect(await answers('+821099990000')).toEqual(known);
    // Now even the right PIN is refused here, but at no other till.
    expect((await shop.verify(terminal, { phone })).body.code).toBe('certificate_locked');
    expect((await shop.verify(await shop.terminal(), { phone })).status).toBe(201);
  });

  test('by the certificate’s number count towards its phone too', async () => {
    for (let n = 0; n < 5; n++) await shop.verify(terminal, { phone, pin: WRONG });
    const body = { certificate_number: certificate.number, pin: PIN };
    const scanned = await shop.call('POST', '/v1/verifications', { token: terminal.token, body });
    expect(scanned.body.code).toBe('certificate_locked');
  });

  test('sent concurrently are all counted, and at most five compared', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => shop.verify(terminal, { phone, pin: WRONG })),
    );
    expect(replies.filter(({ body }) => body.code === 'pin_or_phone_wrong')).toHaveLength(5);
  });

  test('are not counted when the PIN is right, however often', async () => {
    for (let n = 0; n < 4; n++) await shop.verify(terminal, { phone, pin: WRONG });
    for (let n = 0; n < 20; n++) expect((await shop.verify(terminal, { phone })).status).toBe(201);
    await shop.verify(terminal, { phone, pin: WRONG });
    expect((await shop.verify(terminal, { phone })).body.code).toBe('certificate_locked');
  });

  test('tried elsewhere by the hundred keep nobody from paying here', async () => {
    for (let n = 0; n < 100; n++)
      await shop.call('POST', '/v1/balances', { body: { phone, pin: String(100_000 + n) } });
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });
});

describe('a new PIN', () => {
  async function lock(): Promise<void> {
    for (let n = 0; n < 6; n++) await shop.verify(terminal, { phone, pin: WRONG });
  }
  async function codeByText(): Promise<{ code: string; request_id: string }> {
    const { status, body } = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    expect(status).toBe(202);
    const code = /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
    return { code, request_id: String(body.request_id) };
  }
  const unlock = (body: object) => shop.call('POST', '/v1/unlocks', { body: { phone, ...body } });

  test('or the old one works at once where there were too many wrong ones', async () => {
    await lock();
    expect((await unlock(await codeByText())).body).toEqual({ unlocked: 1 });
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });

  test('is set on all certificates of the phone', async () => {
    const other = await shop.accepted(1_000, { phone, pin: '902745' });
    expect((await unlock({ ...(await codeByText()), new_pin: '615804' })).status).toBe(200);
    const opened = idsOf((await shop.verify(terminal, { phone, pin: '615804' })).body);
    expect(opened.toSorted()).toEqual([certificate.certificate_id, other.certificate_id].toSorted());
  });

  test('that is too easy is refused, and the code stays valid', async () => {
    const sent = await codeByText();
    expect((await unlock({ ...sent, new_pin: '123456' })).body.code).toBe('pin_sequence');
    expect((await unlock(sent)).status).toBe(200);
  });

  test('is refused after five wrong codes, or one use', async () => {
    const { code, request_id } = await codeByText();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n++) await unlock({ request_id, code: wrong });
    expect((await unlock({ request_id, code })).body.code).toBe('verification_code_wrong');
    const fresh = await codeByText();
    expect((await unlock(fresh)).status).toBe(200);
    expect((await unlock(fresh)).status).toBe(422);
  });

  test('is the holder’s to choose whatever strangers ask and guess at the same time', async () => {
    const holders = await codeByText();
    const strangers = await codeByText();
    const wrong = strangers.code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 6; n++) await unlock({ request_id: strangers.request_id, code: wrong });
    for (let n = 0; n < 6; n++) await unlock({ request_id: 'made up', code: wrong });
    expect((await unlock({ request_id: strangers.request_id, code: holders.code })).status).toBe(422);
    expect((await unlock(holders)).status).toBe(200);
  });

  test('needs a code, of which there are only so many; then other ways are named', async () => {
    for (let n = 0; n < 5; n++) await codeByText();
    const spent = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    expect(spent).toMatchObject({ status: 429, body: { code: 'code_limit_reached' } });
    // Each purpose has its own.
    const other = await shop.call('POST', '/v1/opening-codes', { body: { phone, locale: 'ko' } });
    expect(other.status).toBe(202);
  });

  test('gives a number without certificates the same response and no text', async () => {
    const nobody = '+821088887777';
    const ask = async (asked: string) => {
      const reply = await shop.call('POST', '/v1/unlock-codes', { body: { phone: asked, locale: 'ko' } });
      const { request_id, ...rest } = reply.body;
      expect(String(request_id)).toMatch(/^request_/);
      return { status: reply.status, rest };
    };
    expect(await ask(nobody)).toEqual(await ask(phone));
    expect(await shop.lastText(nobody)).toBe('');
  });
});

test('no PIN and no number is in the database in clear text', async () => {
  const found = await shop.context.pool.query(
    "select string_agg(c::text, ' ') as dump from certificates c where certificate_id = $1",
    [certificate.certificate_id],
  );
  expect(found.rows[0]?.dump).not.toContain(PIN);
  expect(found.rows[0]?.dump).not.toContain(certificate.number);
});

test('phone number and PIN show the balance, and open no session', async () => {
  const reply = await shop.call('POST', '/v1/balances', { body: { phone, pin: PIN } });
  expect(reply.body.certificates).toMatchObject([{ balance_minor: 50_000 }]);
  expect(reply.raw).not.toContain('verification_token');
});
