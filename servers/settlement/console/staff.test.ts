import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { seedStaff } from '../../../kit/staff/staff.ts';
import { isAppendOnly, START } from '../../../test/builders/base.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createSettlementApp } from '../app.ts';

const PASSWORD = 'a long pass phrase';
const PAYEE = 'shop:haneul';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
let send: ReturnType<typeof staffDoor>;
let tokens: Record<'treasurer' | 'auditor', string>;

beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
  send = staffDoor(app);
});
beforeEach(async () => {
  settlement.base.time.now = START;
  tokens = {
    treasurer: await aStaffSession(settlement, 'treasurer'),
    auditor: await aStaffSession(settlement, 'auditor'),
  };
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

async function aLogin(role: 'treasurer' | 'auditor' = 'treasurer'): Promise<string> {
  const login = `${role}-${newId().slice(-12)}`;
  await seedStaff(settlement.context, [{ login, name: role, role, password: PASSWORD }]);
  return login;
}

const logIn = (login: string, password = PASSWORD, address?: string) =>
  send('POST', '/v1/staff/sessions', {
    body: { login, password },
    ...(address === undefined ? {} : { address }),
  });

describe('staff log-in', () => {
  test('opens a session for eight hours, or until log-out', async () => {
    const login = await aLogin();
    const entered = await logIn(login);
    expect(entered).toMatchObject({ status: 201, body: { staff: { login, role: 'treasurer' } } });
    const token = String(entered.body.session_token);
    expect((await send('GET', '/v1/staff/books', { token })).status).toBe(200);
    settlement.base.time.now = addMs(START, 8 * HOUR_MS);
    expect((await send('GET', '/v1/staff/books', { token })).body.code).toBe('session_expired');
    settlement.base.time.now = START;
    expect((await send('DELETE', '/v1/staff/sessions/current', { token })).status).toBe(200);
    expect((await send('GET', '/v1/staff/books', { token })).body.code).toBe('unauthenticated');
  });

  test('gives the same answer to a wrong password, an unknown login and someone who left', async () => {
    const login = await aLogin();
    const [left] = await Promise.all([logIn(login), logIn(login, 'another pass phrase')]);
    const staff = left.body.staff as { staff_id: string };
    const path = `/v1/staff/staff/${staff.staff_id}/departure`;
    expect((await send('POST', path, { token: tokens.treasurer })).status).toBe(200);
    expect((await send('GET', '/v1/staff/books', { token: String(left.body.session_token) })).status).toBe(
      401,
    );
    for (const reply of [await logIn(login), await logIn(await aLogin(), 'wrong'), await logIn('nobody')]) {
      expect(reply).toMatchObject({ status: 401, body: { code: 'credentials_wrong' } });
    }
  });

  test('asks unknown browsers for a code after ten attempts at a login, over all addresses', async () => {
    const login = await aLogin();
    for (let tries = 0; tries < 10; tries++) {
      expect((await logIn(login, 'wrong', `10.0.0.${tries}`)).body.code).toBe('credentials_wrong');
    }
    for (const password of [PASSWORD, 'wrong'])
      expect(await logIn(login, password, '10.0.0.99')).toMatchObject({
        status: 403,
        body: { code: 'second_factor_required' },
      });
    expect((await logIn(await aLogin(), PASSWORD, '10.0.0.99')).status).toBe(201);
  });

  test('limits an address over all logins', async () => {
    const address = '10.9.9.9';
    const tried = await Promise.all(
      Array.from({ length: 101 }, (_, n) =>
        send('POST', '/v1/staff/sessions', { body: { login: `n${n}`, password: 'x' }, address }),
      ),
    );
    expect(tried.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test.each([
    ['no token', undefined],
    ['a made-up token', 'staff_nonsense'],
    ['a token that is too long', `staff_${'x'.repeat(300)}`],
  ])('is refused with %s', async (_what, token) => {
    const sent = token === undefined ? {} : { token };
    expect((await send('GET', '/v1/staff/payments', sent)).body.code).toBe('unauthenticated');
  });
});

describe('roles', () => {
  const DEPARTURE = `/v1/staff/staff/${randomUUID()}/departure`;
  const person = () => ({ login: `p${newId().slice(-12)}`, name: 'P', role: 'auditor', password: PASSWORD });

  test.each([
    ['GET', '/v1/staff/payments', 200, 200],
    ['GET', `/v1/staff/payments/${randomUUID()}`, 404, 404],
    ['GET', `/v1/staff/statements?payee=${PAYEE}&day=2026-03-01`, 200, 200],
    ['GET', '/v1/staff/payouts', 200, 200],
    ['GET', '/v1/staff/books', 200, 200],
    ['GET', '/v1/staff/audit-trail', 200, 200],
    ['GET', '/v1/staff/staff', 200, 200],
    ['POST', '/v1/staff/staff', 201, 403],
    ['POST', DEPARTURE, 404, 403],
  ] as const)('%s %s: treasurer %i, auditor %i', async (method, path, treasurer, auditor) => {
    const body = path === '/v1/staff/staff' && method === 'POST' ? { body: person() } : {};
    expect((await send(method, path, { token: tokens.treasurer, ...body })).status).toBe(treasurer);
    expect((await send(method, path, { token: tokens.auditor, ...body })).status).toBe(auditor);
  });

  test('of other servers are refused by the route and by the table', async () => {
    const body = { ...person(), role: 'clerk' };
    const refused = await send('POST', '/v1/staff/staff', { token: tokens.treasurer, body });
    expect(refused.body.code).toBe('validation_failed');
    await expect(aStaffSession(settlement, 'clerk')).rejects.toThrow('staff_role_known');
  });

  test('staff are added once, with a strong password, and the same key gets the same answer', async () => {
    const [body, key] = [person(), newId()];
    const add = (sent: object) => send('POST', '/v1/staff/staff', { token: tokens.treasurer, ...sent });
    const added = await add({ body, key });
    expect(await add({ body, key })).toEqual(added);
    expect((await add({ body })).body.code).toBe('member_exists');
    expect((await add({ body: { ...person(), password: '1234567890' } })).body.code).toBe(
      'password_too_weak',
    );
    expect((await logIn(body.login)).status).toBe(201);
  });
});

describe('the audit trail', () => {
  test('records each read before it is answered, with the staff member and the request, and is append-only', async () => {
    const paymentId = randomUUID();
    await send('GET', `/v1/staff/payments/${paymentId}`, { token: tokens.auditor });
    const trail = await send('GET', '/v1/staff/audit-trail?limit=2', { token: tokens.treasurer });
    const lines = trail.body.lines as Record<string, string>[];
    expect(lines.map(({ action, subject }) => ({ action, subject }))).toEqual([
      { action: 'GET /v1/staff/audit-trail', subject: { limit: 2 } },
      { action: 'GET /v1/staff/payments/:payment_id', subject: { payment_id: paymentId } },
    ]);
    expect(lines[1]?.staff_login).toMatch(/^auditor-/);
    const before = await send('GET', `/v1/staff/audit-trail?before=${lines[0]?.audit_id}&limit=1`, {
      token: tokens.auditor,
    });
    expect((before.body.lines as unknown[])[0]).toEqual(lines[1]);
    expect(await isAppendOnly(settlement.base, 'audit_trail')).toBe(true);
  });

  test('contains no password', async () => {
    await logIn(await aLogin());
    const found = await settlement.base.pool.query(
      'select count(*) as n from audit_trail where audit_trail::text like $1',
      [`%${PASSWORD}%`],
    );
    expect(found.rows).toEqual([{ n: 0n }]);
  });
});
