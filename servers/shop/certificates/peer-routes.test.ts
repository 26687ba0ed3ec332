import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { PIN, type TestShop as Shop, TestShop } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});

describe('registration (Purchase 13)', () => {
  const path = '/v1/peer/certificates';

  test('with the same content again returns the state, with other content is refused', async () => {
    const registration = shop.registration(30_000);
    const first = await shop.peer('POST', path, registration);
    expect(first).toMatchObject({ status: 201, body: { state: 'registered', balance_minor: 30_000 } });
    expect((await shop.peer('POST', path, registration)).body).toEqual(first.body);
    for (const change of [{ amount_minor: 30_001 }, { recipient_name: '홍길순' }, { order_id: newId() }]) {
      const other = await shop.peer('POST', path, { ...registration, ...change });
      expect(other).toMatchObject({ status: 409, body: { code: 'certificate_exists' } });
    }
  });

  test.each([
    ['bought at 05:00 in Korea', { delivered_on: '2026-03-01', months: 60 }, '2031-03-01T14:59:59.999Z'],
    ['in a month with fewer days', { delivered_on: '2026-08-31', months: 18 }, '2028-02-29T14:59:59.999Z'],
  ])('%s is valid through the last day of its term', async (_when, term, expires_at) => {
    const registered = await shop.registered(1_000, { term, expires_at });
    const found = await sql<{ expires_at: Date }>`
      select expires_at from certificates where certificate_id = ${registered.certificate_id}`.execute(
      shop.context.db,
    );
    expect(found.rows).toEqual([{ expires_at: new Date(expires_at) }]);
    const early = shop.registration(1_000, { term, expires_at: '2028-02-28T20:00:00.000Z' });
    const reply = await shop.peer('POST', path, early);
    expect(reply).toMatchObject({ status: 422, body: { code: 'expiry_mismatch', expires_at } });
  });

  test('by a management server that names only a moment is valid through the day of that moment', async () => {
    const { certificate_id } = await shop.registered(1_000, { expires_at: '2031-02-28T20:00:00Z' });
    const found = await sql<{ expires_at: Date }>`
      select expires_at from certificates where certificate_id = ${certificate_id}`.execute(shop.context.db);
    expect(found.rows).toEqual([{ expires_at: new Date('2031-03-01T14:59:59.999Z') }]);
  });

  test('of many at once is each answered on its own, whoever shares their statement', async () => {
    const key = newId();
    const known = await shop.registered(1_000);
    const asked = [1, 2, 3, 4].map((n) => shop.registration(n * 1_000));
    const replies = await Promise.all([
      ...asked.map((registration) => shop.peer('POST', path, registration)),
      // The same key twice, a certificate that is there with another amount, and an amount that is too large.
      shop.peer('POST', path, shop.registration(5_000), key),
      shop.peer('POST', path, shop.registration(6_000), key),
      shop.peer('POST', path, { ...shop.registration(7_000), certificate_id: known.certificate_id }),
      shop.peer('POST', path, shop.registration(1_000_000_001)),
    ]);
    const ofKey = replies.slice(4, 6);
    expect(replies.slice(0, 4).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(ofKey.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(ofKey.find(({ status }) => status === 422)?.body.code).toBe('idempotency_key_reused');
    expect(replies.slice(6).map(({ body }) => body.code)).toEqual([
      'certificate_exists',
      'amount_out_of_range',
    ]);
    for (const { certificate_id, amount_minor } of asked)
      expect((await shop.peer('GET', `${path}/${certificate_id}`)).body.balance_minor).toBe(amount_minor);
  });

  test('sent concurrently registers one certificate', async () => {
    const registration = shop.registration(30_000);
    const replies = await Promise.all([1, 2, 3, 4].map(() => shop.peer('POST', path, registration)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const read = await shop.peer('GET', `${path}/${registration.certificate_id}`);
    expect(read.body).toMatchObject({ balance_minor: 30_000 });
  });

  test.each([
    ['amount_out_of_range', { amount_minor: 1_000_000_001 }],
    ['currency_unsupported', { currency: 'XYZ' }],
    ['validation_failed', { amount_minor: 0 }],
    ['validation_failed', { amount_minor: 1.5 }],
    ['validation_failed', { expires_at: '2027-01-01T00:00:60Z' }],
    ['validation_failed', { expires_at: '0000-01-01T00:00:00Z' }],
    ['validation_failed', { more: 1 }],
  ])('%s: %j', async (code, change) => {
    const reply = await shop.peer('POST', path, shop.registration(1_000, change));
    expect(reply.body.code).toBe(code);
  });

  test('keeps the signed message with the certificate', async () => {
    const { certificate_id } = await shop.registered(1_000);
    const found = await sql<{ party: string; body: Buffer }>`
      select m.party, m.body from certificates c join signed_messages m on m.message_id = c.registered_evidence_id
      where certificate_id = ${certificate_id}`.execute(shop.context.db);
    expect(found.rows[0]?.party).toBe('management');
    expect(found.rows[0]?.body.toString()).toContain(certificate_id);
  });
});

describe('acceptance (Receipt 3)', () => {
  const acceptance = (id: string) => `/v1/peer/certificates/${id}/acceptance`;

  test('activates a certificate once', async () => {
    const certificate = await shop.registered(10_000);
    const body = { sealed_pin: await shop.seal(certificate) };
    const key = newId();
    const first = await shop.peer('POST', acceptance(certificate.certificate_id), body, key);
    expect(first).toMatchObject({ status: 200, body: { state: 'active' } });
    expect(await shop.peer('POST', acceptance(certificate.certificate_id), body, key)).toEqual(first);
    const again = await shop.peer('POST', acceptance(certificate.certificate_id), body);
    expect(again).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  test('refuses in the documented order', async () => {
    const certificate = await shop.registered(10_000);
    const other = await shop.registered(10_000);
    const taken = await shop.accepted(10_000);
    const accept = async (sealed_pin: string, id = certificate.certificate_id) =>
      (await shop.peer('POST', acceptance(id), { sealed_pin })).body.code;
    expect(await accept('x', newId())).toBe('certificate_not_found');
    expect(await accept('x', taken.certificate_id)).toBe('wrong_state');
    expect(await accept('x')).toBe('sealed_pin_unreadable');
    expect(await accept(await shop.seal(other))).toBe('sealed_pin_unreadable');
    expect(await accept(await shop.seal({ ...certificate, number: '1234567890123456' }))).toBe(
      'sealed_pin_unreadable',
    );
    expect(await accept(await shop.seal({ ...certificate, number: taken.number }))).toBe(
      'sealed_pin_unreadable',
    );
    expect(await accept(await shop.seal(certificate, { phone: 'nobody' }))).toBe('sealed_pin_unreadable');
    expect(await accept(await shop.seal(certificate, { pin: '7392' }))).toBe('pin_wrong_length');
    expect(await accept(await shop.seal(certificate, { pin: '123456' }))).toBe('pin_sequence');
    expect(await accept(await shop.seal(certificate, { pin: PIN }))).toBeUndefined();
  });
});

describe('cancellation', () => {
  const cancellation = (id: string) => `/v1/peer/certificates/${id}/cancellation`;

  test('is only for certificates that are not accepted yet', async () => {
    const certificate = await shop.registered(10_000);
    const reply = await shop.peer('POST', cancellation(certificate.certificate_id), { reason: 'refused' });
    expect(reply).toMatchObject({ status: 200, body: { state: 'cancelled', balance_minor: 0 } });
    const accepted = await shop.accepted(10_000);
    const late = await shop.peer('POST', cancellation(accepted.certificate_id), { reason: 'refused' });
    expect(late).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  test('and a concurrent acceptance: one of them wins', async () => {
    const certificate = await shop.registered(10_000);
    const id = certificate.certificate_id;
    const sealed_pin = await shop.seal(certificate);
    const replies = await Promise.all([
      shop.peer('POST', cancellation(id), { reason: 'cancelled_by_buyer' }),
      shop.peer('POST', `/v1/peer/certificates/${id}/acceptance`, { sealed_pin }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('sealing keys are listed without their private half', async () => {
  const reply = await shop.peer('GET', '/v1/peer/sealing-keys');
  expect(reply.body).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256', kid: 'seal-1' }] });
  expect(reply.raw).not.toContain('"d"');
});

test('an unsigned request is refused', async () => {
  const reply = await shop.call('POST', '/v1/peer/certificates', { body: shop.registration(1) });
  expect(reply).toMatchObject({ status: 401, body: { code: 'signature_missing' } });
});

describe('a recipient correction', () => {
  const correction = { recipient_name: '박서연', recipient_phone: '+821022223333' };

  test('before acceptance changes name and number and keeps the first ones with the signed request', async () => {
    const { certificate_id } = await shop.registered(20_000);
    const path = `/v1/peer/certificates/${certificate_id}/recipient`;
    const corrected = await shop.peer('POST', path, correction);
    expect(corrected).toMatchObject({ status: 200, body: { state: 'registered', balance_minor: 20_000 } });
    const now = await sql<{ recipient_name: string; recipient_phone: string | null }>`
      select recipient_name, recipient_phone from certificates where certificate_id = ${certificate_id}`.execute(
      shop.context.db,
    );
    expect(now.rows).toEqual([correction]);
    const before = await sql<{ before_name: string; body: Buffer }>`
      select c.before_name, m.body from recipient_corrections c join signed_messages m on m.message_id = c.evidence_id
      where c.certificate_id = ${certificate_id}`.execute(shop.context.db);
    expect(before.rows.map(({ before_name }) => before_name)).toEqual(['홍길동']);
    expect(before.rows[0]?.body.toString()).toContain('박서연');
  });

  test('after acceptance, or of an unknown certificate, is refused', async () => {
    const { certificate_id } = await shop.accepted(20_000);
    expect(
      await shop.peer('POST', `/v1/peer/certificates/${certificate_id}/recipient`, correction),
    ).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state_now: 'active' },
    });
    expect(await shop.peer('POST', `/v1/peer/certificates/${newId()}/recipient`, correction)).toMatchObject({
      status: 404,
      body: { code: 'certificate_not_found' },
    });
  });
});
