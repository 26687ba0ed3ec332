import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

function deviceKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  return { privateKey, public_jwk: { kty, crv, x, y } };
}

describe('a terminal', () => {
  test('is enrolled once with a code from the office, and blocked by the office', async () => {
    const owner = await shop.staff('owner');
    const store = await shop.call('POST', '/v1/office/stores', {
      token: owner,
      body: { name_ko: '강남점', name_en: 'Gangnam' },
    });
    const { store_id } = store.body;
    const made = await shop.call('POST', '/v1/office/terminals', {
      token: owner,
      body: { store_id, name: 'G1' },
    });
    const terminalId = String(made.body.terminal_id);
    const codes = `/v1/office/terminals/${terminalId}/enrolment-codes`;
    const stale = await shop.call('POST', codes, { token: owner });
    const fresh = await shop.call('POST', codes, { token: owner });
    const { privateKey, public_jwk } = deviceKey();
    const enrol = (reply: typeof fresh) =>
      shop.call('POST', '/v1/terminals/enrolments', {
        body: { code: reply.body.enrolment_code, public_jwk },
      });
    expect((await enrol(stale)).body.code).toBe('enrolment_code_wrong');
    expect((await enrol(fresh)).body.terminal_id).toBe(terminalId);
    expect((await enrol(fresh)).body.code).toBe('enrolment_code_wrong');

    const token = await shop.openSession(terminalId, privateKey);
    const report = () =>
      shop.call('GET', `/v1/day-report?since=${encodeURIComponent(shop.now.toISOString())}`, { token });
    expect((await report()).status).toBe(200);
    await shop.call('POST', `/v1/office/terminals/${terminalId}/block`, { token: owner });
    expect((await report()).status).toBe(401);
    await expect(shop.openSession(terminalId, privateKey)).rejects.toThrow('terminal_unknown');
  });

  test('must sign a one-time challenge with its own key', async () => {
    const stranger = deviceKey().privateKey;
    await expect(shop.openSession(terminal.terminal_id, stranger)).rejects.toThrow('terminal_unknown');
    await expect(shop.openSession(newId(), stranger)).rejects.toThrow('terminal_unknown');
  });

  test('is logged out after twelve hours', async () => {
    const other = await TestShop.open();
    const till = await other.terminal();
    other.passTime(13 * HOUR_MS);
    expect((await other.verify(till)).body.code).toBe('session_expired');
    await other.close();
  });
});

describe('issue (Receipt 7-8)', () => {
  test('sends one notice, counts reprints, and stores the number in no response', async () => {
    const certificate = await shop.accepted(30_000);
    const verification_token = await shop.opened(terminal);
    const body = { verification_token, certificate_id: certificate.certificate_id };
    const key = newId();
    const first = await shop.call('POST', '/v1/issues', { token: terminal.token, body, key });
    expect(first.body).toMatchObject({ print_no: 1 });
    expect(await shop.call('POST', '/v1/issues', { token: terminal.token, body, key })).toEqual(first);
    const reprint = await shop.call('POST', '/v1/issues', { token: terminal.token, body });
    expect(reprint.body).toMatchObject({ print_no: 2 });
    const print = await shop.call('GET', `/v1/issues/${String(first.body.issue_id)}/print`, {
      token: terminal.token,
    });
    expect(print.body).toMatchObject({
      certificate_number: certificate.number,
      amount_minor: 30_000,
      print_no: 1,
    });
    const other = await shop.terminal();
    const elsewhere = await shop.call('GET', `/v1/issues/${String(first.body.issue_id)}/print`, {
      token: other.token,
    });
    expect(elsewhere.status).toBe(404);
    const { db } = shop.context;
    const notices = await sql<{ n: bigint }>`
      select count(*) as n from journal where kind = 'certificate_issued' and party = 'management'`.execute(
      db,
    );
    expect(notices.rows[0]?.n).toBe(1n);
    const stored = await sql<{ n: bigint }>`
      select count(*) as n from idempotency_keys where body like ${`%${certificate.number}%`}`.execute(db);
    expect(stored.rows[0]?.n).toBe(0n);
    shop.passTime(11 * MINUTE_MS);
    const late = await shop.call('GET', `/v1/issues/${String(first.body.issue_id)}/print`, {
      token: terminal.token,
    });
    expect(late.status).toBe(404);
  });

  test('ten concurrent ones make ten numbered prints', async () => {
    const { certificate_id } = await shop.accepted(30_000);
    const verification_token = await shop.opened(terminal);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.call('POST', '/v1/issues', {
          token: terminal.token,
          body: { verification_token, certificate_id },
        }),
      ),
    );
    expect(new Set(replies.map(({ body }) => body.print_no)).size).toBe(10);
  });
});

test('the day report counts redemptions and reversals', async () => {
  const till = await shop.terminal();
  const since = shop.now.toISOString();
  const { certificate_id } = await shop.accepted(30_000);
  const sale = await shop.redeem(till, await shop.opened(till), [{ certificate_id, amount_minor: 12_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
  await shop.signIn(till, await shop.clerk('박준호'));
  await shop.call('POST', path, { token: till.token, body: { amount_minor: 2_000 } });
  const report = await shop.call('GET', `/v1/day-report?since=${encodeURIComponent(since)}`, {
    token: till.token,
  });
  const noCash = { cash_taken: 0, cash_taken_minor: 0, cash_returned: 0, cash_returned_minor: 0 };
  const used = { currency: 'KRW', uses: 1, used_minor: 12_000, ...noCash };
  const reversed = { reversals: 1, reversed_minor: 2_000 };
  expect(report.body).toEqual({
    totals: [{ ...used, ...reversed }],
    clerks: [
      { clerk_name: '박준호', currency: 'KRW', uses: 0, used_minor: 0, ...noCash, ...reversed },
      { clerk_name: null, ...used, reversals: 0, reversed_minor: 0 },
    ],
  });
});
