import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMonths, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  type Certificate,
  PIN,
  type Reply,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

const PATH = '/v1/holder/certificates';
let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let other: string;
let certificate: Certificate;
let path: string;
let token: string;
let nextPhone = 70_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.flatMap(({ differences }) => differences)).toEqual([]);
});
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
  other = `+8210${nextPhone++}`;
  certificate = await shop.accepted(50_000, { phone });
  path = `${PATH}/${certificate.certificate_id}`;
  token = await openSession();
});

const session = (number = phone, pin = PIN) =>
  shop.call('POST', '/v1/holder-sessions', { body: { phone: number, pin } });
async function openSession(number?: string, pin?: string): Promise<string> {
  const opened = await session(number, pin);
  if (opened.status !== 201) throw new Error(opened.raw);
  return String(opened.body.session_token);
}
const codeOf = (reply: Reply) => reply.body.code;

describe('a session', () => {
  test('shows certificates, stores and history', async () => {
    const opened = await shop.opened(terminal, { phone });
    await shop.redeem(terminal, opened, [
      { certificate_id: certificate.certificate_id, amount_minor: 12_000 },
    ]);
    const list = await shop.call('GET', PATH, { token });
    expect(list.body).toMatchObject({
      certificates: [
        { certificate_id: certificate.certificate_id, balance_minor: 38_000, buyer_name: '김*늘' },
      ],
      stores: [{ store_id: terminal.store_id }],
    });
    const one = await shop.call('GET', path, { token });
    expect(one.body.entries).toMatchObject([
      { kind: 'redeemed', delta_minor: -12_000, store: { name_en: 'Jongno' } },
      { kind: 'registered', delta_minor: 50_000, store: null },
    ]);
    expect(list.raw + one.raw).not.toContain(certificate.number);
  });

  test('shows the full number only on request, and nothing may be cached', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const shown = await shop.app.inject({ url: `${path}/number`, headers });
    expect(shown.json()).toEqual({ certificate_number: certificate.number });
    expect(shown.headers['cache-control']).toBe('no-store');
    expect((await shop.app.inject({ url: path, headers })).headers['cache-control']).toBe('no-store');
  });

  test('is no good for other certificates or at a till, and expires', async () => {
    const foreign = await shop.accepted(1_000, { phone: other });
    for (const rest of ['', '/number'])
      expect(codeOf(await shop.call('GET', `${PATH}/${foreign.certificate_id}${rest}`, { token }))).toBe(
        'certificate_not_found',
      );
    const line = { certificate_id: certificate.certificate_id, amount_minor: 1 };
    expect(codeOf(await shop.redeem(terminal, token, [line]))).toBe('verification_expired');
    const ofTill = await shop.opened(terminal, { phone });
    expect(codeOf(await shop.call('GET', PATH, { token: ofTill }))).toBe('verification_expired');
    shop.passTime(6 * MINUTE_MS);
    for (const url of [PATH, path, `${path}/number`])
      expect(codeOf(await shop.call('GET', url, { token }))).toBe('verification_expired');
    expect(codeOf(await shop.call('GET', PATH))).toBe('unauthenticated');
    // The next tests get a terminal with a fresh session.
    terminal = await shop.terminal();
  });

  test('stays open while strangers guess at its PIN, and none is opened without a code', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++) codes.push(codeOf(await session(phone, '481620')));
    expect(codes.slice(-3)).toEqual(['pin_or_phone_wrong', 'code_required', 'code_required']);
    expect((await shop.call('GET', PATH, { token })).body.certificates).toHaveLength(1);
  });
});

describe('an extension', () => {
  const extend = (key: string = newId()) => shop.call('POST', `${path}/extensions`, { token, key });

  test('is three calendar months, once per key, and in the history', async () => {
    // 2027-02-28T15:00:00Z is the first of March in Korea.
    certificate = await shop.accepted(1_000, { phone, expires_at: new Date('2027-02-28T14:59:59Z') });
    path = `${PATH}/${certificate.certificate_id}`;
    token = await openSession();
    const key = newId();
    const [first, again] = await Promise.all([extend(key), extend(key)]);
    expect(first).toMatchObject({ status: 201, body: { expires_at: '2027-05-28T14:59:59.999Z' } });
    expect(again).toEqual(first);
    const { body } = await shop.call('GET', path, { token });
    expect(body.expires_at).toBe('2027-05-28T14:59:59.999Z');
    expect(body.entries).toMatchObject([{ kind: 'extended', delta_minor: 0, after_minor: 1_000 }, {}]);
  });

  test('ends five years after the purchase, however many are requested concurrently', async () => {
    const expires_at = new Date(shop.now.getTime() + 5 * 365 * DAY_MS - 60 * DAY_MS);
    certificate = await shop.accepted(1_000, { phone, expires_at });
    path = `${PATH}/${certificate.certificate_id}`;
    token = await openSession();
    const replies = await Promise.all([extend(), extend(), extend()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = replies.find(({ status }) => status === 409);
    const end = endOfDay('Asia/Seoul', addMonths(dayIn('Asia/Seoul', shop.now), 60));
    expect(refused?.body).toMatchObject({ code: 'extension_not_allowed', expires_at: end.toISOString() });
  });

  test.each([
    ['unauthenticated', () => shop.call('POST', `${path}/extensions`)],
    ['verification_expired', () => shop.call('POST', `${path}/extensions`, { token: 'verified_nonsense' })],
    ['certificate_not_found', () => shop.call('POST', `${PATH}/${newId()}/extensions`, { token })],
  ])('%s', async (code, attempt) => {
    expect(codeOf(await attempt())).toBe(code);
  });
});
