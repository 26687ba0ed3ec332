import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
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

describe('the door of the staff', () => {
  test('opens to a login and its password for eight hours, and until logging out', async () => {
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

  test('says the same of a wrong password, an unknown login and one who left', async () => {
    const login = await aLogin();
    const [gone] = await Promise.all([logIn(login), logIn(login, 'another pass phrase')]);
    const staff = gone.body.staff as { staff_id: string };
    const path = `/v1/staff/staff/${staff.staff_id}/departure`;
    expect((await send('POST', path, { token: tokens.treasurer })).status).toBe(200);
    expect((await send('GET', '/v1/staff/books', { token: String(gone.body.session_token) })).status).toBe(
      401,
    );
    for (const reply of [await logIn(login), await logIn(await aLogin(), 'wrong'), await logIn('nobody')]) {
      expect(reply).toMatchObject({ status: 401, body: { code: 'credentials_wrong' } });
    }
  });

  test('lets a login be tried ten times, also with the right password, and counts from every address', async () => {
    const login = await aLogin();
    for (let tries = 0; tries < 10; tries++) {
      expect((await logIn(login, 'wrong', `10.0.0.${tries}`)).body.code).toBe('credentials_wrong');
    }
    const refused = await logIn(login, PASSWORD, '10.0.0.99');
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect((await logIn(await aLogin(), PASSWORD, '10.0.0.99')).status).toBe(201);
  });

  test('counts an address over all logins', async () => {
    const address = '10.9.9.9';
    const tried = await Promise.all(
      Array.from({ length: 101 }, (_, n) =>
        send('POST', '/v1/staff/sessions', { body: { login: `n${n}`, password: 'x' }, address }),
      ),
    );
    expect(tried.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test.each([
    ['nobody', undefined],
    ['a made-up token', 'staff_nonsense'],
    ['a token that is too long', `staff_${'x'.repeat(300)}`],
  ])('is closed to %s', async (_who, token) => {
    const sent = token === undefined ? {} : { token };
    expect((await send('GET', '/v1/staff/payments', sent)).body.code).toBe('unauthenticated');
  });
});

describe('the roles', () => {
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

  test('are those of this server: another is refused by the route and by the table', async () => {
    const body = { ...person(), role: 'clerk' };
    const refused = await send('POST', '/v1/staff/staff', { token: tokens.treasurer, body });
    expect(refused.body.code).toBe('validation_failed');
    await expect(aStaffSession(settlement, 'clerk')).rejects.toThrow('staff_role_known');
  });

  test('somebody is added once, with a password that is not weak, and the key gives the same answer', async () => {
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
  test('holds what was looked at before it is shown, with who and in which request, and cannot be changed', async () => {
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

  test('has no password in it', async () => {
    await logIn(await aLogin());
    const found = await settlement.base.pool.query(
      'select count(*) as n from audit_trail where audit_trail::text like $1',
      [`%${PASSWORD}%`],
    );
    expect(found.rows).toEqual([{ n: 0n }]);
  });
});

describe('payments', () => {
  let order: string;
  const list = async (query: string) => {
    const reply = await send('GET', `/v1/staff/payments?${query}`, { token: tokens.auditor });
    return reply.body.payments as { payment_id: string; order_id: string; status: string }[];
  };

  beforeAll(async () => {
    // Half an hour before and after midnight in Korea, on one day of UTC.
    settlement.base.time.now = new Date('2026-03-04T14:30:00Z');
    order = randomUUID();
    await settlement.authorise(order, 10_000);
    await settlement.capture(order, 8_000);
    await settlement.refund(order, 3_000);
    settlement.base.time.now = new Date('2026-03-04T15:30:00Z');
    await settlement.authorise(randomUUID(), 1_000, 'declined');
    await settlement.authorise(randomUUID(), 2_000);
  });

  test('are found by order, state and Korean day, and in pages', async () => {
    const [found] = await list(`order_id=${order}`);
    expect(found).toMatchObject({
      order_id: order,
      status: 'captured',
      captured_minor: 8_000,
      refunded_minor: 3_000,
    });
    expect((await list('day=2026-03-04')).map(({ order_id }) => order_id)).toEqual([order]);
    const [newer, older, ...rest] = await list('day=2026-03-05');
    expect([newer?.status, older?.status, rest]).toEqual(['authorised', 'declined', []]);
    expect(await list('day=2026-03-05&limit=1')).toEqual([newer]);
    expect(await list(`day=2026-03-05&before=${newer?.payment_id}`)).toEqual([older]);
    expect(await list('day=2026-03-05&status=declined')).toEqual([older]);
  });

  test.each([
    'day=2026-02-30',
    'day=0000-01-01',
    'status=paid',
    'order_id=1',
    'order_id=urn:uuid:01980000-0000-7000-8000-000000000401',
    'limit=201',
    'payer=x',
  ])('are not looked for by %s', async (query) => {
    const reply = await send('GET', `/v1/staff/payments?${query}`, { token: tokens.auditor });
    expect(reply.body.code).toBe('validation_failed');
  });

  test('one is shown with what happened to it and both sides of each entry', async () => {
    const [found] = await list(`order_id=${order}`);
    const { status, body } = await send('GET', `/v1/staff/payments/${found?.payment_id}`, {
      token: tokens.auditor,
    });
    expect(status).toBe(200);
    const entries = body.entries as Record<string, unknown>[];
    expect(
      entries.map(({ kind, debit, credit, amount_minor }) => [kind, debit, credit, amount_minor]),
    ).toEqual([
      ['pending', 'card_receivable acquirer', `trust ${PAYEE}`, 10_000],
      ['post', 'card_receivable acquirer', `trust ${PAYEE}`, 8_000],
      ['posted', `trust ${PAYEE}`, 'card_receivable acquirer', 3_000],
    ]);
    const events = body.events as { kind: string }[];
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['capture', 'refund']));
  });
});

describe('the books', () => {
  beforeAll(async () => {
    settlement.base.time.now = addMs(START, 10 * DAY_MS);
    const order = randomUUID();
    await settlement.authorise(order, 50_000);
    await settlement.capture(order, 50_000);
    await settlement.payOut(randomUUID(), 20_000, 600);
    settlement.base.time.now = addMs(START, 11 * DAY_MS);
    await settlement.payOut(randomUUID(), 10_000, 300);
  });
  const read = async (path: string) =>
    (await send('GET', `/v1/staff/${path}`, { token: tokens.auditor })).body;

  test('show a statement of a payee for a day', async () => {
    const { lines } = await read(`statements?payee=${PAYEE}&day=2026-03-11`);
    const told = (lines as { kind: string; amount_minor: number }[]).map((l) => [l.kind, l.amount_minor]);
    expect(told.sort()).toEqual([
      ['capture', 50_000],
      ['commission', 600],
      ['payout', 19_400],
    ]);
    expect((await read(`statements?payee=${PAYEE}&day=2026-03-10`)).lines).toEqual([]);
  });

  test('show payouts by payee and day, in pages', async () => {
    const payouts = async (query: string) =>
      (await read(`payouts?${query}`)).payouts as { payout_id: string; gross_minor: number }[];
    const [newer, older] = await payouts('');
    expect([newer?.gross_minor, older?.gross_minor]).toEqual([10_000, 20_000]);
    expect(await payouts(`before=${newer?.payout_id}`)).toEqual([older]);
    expect(await payouts('day=2026-03-11')).toEqual([older]);
    expect(await payouts('payee=shop:other')).toEqual([]);
  });

  test('balance, and say so when they do not', async () => {
    const books = await read('books');
    expect(books).toMatchObject({ holds: true, payees: [{ payee: PAYEE, holds: true }] });
    const [total] = books.totals as { debits_minor: number; credits_minor: number }[];
    expect(total?.debits_minor).toBe(total?.credits_minor);
    expect(total?.debits_minor).toBeGreaterThan(0);
    // Kept balances are seen by the trial balance, what is conserved by payee; the money in trust by both.
    const balance = (code: string, by: number) =>
      sql`update ledger_balances b set balance_minor = balance_minor + ${by}
        from ledger_accounts a where a.account_id = b.account_id and a.code = ${code}`.execute(
        settlement.base.db,
      );
    const captured = (by: number) =>
      sql`update payments set captured_minor = captured_minor - ${by} where amount_minor = 50000`.execute(
        settlement.base.db,
      );
    for (const [change, disagree, conserved] of [
      [(by: number) => balance('commission_income', by), ['commission_income'], true],
      [(by: number) => balance('trust', by), ['trust'], false],
      [captured, [], false],
    ] as const) {
      await change(1);
      const wrong = await read('books');
      await change(-1);
      expect(wrong).toMatchObject({ holds: false, payees: [{ holds: conserved }] });
      const accounts = wrong.accounts as { code: string; agrees: boolean }[];
      expect(accounts.filter(({ agrees }) => !agrees).map(({ code }) => code)).toEqual(disagree);
    }
  });
});
