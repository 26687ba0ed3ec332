import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cashMethodAt } from '../../../../contracts/cash.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { newId } from '../../../../kit/ids.ts';
import { PeerStub } from '../../../../test/builders/peer-stub.ts';
import {
  CLERK_PIN,
  type Reply,
  type TestClerk,
  TestShop,
  type TestTerminal,
} from '../../../../test/builders/shop-server.ts';
import { orderSums } from '../../books/order-sums.ts';

const PAYMENTS = '/v1/peer/payments';

let shop: TestShop;
let settlement: PeerStub;
let terminal: TestTerminal;
let clerk: TestClerk;

beforeAll(async () => {
  settlement = await PeerStub.open();
  shop = await TestShop.open({ settlement });
});
afterAll(async () => {
  await shop.close();
  await settlement.close();
});
beforeEach(async () => {
  settlement.asked.length = 0;
  await sql`delete from rate_limits`.execute(shop.context.db);
  terminal = await shop.terminal();
  clerk = await shop.clerk();
});

const asked = (over: Record<string, unknown> = {}) => ({
  order_id: newId(),
  payer_reference: newId(),
  payment_method_id: cashMethodAt(terminal.terminal_id),
  payee: 'shop:haneul',
  amount_minor: 30_000,
  currency: 'KRW',
  ...over,
});
const authorise = (body: ReturnType<typeof asked>, key?: string) => shop.peer('POST', PAYMENTS, body, key);
const read = (orderId: string) => shop.peer('GET', `${PAYMENTS}/by-order/${orderId}`);
const settle = (orderId: string, verb: string, body: object = {}, key?: string) =>
  shop.peer('POST', `${PAYMENTS}/by-order/${orderId}/${verb}`, body, key);
const capture = (orderId: string, amount_minor = 30_000, key?: string) =>
  settle(orderId, 'captures', { amount_minor }, key);
const refund = (orderId: string, amount_minor = 30_000) =>
  settle(orderId, 'refunds', { amount_minor, reason: 'refused' });
const take = (orderId: string, { at = terminal, pin = CLERK_PIN, by = clerk } = {}): Promise<Reply> =>
  shop.call('POST', `/v1/terminal/cash-payments/${orderId}/taking`, {
    token: at.token,
    body: { clerk_number: by.clerk_number, pin },
  });
const owed = (at = terminal) => shop.call('GET', '/v1/terminal/cash-to-return', { token: at.token });
const giveBack = (orderId: string, { at = terminal, body = {}, key = newId() } = {}) =>
  shop.call('POST', `/v1/terminal/cash-to-return/${orderId}/return`, { token: at.token, body, key });

async function taken(over: Record<string, unknown> = {}): Promise<string> {
  const body = asked(over);
  expect((await authorise(body)).status).toBe(201);
  expect((await take(body.order_id)).status).toBe(200);
  return body.order_id;
}

async function events(orderId: string): Promise<{ kind: string; name: string | null }[]> {
  const found = await sql<{ kind: string; name: string | null }>`
    select e.kind, c.name from cash_events e left join clerks c using (clerk_id)
    where e.order_id = ${orderId} order by e.at, e.kind`.execute(shop.context.db);
  return found.rows;
}

describe('a gift that is paid in cash', () => {
  test('waits for a clerk, is captured and refunded in the shop’s own books, and settlement is not asked', async () => {
    const body = asked();
    const key = newId();
    const first = await authorise(body, key);
    expect(first).toMatchObject({ status: 201, body: { status: 'processing', captured_minor: 0 } });
    expect(await authorise(body, key)).toEqual(first);
    expect((await authorise(body)).body.code).toBe('wrong_state');
    expect((await capture(body.order_id)).body).toMatchObject({ code: 'wrong_state' });
    expect(await take(body.order_id)).toMatchObject({
      status: 200,
      body: { amount_minor: 30_000, clerk_name: clerk.name },
    });
    expect((await read(body.order_id)).body).toMatchObject({ status: 'authorised' });
    const captureKey = newId();
    const captured = await capture(body.order_id, 30_000, captureKey);
    expect(captured.body).toMatchObject({ status: 'captured', captured_minor: 30_000 });
    expect(captured.body.approval_number).toMatch(/^[0-9]{8}$/);
    expect(await capture(body.order_id, 30_000, captureKey)).toEqual(captured);
    expect((await capture(body.order_id)).body.code).toBe('wrong_state');
    expect((await settle(body.order_id, 'voids')).body.code).toBe('wrong_state');
    expect((await refund(body.order_id)).body).toMatchObject({
      status: 'refunded',
      refunded_minor: 30_000,
    });
    expect((await refund(body.order_id)).body.code).toBe('refund_exceeds_payment');
    expect(await events(body.order_id)).toEqual(
      expect.arrayContaining([
        { kind: 'asked', name: null },
        { kind: 'taken', name: clerk.name },
        { kind: 'captured', name: null },
        { kind: 'refunded', name: null },
      ]),
    );
    expect(settlement.asked).toEqual([]);
  });

  test.each([
    ['a terminal that is not ours', () => ({ payment_method_id: cashMethodAt(newId()) })],
    ['another shop', () => ({ payee: 'shop:bada' })],
    ['more than is taken', () => ({ amount_minor: 1_000_001 })],
  ])('is refused for %s', async (_what, over) => {
    expect((await authorise(asked(over()))).body.code).toBe('payment_method_not_found');
  });

  test('is refused for a terminal that was blocked', async () => {
    await sql`update terminals set blocked_at = ${shop.now} where terminal_id = ${terminal.terminal_id}`.execute(
      shop.context.db,
    );
    expect((await authorise(asked())).body.code).toBe('payment_method_not_found');
  });

  test.each([
    ['captures', { amount_minor: 30_001 }, 'capture_exceeds_authorisation'],
    ['captures', { amount_minor: 29_999 }, 'wrong_state'],
  ])('is not %s for %j', async (verb, body, code) => {
    expect((await settle(await taken(), verb, body)).body.code).toBe(code);
  });

  test.each([
    [30_001, 'refund_exceeds_payment'],
    [29_999, 'wrong_state'],
  ])('is refunded in full: %i is refused', async (amount, code) => {
    const order = await taken();
    await capture(order);
    expect((await refund(order, amount)).body.code).toBe(code);
  });
});

describe('taking cash', () => {
  test('needs a clerk’s PIN, at the terminal where it is paid; the first one’s name stands', async () => {
    const body = asked();
    await authorise(body);
    expect(await take(body.order_id, { pin: '862914' })).toMatchObject({
      status: 422,
      body: { code: 'clerk_pin_wrong' },
    });
    expect((await take(body.order_id, { at: await shop.terminal() })).body.code).toBe('payment_not_found');
    expect((await take(newId())).body.code).toBe('payment_not_found');
    const first = await take(body.order_id);
    const other = await shop.clerk('박준호');
    expect((await take(body.order_id, { by: other })).body).toEqual(first.body);
    expect((await events(body.order_id)).filter(({ kind }) => kind === 'taken')).toEqual([
      { kind: 'taken', name: clerk.name },
    ]);
  });

  test('two clerks at once take it once', async () => {
    const body = asked();
    await authorise(body);
    const other = await shop.clerk('박준호');
    const both = await Promise.all([take(body.order_id), take(body.order_id, { by: other })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0].body).toEqual(both[1].body);
  });

  test('is refused once the purchase came to nothing; what was taken before that is to be returned', async () => {
    const before = asked();
    await authorise(before);
    expect((await settle(before.order_id, 'voids')).body).toMatchObject({ status: 'voided' });
    expect((await take(before.order_id)).body).toMatchObject({ code: 'wrong_state' });
    const after = await taken();
    expect((await settle(after, 'voids')).body).toMatchObject({ status: 'voided' });
    expect((await settle(after, 'voids')).body).toMatchObject({ status: 'voided' });
    await shop.signIn(terminal, clerk);
    expect((await owed()).body).toMatchObject({ owed: [{ order_id: after }] });
  });

  test('of an order that was voided before it came is refused', async () => {
    const body = asked();
    settlement.answer = () => ({ status: 200, body: { ...body, status: 'voided' } });
    await settle(body.order_id, 'voids');
    expect((await authorise(body)).body).toMatchObject({
      status: 'declined',
      decline_reason: 'cancelled_by_caller',
    });
    expect((await take(body.order_id)).body.code).toBe('wrong_state');
  });

  test('can’t be stored without a name, nor captured without being taken', async () => {
    const body = asked();
    await authorise(body);
    const { db } = shop.context;
    await expect(
      sql`insert into cash_events (order_id, kind, at) values (${body.order_id}, 'taken', ${shop.now})`.execute(
        db,
      ),
    ).rejects.toThrow('cash_in_hand_has_a_name');
    await expect(
      sql`update cash_payments set state = 'captured' where order_id = ${body.order_id}`.execute(db),
    ).rejects.toThrow('cash_captured_was_taken');
    await expect(
      sql`update cash_payments set returned_at = ${shop.now} where order_id = ${body.order_id}`.execute(db),
    ).rejects.toThrow('cash_returned_was_owed');
  });
});

describe('giving cash back', () => {
  async function refunded(amount_minor = 30_000): Promise<string> {
    const order = await taken({ amount_minor });
    await capture(order, amount_minor);
    await shop.registered(amount_minor, { order_id: order, certificate_id: order });
    await refund(order, amount_minor);
    return order;
  }

  test('is done once, by a clerk who is signed in, in the store that has it', async () => {
    const order = await refunded();
    expect((await owed()).body.code).toBe('clerk_required');
    expect((await giveBack(order)).body.code).toBe('clerk_required');
    await shop.signIn(terminal, clerk);
    expect((await owed()).body).toMatchObject({
      owed: [
        {
          order_id: order,
          amount_minor: 30_000,
          buyer: { masked_name: '김*늘', member_number_end: '1195' },
        },
      ],
    });
    const elsewhere = await shop.terminal();
    await shop.signIn(elsewhere);
    expect((await owed(elsewhere)).body).toEqual({ owed: [] });
    expect((await giveBack(order, { at: elsewhere })).body.code).toBe('payment_not_found');
    const key = newId();
    const first = await giveBack(order, { key });
    expect(first).toMatchObject({ status: 201, body: { amount_minor: 30_000 } });
    expect(await giveBack(order, { key })).toEqual(first);
    expect((await giveBack(order)).body.code).toBe('wrong_state');
    expect((await owed()).body).toEqual({ owed: [] });
    expect((await events(order)).filter(({ kind }) => kind === 'returned')).toEqual([
      { kind: 'returned', name: clerk.name },
    ]);
  });

  test('of much needs a second clerk, who agreed to this and nothing else', async () => {
    const [order, another] = [await refunded(100_001), await refunded(100_001)];
    await shop.signIn(terminal, clerk);
    expect(await giveBack(order)).toMatchObject({
      status: 403,
      body: { code: 'second_person_needed', alone_max_minor: 100_000 },
    });
    const second = await shop.clerk('박준호');
    const agree = (by: TestClerk) =>
      shop.call('POST', `/v1/terminal/cash-to-return/${order}/approvals`, {
        token: terminal.token,
        body: { clerk_number: by.clerk_number, pin: CLERK_PIN },
      });
    expect((await agree(clerk)).body.code).toBe('second_person_same');
    const { approval_id } = (await agree(second)).body;
    const body = { approval_id: String(approval_id) };
    expect((await giveBack(another, { body })).body.code).toBe('second_person_needed');
    expect((await giveBack(order, { body })).status).toBe(201);
  });

  test('is listed in the office by store, with who took and who returned it, and exported', async () => {
    const order = await refunded();
    const token = await shop.staff('auditor');
    const list = async (query: string) =>
      (await shop.call('GET', `/v1/office/cash?store_id=${terminal.store_id}${query}`, { token })).body.cash;
    expect(await list('&standing=owed')).toMatchObject([
      { order_id: order, standing: 'owed', taken_by: clerk.name, returned_by: null, amount_minor: 30_000 },
    ]);
    await shop.signIn(terminal, clerk);
    await giveBack(order);
    expect(await list('&standing=owed')).toEqual([]);
    expect(await list('')).toMatchObject([{ standing: 'returned', returned_by: clerk.name }]);
    const since = encodeURIComponent(new Date(0).toISOString());
    const report = await shop.call('GET', `/v1/day-report?since=${since}`, { token: terminal.token });
    const cash = { cash_taken: 1, cash_taken_minor: 30_000, cash_returned: 1, cash_returned_minor: 30_000 };
    expect(report.body).toMatchObject({ totals: [cash], clerks: [{ clerk_name: clerk.name, ...cash }] });
    const csv = await shop.app.inject({
      url: `/v1/office/exports/cash.csv?store_id=${terminal.store_id}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(csv.payload).toContain(order);
  });

  test('isn’t done for a gift that is there', async () => {
    const order = await taken();
    await capture(order);
    await shop.signIn(terminal, clerk);
    expect((await giveBack(order)).body.code).toBe('wrong_state');
  });
});

test('is told to its operator, and nobody else, for the comparison of books', async () => {
  const span = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2100-01-01T00:00:00Z') };
  const paid = async (operator: string) =>
    (await orderSums(shop.context.db, operator, span))
      .filter(({ of }) => of === 'payments')
      .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  const before = await paid('management');
  const order = await taken();
  expect(await paid('management')).toBe(before);
  await capture(order);
  expect(await paid('management')).toBe(before + 30_000);
  expect(await paid('another')).toBe(0);
  await refund(order);
  expect(await paid('management')).toBe(before);
});
