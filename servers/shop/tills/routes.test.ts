import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
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
  test('is enrolled once by a code that the office made, and blocked by the office', async () => {
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

  test('needs its own signature over a challenge that is used once', async () => {
    const stranger = deviceKey().privateKey;
    await expect(shop.openSession(terminal.terminal_id, stranger)).rejects.toThrow('terminal_unknown');
    await expect(shop.openSession(newId(), stranger)).rejects.toThrow('terminal_unknown');
  });

  test('is signed out after twelve hours', async () => {
    const other = await TestShop.open();
    const till = await other.terminal();
    other.passTime(13 * HOUR_MS);
    expect((await other.verify(till)).body.code).toBe('session_expired');
    await other.close();
  });
});

describe('issue (Receipt 7-8)', () => {
  test('is told once; reprints are counted; the number is in no stored answer', async () => {
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
      select count(*) as n from notice_queue where kind = 'certificate_issued'`.execute(db);
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

  test('ten at once make ten different prints and one notice', async () => {
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

test('the report of the day counts uses and reversals', async () => {
  const till = await shop.terminal();
  const since = shop.now.toISOString();
  const { certificate_id } = await shop.accepted(30_000);
  const sale = await shop.redeem(till, await shop.opened(till), [{ certificate_id, amount_minor: 12_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
  await shop.call('POST', path, { token: till.token, body: { amount_minor: 2_000 } });
  const report = await shop.call('GET', `/v1/day-report?since=${encodeURIComponent(since)}`, {
    token: till.token,
  });
  expect(report.body).toEqual({
    totals: [{ currency: 'KRW', uses: 1, used_minor: 12_000, reversals: 1, reversed_minor: 2_000 }],
  });
});

describe('the office', () => {
  test('is closed to strangers, and its roles to each other', async () => {
    const [clerk, auditor] = [await shop.staff('clerk'), await shop.staff('auditor')];
    const store = { name_ko: '새 매장', name_en: 'New' };
    expect((await shop.call('POST', '/v1/office/stores', { body: store })).status).toBe(401);
    expect((await shop.call('POST', '/v1/office/stores', { token: clerk, body: store })).status).toBe(403);
    expect((await shop.call('GET', '/v1/office/stores', { token: terminal.token })).status).toBe(401);
    const member = { member_no: 'X-1', name: '회원', phone: '010-9999-1111' };
    expect((await shop.call('POST', '/v1/office/members', { token: auditor, body: member })).status).toBe(
      403,
    );
    expect((await shop.call('POST', '/v1/office/members', { token: clerk, body: member })).status).toBe(201);
    const again = await shop.call('POST', '/v1/office/members', { token: clerk, body: member });
    expect(again.body.code).toBe('member_exists');
    const wrong = { login: 'nobody', password: 'x' };
    expect((await shop.call('POST', '/v1/office/sessions', { body: wrong })).body.code).toBe(
      'credentials_wrong',
    );
  });

  test('shows certificates masked, and who looked stands in the trail', async () => {
    const [clerk, owner] = [await shop.staff('clerk'), await shop.staff('owner')];
    const certificate = await shop.accepted(30_000, { phone: '+821077770001' });
    const last4 = certificate.number.slice(-4);
    const found = await shop.call('GET', `/v1/office/certificates?last4=${last4}&phone=010-7777-0001`, {
      token: clerk,
    });
    expect(found.body.certificates).toMatchObject([
      { recipient_name: '홍*동', phone: '010-****-0001', last4 },
    ]);
    const path = `/v1/office/certificates/${certificate.certificate_id}`;
    expect((await shop.call('GET', path, { token: clerk })).body).toMatchObject({
      entries: [{ kind: 'registered', after_minor: 30_000 }],
      uses: [],
    });
    const trail = await shop.call('GET', '/v1/office/audit-trail?limit=10', { token: owner });
    const actions = (trail.body.lines as { action: string; subject: Record<string, unknown> }[]).map(
      ({ action, subject }) => `${action} ${String(subject.certificate_id ?? '')}`,
    );
    expect(actions).toContain(`GET /v1/office/certificates/:certificate_id ${certificate.certificate_id}`);
    const books = await shop.call('GET', '/v1/office/books', { token: owner });
    expect(books.body.currencies).toMatchObject([{ currency: 'KRW', differences: [] }]);
  });

  test('ends a session when asked to, and all when somebody leaves', async () => {
    const owner = await shop.staff('owner');
    const clerk = await shop.staff('clerk');
    expect((await shop.call('DELETE', '/v1/office/sessions/current', { token: clerk })).status).toBe(200);
    expect((await shop.call('GET', '/v1/office/stores', { token: clerk })).status).toBe(401);
    const body = { login: 'new.person', name: '새 직원', role: 'clerk', password: 'a long pass phrase' };
    const added = await shop.call('POST', '/v1/office/staff', { token: owner, body });
    const entered = await shop.call('POST', '/v1/office/sessions', {
      body: { login: body.login, password: body.password },
    });
    const path = `/v1/office/staff/${String(added.body.staff_id)}/departure`;
    expect((await shop.call('POST', path, { token: owner })).status).toBe(200);
    const token = String(entered.body.session_token);
    expect((await shop.call('GET', '/v1/office/stores', { token })).status).toBe(401);
    shop.passTime(DAY_MS);
    expect((await shop.call('GET', '/v1/office/stores', { token: owner })).body.code).toBe('session_expired');
  });
});
