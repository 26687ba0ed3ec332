import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { HolderBrowser } from '../../../test/builders/holder-browser.ts';
import { type Certificate, PIN, TestShop } from '../../../test/builders/shop-server.ts';
import type { HeldCertificate } from './held-certificates.ts';

const OTHER_PIN = '284716';
const NEW_PIN = '584930';

let shop: TestShop;
let nextPhone = 71_110_001;
beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

let browser: HolderBrowser;
let phone: string;
beforeEach(() => {
  browser = new HolderBrowser(shop.app);
  phone = `+8210${nextPhone++}`;
});

const freeze = ({ certificate_id }: Certificate) =>
  shop.peer('POST', `/v1/peer/certificates/${certificate_id}/freeze`, { reason: 'payment_disputed' });

async function openWallet(pin = PIN) {
  const opened = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin } });
  expect(opened.status).toBe(201);
  const token = String(opened.body.session_token);
  const { body } = await shop.call('GET', '/v1/holder/certificates', { token });
  const certificates = body.certificates as Pick<HeldCertificate, 'certificate_id' | 'state' | 'actions'>[];
  return { token, body, certificates };
}

test('all that a PIN opens is in one place: those that can be used with one sum, the others with their state', async () => {
  const ready = await shop.accepted(50_000, { phone });
  const frozen = await shop.accepted(7_000, { phone });
  const expired = await shop.accepted(9_000, { phone });
  await freeze(frozen);
  await sql`
    update certificates set expires_at = ${new Date(shop.context.clock().getTime() - MINUTE_MS)}
    where certificate_id = ${expired.certificate_id}`.execute(shop.context.db);
  const { body, certificates, token } = await openWallet();
  const states = certificates.map(({ certificate_id, state, actions }) => [certificate_id, state, actions]);
  expect(states).toEqual([
    [ready.certificate_id, 'ready', ['show_code', 'extend', 'hand_over']],
    [frozen.certificate_id, 'frozen', []],
    [expired.certificate_id, 'expired', []],
  ]);
  expect(body.totals).toEqual([{ amount_minor: 50_000, currency: 'KRW' }]);
  for (const { certificate_id } of [frozen, expired])
    expect(
      await shop.call('GET', `/v1/holder/certificates/${certificate_id}/number`, { token }),
    ).toMatchObject({
      body: { code: 'certificate_not_found' },
    });

  await browser.logIn({ phone });
  const { text } = await browser.open('/certificate');
  for (const words of ['쓸 수 있는 금액', '사용 가능', '사용 정지', '기간 만료', '에 유효기간이 끝났어요'])
    expect(text).toContain(words);
  const one = await browser.open(`/certificate/${frozen.certificate_id}`);
  expect(one.text).toContain('결제를 확인하고 있거나 상점에서 잠가서');
  expect(one.text).not.toContain('바코드 보기');
  expect(one.text).not.toContain('양도하기');
});

test('what was spent before its last day is used up, not expired', async () => {
  const spent = await shop.accepted(5_000, { phone });
  await shop.accepted(1_000, { phone });
  const terminal = await shop.terminal();
  await shop.redeem(terminal, await shop.opened(terminal, { phone }), [
    { certificate_id: spent.certificate_id, amount_minor: 5_000 },
  ]);
  await sql`
    update certificates set state = 'expired', expires_at = ${new Date(shop.context.clock().getTime() - MINUTE_MS)}
    where certificate_id = ${spent.certificate_id}`.execute(shop.context.db);
  const { certificates } = await openWallet();
  expect(certificates.at(-1)).toMatchObject({ certificate_id: spent.certificate_id, state: 'used_up' });
});

test('what lies under another PIN is counted and not named', async () => {
  await shop.accepted(50_000, { phone });
  const other = await shop.accepted(30_000, { phone, pin: OTHER_PIN });
  const { body } = await openWallet();
  expect(body).toMatchObject({ under_other_pins: 1, totals: [{ amount_minor: 50_000 }] });
  expect(JSON.stringify(body)).not.toContain(other.certificate_id);
  await browser.logIn({ phone });
  const { text } = await browser.open('/certificate');
  expect(text).toContain('비밀번호가 다른 상품권이 1장 더 있어요');
  expect(text).not.toContain(other.number.slice(-4));
  expect((await openWallet(OTHER_PIN)).body).toMatchObject({ under_other_pins: 1 });
});

test('the PIN is replaced by the current one, for all that it opens, also what is frozen', async () => {
  const { certificate_id } = await shop.accepted(50_000, { phone });
  const frozen = await shop.accepted(7_000, { phone });
  await freeze(frozen);
  await browser.logIn({ phone });
  const key = /name="key" value="([^"]+)"/.exec((await browser.open('/certificate/pin')).text)?.[1] ?? '';
  const form = { key, old_pin: PIN, pin: NEW_PIN, pin_again: NEW_PIN };
  const { certificate_id: other_key } = frozen;

  const differs = await browser.submit('/certificate/pin', { ...form, pin_again: PIN });
  expect(differs.text).toContain('비밀번호가 서로 달라요');
  const wrong = await browser.submit('/certificate/pin', { ...form, key: other_key, old_pin: OTHER_PIN });
  expect(wrong).toMatchObject({ status: 422 });
  expect(wrong.text).toMatch(/id="old_pin"[^>]*aria-invalid="true"/);
  for (const secret of [PIN, OTHER_PIN, NEW_PIN]) expect(wrong.text).not.toContain(secret);

  const done = await browser.submit('/certificate/pin', form);
  expect(done.text).toContain('비밀번호를 바꿨어요');
  // The session that the old PIN had opened has ended.
  expect((await browser.open('/certificate')).text).toContain('상품권 보기');
  expect(await browser.logIn({ phone, pin: PIN })).toMatchObject({ status: 422 });
  expect(await browser.logIn({ phone, pin: NEW_PIN })).toMatchObject({ status: 303 });
  const { certificates } = await openWallet(NEW_PIN);
  expect(certificates.map((one) => one.certificate_id)).toEqual([certificate_id, frozen.certificate_id]);
});
