import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

describe('the office', () => {
  test('is closed to anyone without a session, and each role to the others', async () => {
    const [clerk, auditor] = [await shop.staff('clerk'), await shop.staff('auditor')];
    const store = { name_ko: '새 매장', name_en: 'New' };
    expect((await shop.call('POST', '/v1/office/stores', { body: store })).status).toBe(401);
    expect((await shop.call('POST', '/v1/office/stores', { token: clerk, body: store })).status).toBe(403);
    expect(
      (await shop.call('GET', '/v1/office/stores', { token: (await shop.terminal()).token })).status,
    ).toBe(401);
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

  test('shows certificates masked, and logs who looked', async () => {
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

  test('shows an auditor no name and no number, nor lets them be guessed', async () => {
    const [clerk, auditor] = [await shop.staff('clerk'), await shop.staff('auditor')];
    const member = { member_no: 'M-77', name: '김하늘', phone: '010-7777-0002', email: 'haneul@example.com' };
    const added = await shop.call('POST', '/v1/office/members', { token: clerk, body: member });
    const as = (token: string, path: string) => shop.call('GET', path, { token });
    const masked = { member_no: 'M-77', name: '김*늘', phone: '010-****-0002', email: 'h***@example.com' };
    expect((await as(auditor, '/v1/office/members?query=M-77')).body.members).toMatchObject([masked]);
    expect((await as(auditor, `/v1/office/members/${added.body.member_id}`)).body).toMatchObject(masked);
    for (const query of ['김하늘', '김', '010-7777-0002']) {
      const path = `/v1/office/members?query=${encodeURIComponent(query)}`;
      expect((await as(auditor, path)).body.members).toEqual([]);
      expect((await as(clerk, path)).body.members).toMatchObject([{ member_no: 'M-77', name: '김하늘' }]);
    }
    await as(clerk, '/v1/office/certificates?phone=010-7777-0002');
    const trail = JSON.stringify((await as(auditor, '/v1/office/audit-trail?limit=20')).body);
    expect(trail).toContain('GET /v1/office/certificates');
    expect(trail).not.toMatch(/김하늘|010-7777-0002|%EA%B9%80/);
  });

  test('ends a session on log-out, and all of them when somebody leaves', async () => {
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
