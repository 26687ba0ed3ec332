import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { parseCsv } from '../../../kit/csv.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { START } from '../../../test/builders/base.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createSettlementApp } from '../app.ts';

const PAYEE = 'shop:haneul';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
let send: ReturnType<typeof staffDoor>;
let token: string;

beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
  send = staffDoor(app);
});
beforeEach(async () => {
  settlement.base.time.now = START;
  token = await aStaffSession(settlement, 'auditor');
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

describe('payments', () => {
  let order: string;
  const list = async (query: string) => {
    const reply = await send('GET', `/v1/staff/payments?${query}`, { token });
    return reply.body.payments as { payment_id: string; order_id: string; status: string }[];
  };

  beforeAll(async () => {
    // Half an hour before and after midnight in Korea, on the same day in UTC.
    settlement.base.time.now = new Date('2026-03-04T14:30:00Z');
    order = randomUUID();
    await settlement.authorise(order, 10_000);
    await settlement.capture(order, 8_000);
    await settlement.refund(order, 3_000);
    settlement.base.time.now = new Date('2026-03-04T15:30:00Z');
    await settlement.authorise(randomUUID(), 1_000, 'declined');
    await settlement.authorise(randomUUID(), 2_000);
  });

  test('are listed by order, state and Korean day, in pages', async () => {
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

  test('are exported with the filters of the list', async () => {
    const rows = async (query: string) => {
      const url = `/v1/staff/exports/payments.csv?${query}`;
      const reply = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      return parseCsv(reply.body).slice(1);
    };
    const found = await rows('day=2026-03-04');
    expect(found.map(({ cells }) => cells[2])).toEqual([order]);
    expect(await rows('day=2026-03-05&status=declined')).toHaveLength(1);
  });

  test.each([
    'day=2026-02-30',
    'day=0000-01-01',
    'status=paid',
    'order_id=1',
    'order_id=urn:uuid:01980000-0000-7000-8000-000000000401',
    'limit=201',
    'payer=x',
  ])('are not listed by %s', async (query) => {
    const reply = await send('GET', `/v1/staff/payments?${query}`, { token });
    expect(reply.body.code).toBe('validation_failed');
  });

  test('are shown with their history and both sides of each ledger entry', async () => {
    const [found] = await list(`order_id=${order}`);
    const { status, body } = await send('GET', `/v1/staff/payments/${found?.payment_id}`, { token });
    expect(status).toBe(200);
    const entries = body.entries as Record<string, unknown>[];
    expect(
      entries.map(({ kind, debit, credit, amount_minor }) => [kind, debit, credit, amount_minor]),
    ).toEqual([
      ['pending', 'card_receivable acquirer', `trust ${PAYEE}`, 10_000],
      ['post', 'card_receivable acquirer', `trust ${PAYEE}`, 8_000],
      ['pending', `trust ${PAYEE}`, 'card_receivable acquirer', 3_000],
      ['post', `trust ${PAYEE}`, 'card_receivable acquirer', 3_000],
    ]);
    const events = body.events as { kind: string }[];
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['capture', 'refund']));
    const requests = body.requests as Record<string, unknown>[];
    expect(
      requests.map(({ kind, state, amount_minor, reason }) => [kind, state, amount_minor, reason]),
    ).toEqual([
      ['capture', 'done', 8_000, null],
      ['refund', 'done', 3_000, 'refused'],
    ]);
    expect(body.disputes).toEqual([]);
  });
});

test('acquirers say how they are doing, and what they have not answered', async () => {
  settlement.base.time.now = addMs(START, 10 * DAY_MS);
  const read = async () => {
    const { body } = await send('GET', '/v1/staff/providers', { token });
    const listed = body.providers as { kind: string; name: string }[];
    return listed.find(({ kind, name }) => kind === 'acquirer' && name === 'test');
  };
  token = await aStaffSession(settlement, 'auditor');
  const order = randomUUID();
  await settlement.authorise(order, 10_000);
  expect(await read()).toMatchObject({ state: 'working', waiting: 0, last_success_at: expect.any(String) });
  const [payment] = (await send('GET', `/v1/staff/payments?order_id=${order}`, { token })).body.payments as {
    payment_id: string;
  }[];
  await sql`
    insert into acquirer_requests (request_id, payment_id, acquirer, kind, amount_minor, due_at, created_at)
    values (gen_random_uuid(), ${String(payment?.payment_id)}, 'test', 'capture', 10000, ${settlement.base.time.now},
      ${settlement.base.time.now})`.execute(settlement.context.db);
  settlement.base.time.now = addMs(settlement.base.time.now, 2 * MINUTE_MS);
  token = await aStaffSession(settlement, 'auditor');
  expect(await read()).toMatchObject({ state: 'failing', waiting: 1, oldest_waiting_at: expect.any(String) });
});

test('what needs attention is counted, which is no line in the audit trail', async () => {
  const look = async () => (await send('GET', '/v1/staff/attention', { token })).body;
  const pass = (ms: number) => {
    settlement.base.time.now = addMs(settlement.base.time.now, ms);
  };
  expect(await look()).toMatchObject({
    ...{ disputes: { open: 0, respond_by: null }, failing: { works: 0, dead: 0 } },
    unanswered: { requests: 0, payments: 0, since: null },
  });
  const { base } = settlement;
  await settlement.authorise(randomUUID(), 4_000, 'never');
  const asked = base.time.now.toISOString();
  pass(9 * MINUTE_MS);
  expect(await look()).toMatchObject({ unanswered: { payments: 0 } });
  pass(2 * MINUTE_MS);
  expect(await look()).toMatchObject({ unanswered: { payments: 1, requests: 0, since: asked } });
  await sql`
    insert into failing_work (job, subject_id, party, failures, first_failed_at, next_attempt_at, problem, dead_at)
    values ('disputes', ${randomUUID()}, 'test', 20, ${base.time.now}, ${base.time.now}, 'broken',
      ${base.time.now})`.execute(base.db);
  expect(await look()).toMatchObject({ failing: { works: 1, dead: 1 } });
  const trail = await send('GET', '/v1/staff/audit-trail?limit=50', { token });
  expect(JSON.stringify(trail.body)).not.toContain('attention');
});

describe('the books', () => {
  beforeAll(async () => {
    settlement.base.time.now = addMs(START, 10 * DAY_MS);
    const order = randomUUID();
    await settlement.authorise(order, 50_000);
    await settlement.capture(order, 50_000);
    await settlement.anAccount();
    await settlement.payOut(randomUUID(), 20_000, 600);
    await settlement.payoutJobs();
    settlement.base.time.now = addMs(START, 11 * DAY_MS);
    await settlement.payOut(randomUUID(), 10_000, 300);
    await settlement.payoutJobs();
  });
  const read = async (path: string) => (await send('GET', `/v1/staff/${path}`, { token })).body;

  test('include a payee’s statement for a day', async () => {
    const { lines } = await read(`statements?payee=${PAYEE}&day=2026-03-11`);
    const shown = (lines as { kind: string; amount_minor: number }[]).map((l) => [l.kind, l.amount_minor]);
    expect(shown.sort()).toEqual([
      ['capture', 50_000],
      ['commission', 600],
      ['payout', 19_400],
    ]);
    expect((await read(`statements?payee=${PAYEE}&day=2026-03-10`)).lines).toEqual([]);
  });

  test('include payouts by payee and day, in pages', async () => {
    const payouts = async (query: string) =>
      (await read(`payouts?${query}`)).payouts as { payout_id: string; gross_minor: number }[];
    const [newer, older] = await payouts('');
    expect([newer?.gross_minor, older?.gross_minor]).toEqual([10_000, 20_000]);
    expect(await payouts(`before=${newer?.payout_id}`)).toEqual([older]);
    expect(await payouts('day=2026-03-11')).toEqual([older]);
    expect(await payouts('payee=shop:other')).toEqual([]);
  });

  test('balance, and report it if they do not', async () => {
    const books = await read('books');
    expect(books).toMatchObject({ holds: true, payees: [{ payee: PAYEE, holds: true }] });
    const [total] = books.totals as { debits_minor: number; credits_minor: number }[];
    expect(total?.debits_minor).toBe(total?.credits_minor);
    expect(total?.debits_minor).toBeGreaterThan(0);
    // The trial balance checks stored balances, conservation checks payees; both see the money in trust.
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
