import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
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

describe('failures', () => {
  test('get the same refusal for unknown number, no certificate and wrong PIN, and lock after five', async () => {
    const answers = async (tried: string) => {
      const codes: unknown[] = [];
      for (let n = 0; n < 6; n++) {
        const { status, body } = await shop.verify(terminal, { phone: tried, pin: WRONG });
        const { trace_id: _differs, ...problem } = body;
        codes.push({ status, problem });
      }
      return codes;
    };
    const known = await answers(phone);
    expect(known.map((answer) => (answer as { problem: { code: string } }).problem.code)).toEqual([
      ...Array.from({ length: 5 }, () => 'pin_or_phone_wrong'),
      'certificate_locked',
    ]);
    expect(await answers('+821099990000')).toEqual(known);
    expect((await answers('not a phone')).slice(0, 5)).toEqual(known.slice(0, 5));
    // Now even the right PIN is refused.
    expect((await shop.verify(terminal, { phone })).body.code).toBe('certificate_locked');
  });

  test('sent concurrently are all counted, and at most five compared', async () => {
    const tried = Array.from({ length: 12 }, (_, n) => (n === 11 ? PIN : WRONG));
    await Promise.all(tried.map((pin) => shop.verify(terminal, { phone, pin })));
    const found = await sql<{ failed_attempts: number }>`
      select failed_attempts from certificates where certificate_id = ${certificate.certificate_id}`.execute(
      shop.context.db,
    );
    expect(found.rows[0]?.failed_attempts === 0 || Number(found.rows[0]?.failed_attempts) > 5).toBe(true);
  });

  test('are reset by a success', async () => {
    for (let n = 0; n < 4; n++) await shop.verify(terminal, { phone, pin: WRONG });
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
    for (let n = 0; n < 4; n++) await shop.verify(terminal, { phone, pin: WRONG });
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });
});

describe('unlocking', () => {
  async function lock(): Promise<void> {
    for (let n = 0; n < 6; n++) await shop.verify(terminal, { phone, pin: WRONG });
  }
  async function codeByText(): Promise<string> {
    const body = { phone, locale: 'ko' };
    expect((await shop.call('POST', '/v1/unlock-codes', { body })).status).toBe(202);
    return /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
  }

  test('works with the code from the phone and the old PIN', async () => {
    await lock();
    const body = { phone, code: await codeByText() };
    expect((await shop.call('POST', '/v1/unlocks', { body })).body).toEqual({ unlocked: 1 });
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });

  test('sets a new PIN only on locked certificates', async () => {
    const other = await shop.accepted(1_000, { phone, pin: '902745' });
    await sql`
      update certificates set locked_at = ${shop.now} where certificate_id = ${certificate.certificate_id}`.execute(
      shop.context.db,
    );
    const body = { phone, code: await codeByText(), new_pin: '615804' };
    expect((await shop.call('POST', '/v1/unlocks', { body })).status).toBe(200);
    expect(idsOf((await shop.verify(terminal, { phone, pin: '615804' })).body)).toEqual([
      certificate.certificate_id,
    ]);
    expect(idsOf((await shop.verify(terminal, { phone, pin: '902745' })).body)).toEqual([
      other.certificate_id,
    ]);
  });

  test('refuses a PIN that is too easy, and the code stays valid', async () => {
    await lock();
    const code = await codeByText();
    const easy = await shop.call('POST', '/v1/unlocks', { body: { phone, code, new_pin: '123456' } });
    expect(easy.body.code).toBe('pin_sequence');
    expect((await shop.call('POST', '/v1/unlocks', { body: { phone, code } })).status).toBe(200);
  });

  test('ends a code after five wrong attempts, or one use', async () => {
    const code = await codeByText();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n++) await shop.call('POST', '/v1/unlocks', { body: { phone, code: wrong } });
    expect((await shop.call('POST', '/v1/unlocks', { body: { phone, code } })).body.code).toBe(
      'verification_code_wrong',
    );
    const fresh = await codeByText();
    expect((await shop.call('POST', '/v1/unlocks', { body: { phone, code: fresh } })).status).toBe(200);
    expect((await shop.call('POST', '/v1/unlocks', { body: { phone, code: fresh } })).status).toBe(422);
  });

  test('gives a number without certificates the same response and no text', async () => {
    const nobody = '+821088887777';
    const reply = await shop.call('POST', '/v1/unlock-codes', { body: { phone: nobody, locale: 'ko' } });
    const known = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    expect(reply).toEqual(known);
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
