import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { holderCode } from '../../../test/builders/hand-overs.ts';
import {
  type Certificate,
  PIN,
  type Reply,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

const PATH = '/v1/holder/certificates';
const NEW_PIN = '615804';
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

describe('a hand-over', () => {
  const ask = (to = other, key: string = newId()) =>
    shop.call('POST', `${path}/hand-overs`, { token, key, body: { phone: to, locale: 'ko' } });
  const confirm = async ({ code, key = newId() }: { code?: string; key?: string } = {}) => {
    const body = { code: code ?? (await holderCode(shop, phone)), locale: 'ko' };
    return shop.call('POST', `${path}/hand-overs/confirmation`, { token, key, body });
  };
  /** Begins and, with the code that the holder's own phone was told, opens it. */
  const begin = async (to = other) => {
    const asked = await ask(to);
    return asked.status === 201 ? confirm() : asked;
  };
  type Acceptance = { code?: string; new_pin?: string; key?: string; app?: App; name?: string };
  const accept = async ({
    code,
    new_pin = NEW_PIN,
    key = newId(),
    app,
    name = '이바다',
  }: Acceptance = {}) => {
    const body = { phone: other, code: code ?? (await codeByText()), name, new_pin };
    return shop.call('POST', '/v1/hand-overs/acceptance', { body, key, ...(app && { app }) });
  };
  const codeByText = async () => /인증번호 (\d{6})/.exec(await shop.lastText(other))?.[1] ?? '';
  const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');

  test('takes effect on acceptance: the old phone and PIN no longer open the certificate', async () => {
    const used = { certificate_id: certificate.certificate_id, amount_minor: 20_000 };
    await shop.redeem(terminal, await shop.opened(terminal, { phone }), [used]);
    const key = newId();
    const asked = await ask(other, key);
    expect(asked).toMatchObject({ status: 201, body: { sent_by: 'text' } });
    expect(await ask(other, key)).toEqual(asked);
    expect(await shop.lastText(other)).toBe('');
    const confirmKey = newId();
    const holders = await holderCode(shop, phone);
    const begun = await confirm({ code: holders, key: confirmKey });
    expect(begun).toMatchObject({ status: 200, body: { hand_over_id: asked.body.hand_over_id } });
    expect(await confirm({ code: holders, key: confirmKey })).toEqual(begun);
    expect(codeOf(await confirm({ code: holders }))).toBe('hand_over_not_found');
    expect(await shop.lastText(other)).toMatch(/^\[선물\] 홍\*동 님이 하늘상점 상품권\(잔액 30,000원\)/);
    expect((await shop.verify(terminal, { phone })).status).toBe(201);

    const atTill = await shop.opened(terminal, { phone });
    const acceptKey = newId();
    const code = await codeByText();
    const taken = await accept({ code, key: acceptKey });
    expect(taken).toMatchObject({
      status: 200,
      body: { certificates: [{ certificate_id: certificate.certificate_id, balance_minor: 30_000 }] },
    });
    expect(await accept({ code, key: acceptKey })).toEqual(taken);
    expect(codeOf(await accept({ code }))).toBe('verification_code_wrong');

    // Neither the old holder's verification, nor their PIN, nor the number they know is good any more.
    const line = { certificate_id: certificate.certificate_id, amount_minor: 1 };
    expect(codeOf(await shop.redeem(terminal, atTill, [line]))).toBe('verification_expired');
    const issue = { verification_token: atTill, certificate_id: certificate.certificate_id };
    expect(codeOf(await shop.call('POST', '/v1/issues', { token: terminal.token, body: issue }))).toBe(
      'verification_expired',
    );
    expect(codeOf(await shop.call('GET', PATH, { token }))).toBe('verification_expired');
    expect(codeOf(await shop.verify(terminal, { phone }))).toBe('pin_or_phone_wrong');
    const scanned = { certificate_number: certificate.number, pin: PIN };
    expect(
      codeOf(await shop.call('POST', '/v1/verifications', { token: terminal.token, body: scanned })),
    ).toBe('pin_or_phone_wrong');
    expect(await shop.lastText(phone)).toContain('다른 분께 양도했어요');

    // The new holder has it, without the old holder's history.
    const verified = await shop.verify(terminal, { phone: other, pin: NEW_PIN });
    expect(verified.body.certificates).toMatchObject([{ recipient_name: '이*다', balance_minor: 30_000 }]);
    const theirs = await openSession(other, NEW_PIN);
    const { body } = await shop.call('GET', path, { token: theirs });
    expect(body.entries).toMatchObject([{ kind: 'handed_over', delta_minor: 0, after_minor: 30_000 }]);
    // Staff see the whole history.
    const history = await shop.call('GET', `/v1/office/certificates/${certificate.certificate_id}`, {
      token: await shop.staff('auditor'),
    });
    expect((history.body.entries as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'handed_over',
      'redeemed',
      'registered',
    ]);

    // The operator's notices say whether the certificate is still the recipient's.
    const opened = String(verified.body.verification_token);
    const { certificate_id } = certificate;
    const sold = await shop.redeem(terminal, opened, [{ certificate_id, amount_minor: 10 }]);
    const [{ redemption_id } = { redemption_id: '' }] = sold.body.lines as { redemption_id: string }[];
    const at = { token: terminal.token };
    await shop.signIn(terminal);
    await shop.call('POST', `/v1/redemptions/${redemption_id}/reversal`, { ...at, body: {} });
    const kept = { verification_token: opened, certificate_id, amount_minor: 10, sale_reference: newId() };
    const held = await shop.call('POST', '/v1/holds', { ...at, body: kept });
    await shop.call('POST', `/v1/holds/${held.body.hold_id}/confirmation`, { ...at, body: {} });
    const told = await sql<{ kind: string; handed_over: boolean | null }>`
      select kind, (body::jsonb ->> 'handed_over')::boolean as handed_over from journal
      where subject_id = ${certificate_id} and party = 'management' order by seq`.execute(shop.context.db);
    expect(told.rows).toEqual([
      { kind: 'certificate_redeemed', handed_over: false },
      { kind: 'certificate_redeemed', handed_over: true },
      { kind: 'redemption_reversed', handed_over: true },
      { kind: 'certificate_redeemed', handed_over: true },
    ]);
  });

  const begun = async ({ wrong = false, ...acceptance }: Acceptance & { wrong?: boolean } = {}) => {
    await begin();
    return accept(wrong ? { code: wrongFor(await codeByText()) } : acceptance);
  };

  test.each([
    ['phone_number_invalid', () => begin('010-12')],
    ['hand_over_not_allowed', () => begin(phone)],
    ['name_invalid', () => begun({ name: ' ' })],
    ['pin_sequence', () => begun({ new_pin: '123456' })],
    ['verification_code_wrong', () => begun({ wrong: true })],
    ['verification_code_wrong', () => accept({ code: '123456' })],
    [
      'verification_code_expired',
      async () => {
        await begin();
        shop.passTime(25 * 60 * MINUTE_MS);
        terminal = await shop.terminal();
        return accept();
      },
    ],
  ])('%s', async (code, attempt) => {
    expect(codeOf(await attempt())).toBe(code);
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });

  test('is refused during a hold, or with no balance left', async () => {
    const opened = await shop.opened(terminal, { phone });
    const { certificate_id } = certificate;
    const hold = () =>
      shop.call('POST', '/v1/holds', {
        token: terminal.token,
        body: { verification_token: opened, certificate_id, amount_minor: 1_000, sale_reference: 'h' },
      });
    const release = (held: Reply) =>
      shop.call('POST', `/v1/holds/${String(held.body.hold_id)}/release`, { token: terminal.token });
    const before = await hold();
    expect(codeOf(await begin())).toBe('hand_over_not_allowed');
    await release(before);
    expect((await begin()).status).toBe(200);
    const during = await hold();
    expect(codeOf(await accept())).toBe('hand_over_not_found');
    await release(during);
    expect((await accept()).status).toBe(200);

    const theirs = await shop.opened(terminal, { phone: other, pin: NEW_PIN });
    await shop.redeem(terminal, theirs, [{ certificate_id, amount_minor: 50_000 }]);
    token = await openSession(other, NEW_PIN);
    expect(codeOf(await ask(phone))).toBe('hand_over_not_allowed');
  });

  test('can be withdrawn, and started again with another phone', async () => {
    await begin();
    const code = await codeByText();
    expect((await shop.call('POST', `${path}/hand-overs/withdrawal`, { token })).status).toBe(200);
    expect(codeOf(await shop.call('POST', `${path}/hand-overs/withdrawal`, { token }))).toBe(
      'hand_over_not_found',
    );
    expect(codeOf(await accept({ code }))).toBe('hand_over_not_found');
    const first = other;
    await begin(first);
    const firstCode = await codeByText();
    other = `+8210${nextPhone++}`;
    await begin(other);
    const body = { phone: first, code: firstCode, name: '이바다', new_pin: NEW_PIN };
    expect(codeOf(await shop.call('POST', '/v1/hand-overs/acceptance', { body }))).toBe(
      'hand_over_not_found',
    );
    expect((await accept()).status).toBe(200);
  });

  test('is accepted once by concurrent requests in two processes', async () => {
    await begin();
    const code = await codeByText();
    const process = await shop.anotherProcess();
    const both = await Promise.all([accept({ code }), accept({ code, app: process.app })]);
    await process.close();
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.every(({ status }) => status < 500)).toBe(true);
  });

  test('a code is invalid after five wrong attempts', async () => {
    await begin();
    const code = await codeByText();
    for (let n = 0; n < 5; n++) await accept({ code: wrongFor(code) });
    expect(codeOf(await accept({ code }))).toBe('verification_code_wrong');
  });

  test('a sale and a concurrent acceptance: the balance is right whichever was first', async () => {
    await begin();
    const code = await codeByText();
    const opened = await shop.opened(terminal, { phone });
    const line = { certificate_id: certificate.certificate_id, amount_minor: 10_000 };
    const [sale, taken] = await Promise.all([shop.redeem(terminal, opened, [line]), accept({ code })]);
    expect([201, 401, 404]).toContain(sale.status);
    expect(taken.status).toBe(200);
    expect(await shop.balance(certificate)).toBe(sale.status === 201 ? 40_000 : 50_000);
  });

  test('stored responses contain neither PIN nor code nor phone', async () => {
    await begin();
    const code = await codeByText();
    await accept({ code });
    const kept = await sql<{ all: string | null }>`
      select string_agg(body, ' ') as all from idempotency_keys
      where scope = 'hand_over' or scope like 'holder:%'`.execute(shop.context.db);
    expect(kept.rows[0]?.all).not.toMatch(
      new RegExp(`${NEW_PIN}|"${code}"|${other.slice(1)}|${certificate.number}`),
    );
  });
});
