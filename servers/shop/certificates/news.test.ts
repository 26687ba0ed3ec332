import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayIn } from '../../../kit/calendar.ts';
import { DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { date } from '../../../kit/format/format.ts';
import { newId } from '../../../kit/ids.ts';
import { handOver } from '../../../test/builders/hand-overs.ts';
import { callsTo, textsTo } from '../../../test/builders/shop-messages.ts';
import { type Certificate, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import type { ShopContext } from '../context.ts';
import { tellGuessed } from '../opening/guessed-phones.ts';
import { expireCertificates } from './expire-certificates.ts';
import { tellExpiring } from './tell-expiring.ts';

const NEW_PIN = '615804';
let shop: TestShop;
let other: Awaited<ReturnType<TestShop['anotherProcess']>>;
let terminal: TestTerminal;
let phone: string;
let nextPhone = 60_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  other = await shop.anotherProcess();
});
afterAll(async () => {
  await other.close();
  await shop.close();
});
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
  terminal = await shop.terminal();
});

/** Several rounds of a job, in two processes at once. */
async function rounds(job: (context: ShopContext) => Promise<number>): Promise<void> {
  for (let round = 0; round < 3; round++) await Promise.all([job(shop.context), job(other.context)]);
}
const heard = (to = phone) => textsTo(shop.context, to);
const inDays = (days: number) => new Date(shop.now.getTime() + days * DAY_MS);
async function fail(times: number, to = phone): Promise<void> {
  for (let n = 0; n < times; n++) await shop.verify(terminal, { phone: to, pin: '000002' });
}

describe('guessing at a PIN', () => {
  test('is told once, however many certificates and guesses', async () => {
    await shop.accepted(10_000, { phone });
    await shop.accepted(20_000, { phone });
    await fail(5);
    await rounds(tellGuessed);
    expect(await heard()).toEqual([]);
    await fail(3);
    await rounds(tellGuessed);
    await fail(3);
    await rounds(tellGuessed);
    expect(await heard()).toEqual([expect.stringContaining('비밀번호를 여러 번 틀렸어요')]);
  });

  test('at a number that holds nothing is told nobody, and forgotten', async () => {
    await fail(8);
    await rounds(tellGuessed);
    expect(await heard()).toEqual([]);
    const left = await sql`select 1 from guessed_phones`.execute(shop.context.db);
    expect(left.rows).toEqual([]);
  });

  test('is said by phone to a number that takes no texts', async () => {
    const landline = '+8227000001';
    const { certificate_id } = await shop.accepted(10_000, { phone: landline });
    await fail(6, landline);
    await rounds(tellGuessed);
    expect(await callsTo(shop.context, landline)).toMatchObject([
      { kind: 'recipient.certificate_locked', certificate_id, phone: landline, locale: 'ko' },
    ]);
  });
});

describe('a coming expiry', () => {
  test('is told once, thirty days before, and again after an extension', async () => {
    await shop.accepted(50_000, { phone, expires_at: inDays(31) });
    await rounds(tellExpiring);
    expect(await heard()).toEqual([]);
    shop.passTime(DAY_MS);
    await rounds(tellExpiring);
    expect(await heard()).toEqual([
      expect.stringMatching(/^\[선물\] 하늘상점 상품권을 .+까지 쓸 수 있어요. 잔액: 50,000원/),
    ]);
    await sql`update certificates set expires_at = ${inDays(90)} where phone = ${phone}`.execute(
      shop.context.db,
    );
    await rounds(tellExpiring);
    expect(await heard()).toHaveLength(1);
    shop.passTime(61 * DAY_MS);
    await rounds(tellExpiring);
    expect(await heard()).toHaveLength(2);
  });

  test('is told again on its last day, in the holder’s language', async () => {
    const day = dayIn('Asia/Seoul', inDays(40));
    await shop.accepted(50_000, { phone, expires_at: inDays(40) });
    await sql`
      insert into members (member_id, member_no, name, phone, locale, origin, created_at)
      values (${newId()}, ${newId()}, 'Gil Hong', ${phone}, 'en', 'added', ${shop.now})`.execute(
      shop.context.db,
    );
    shop.passTime(11 * DAY_MS);
    await rounds(tellExpiring);
    shop.passTime(28 * DAY_MS);
    await rounds(tellExpiring);
    expect(await heard()).toHaveLength(1);
    shop.passTime(DAY_MS);
    await rounds(tellExpiring);
    const text = `Your Haneul Store gift certificate expires on ${date(day, 'en')}`;
    expect(await heard()).toEqual([expect.stringContaining(text), expect.stringContaining(text)]);
  });

  test('is told to the phone that it was handed over to', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone, expires_at: inDays(20) });
    const to = `+8210${nextPhone++}`;
    await sql`update certificates set phone = ${to} where certificate_id = ${certificate_id}`.execute(
      shop.context.db,
    );
    await rounds(tellExpiring);
    expect([await heard(to), await heard()]).toEqual([[expect.stringContaining('쓸 수 있어요')], []]);
  });

  test('of a used-up, cancelled, expired or not yet accepted certificate is told to nobody', async () => {
    const usedUp = await shop.accepted(1_000, { phone, expires_at: inDays(20) });
    const line = { certificate_id: usedUp.certificate_id, amount_minor: 1_000 };
    await shop.redeem(terminal, await shop.opened(terminal, { phone }), [line]);
    const cancelled = await shop.accepted(2_000, { phone, expires_at: inDays(20) });
    await shop.peer('POST', `/v1/peer/certificates/${cancelled.certificate_id}/cancellation`, {
      reason: 'withdrawn_by_buyer',
    });
    await shop.accepted(3_000, { phone, expires_at: inDays(1) });
    await shop.registered(4_000, { recipient_phone: phone, expires_at: inDays(20).toISOString() });
    shop.passTime(2 * DAY_MS);
    await rounds(tellExpiring);
    expect(await heard()).toEqual([]);
  });

  test('is not sent at night', async () => {
    await shop.accepted(50_000, { phone, expires_at: inDays(10) });
    const hour = shop.now.getUTCHours();
    // 23:00 in Korea.
    shop.passTime(((14 - hour + 24) % 24) * HOUR_MS);
    await rounds(tellExpiring);
    const found = await sql<{ due_at: Date }>`
      select due_at from messages where phone = ${phone}`.execute(shop.context.db);
    expect(found.rows.map(({ due_at }) => due_at.getTime() - shop.now.getTime())).toEqual([10 * HOUR_MS]);
  });
});

describe('an expiry', () => {
  test('is told once to whoever holds the certificate, with what was left of it', async () => {
    await shop.accepted(50_000, { phone, expires_at: inDays(1) });
    shop.passTime(DAY_MS);
    await rounds(expireCertificates);
    expect(await heard()).toEqual([]);
    shop.passTime(DAY_MS);
    await rounds(expireCertificates);
    expect(await heard()).toEqual([expect.stringContaining('남은 50,000원은 이제 쓸 수 없어요')]);
  });

  test('of a used-up certificate, and of one that nobody has accepted, is told to nobody', async () => {
    const { certificate_id } = await shop.accepted(1_000, { phone, expires_at: inDays(1) });
    const line = { certificate_id, amount_minor: 1_000 };
    await shop.redeem(terminal, await shop.opened(terminal, { phone }), [line]);
    await shop.registered(4_000, { recipient_phone: phone, expires_at: inDays(1).toISOString() });
    shop.passTime(2 * DAY_MS);
    await rounds(expireCertificates);
    expect(await heard()).toEqual([]);
  });
});

describe('of a certificate that was handed over', () => {
  let certificate: Certificate;
  let to: string;

  beforeEach(async () => {
    to = `+8210${nextPhone++}`;
    certificate = await shop.accepted(50_000, { phone });
    const opened = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: PIN } });
    const token = String(opened.body.session_token);
    await handOver(shop, { token, certificate_id: certificate.certificate_id, from: phone, to });
    const code = /인증번호 (\d{6})/.exec(await shop.lastText(to))?.[1];
    const body = { phone: to, code, name: '이바다', new_pin: NEW_PIN };
    await shop.call('POST', '/v1/hand-overs/acceptance', { body });
  });

  test('a use and its reversal are told to the new holder, once each', async () => {
    const opened = await shop.opened(terminal, { phone: to, pin: NEW_PIN });
    const line = { certificate_id: certificate.certificate_id, amount_minor: 12_000 };
    const key = 'one-sale';
    const sold = await shop.redeem(terminal, opened, [line], { key });
    expect(await shop.redeem(terminal, opened, [line], { key })).toEqual(sold);
    const [{ redemption_id } = { redemption_id: '' }] = sold.body.lines as { redemption_id: string }[];
    const { token } = terminal;
    await shop.signIn(terminal);
    await shop.call('POST', `/v1/redemptions/${redemption_id}/reversal`, { token, body: {} });
    expect((await heard(to)).slice(1)).toEqual([
      '[선물] 종로점에서 12,000원을 썼어요. 하늘상점 상품권 잔액: 38,000원',
      '[선물] 종로점에서 쓴 12,000원 사용이 취소됐어요. 하늘상점 상품권 잔액: 50,000원',
    ]);
    expect((await heard()).slice(1)).toEqual([expect.stringContaining('다른 분께 양도했어요')]);
  });

  test('the value of a hold is told when it is used, and a refused sale is not', async () => {
    const verification_token = await shop.opened(terminal, { phone: to, pin: NEW_PIN });
    const { certificate_id } = certificate;
    const { token } = terminal;
    const more = [{ certificate_id, amount_minor: 60_000 }];
    expect((await shop.redeem(terminal, verification_token, more)).status).toBe(422);
    const body = { verification_token, certificate_id, amount_minor: 5_000, sale_reference: 'till-2' };
    const held = await shop.call('POST', '/v1/holds', { token, body });
    expect((await heard(to)).slice(1)).toEqual([]);
    const path = `/v1/holds/${held.body.hold_id}/confirmation`;
    expect((await shop.call('POST', path, { token, body: {} })).status).toBe(200);
    expect((await heard(to)).slice(1)).toEqual([expect.stringContaining('5,000원을 썼어요')]);
  });

  test('one that its recipient still holds, management tells of', async () => {
    const own = await shop.accepted(10_000, { phone });
    const line = { certificate_id: own.certificate_id, amount_minor: 1_000 };
    await shop.redeem(terminal, await shop.opened(terminal, { phone }), [line]);
    expect((await heard()).filter((text) => text.includes('썼어요'))).toEqual([]);
  });
});

test('a member gets news in the language they chose', async () => {
  await sql`
    insert into members (member_id, member_no, name, phone, locale, origin, created_at)
    values (gen_random_uuid(), ${phone}, 'Emma Clark', ${phone}, 'en', 'added', ${shop.now})`.execute(
    shop.context.db,
  );
  await shop.accepted(10_000, { phone });
  await fail(6);
  await rounds(tellGuessed);
  expect(await heard()).toEqual([expect.stringContaining('Someone entered too many wrong PINs')]);
});
