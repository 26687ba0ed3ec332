import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { PeerStub } from '../../../test/builders/peer-stub.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let settlement: PeerStub;
beforeAll(async () => {
  settlement = await PeerStub.open();
  shop = await TestShop.open({ settlement });
});
afterAll(async () => {
  await shop.close();
  await settlement.close();
});

const PATH = '/v1/office/statement?from=2026-03-01&until=2026-03-02';

test('the statement of settlement is shown with the shop’s own books', async () => {
  const till = await shop.terminal();
  const { certificate_id } = await shop.accepted(50_000);
  await shop.redeem(till, await shop.opened(till), [{ certificate_id, amount_minor: 30_000 }]);
  const [payout, order] = [newId(), newId()];
  const at = '2026-03-01T05:00:00.000Z';
  const currency = 'KRW';
  settlement.answer = () => ({
    status: 200,
    body: {
      payee: 'shop:haneul',
      from: at,
      until: at,
      lines: [
        { at, kind: 'capture', reference: order, amount_minor: 50_000, currency },
        { at, kind: 'payout', reference: payout, amount_minor: 19_500, currency },
        { at, kind: 'commission', reference: payout, amount_minor: 500, currency },
      ],
      totals: [
        {
          currency,
          captured_minor: 50_000,
          refunded_minor: 0,
          paid_out_minor: 19_500,
          commission_minor: 500,
          in_trust_minor: 30_000,
        },
      ],
    },
  });
  const reply = await shop.call('GET', PATH, { token: await shop.staff('owner') });
  expect(reply.body).toEqual({
    from: '2026-03-01',
    until: '2026-03-02',
    payouts: [
      {
        payout_id: payout,
        state: 'paid',
        at,
        paid_at: at,
        gross_minor: 20_000,
        commission_minor: 500,
        net_minor: 19_500,
        currency,
      },
    ],
    accounts: [],
    sales: [{ order_id: order, kind: 'capture', amount_minor: 50_000, currency, at }],
    totals: [
      {
        currency,
        captured_minor: 50_000,
        refunded_minor: 0,
        paid_out_minor: 19_500,
        commission_minor: 500,
        in_trust_minor: 30_000,
        used_minor: 30_000,
        unpaid_minor: 10_000,
      },
    ],
  });
  // It asks for its own statement, for whole Korean days.
  const { searchParams } = new URL(settlement.asked[0]?.path ?? '', settlement.url);
  expect(Object.fromEntries(searchParams)).toEqual({
    payee: 'shop:haneul',
    from: '2026-02-28T15:00:00.000Z',
    until: '2026-03-02T15:00:00.000Z',
  });
});

test('payouts are shown as they stand, with the accounts that they go to, also in states of a newer settlement', async () => {
  const at = '2026-03-01T05:00:00.000Z';
  const amounts = { gross_minor: 20_000, commission_minor: 500, net_minor: 19_500, currency: 'KRW' };
  const payout = { payout_id: newId(), payee: 'shop:haneul', ...amounts, requested_at: at };
  const account = { currency: 'KRW', bank_code: '088', last4: '7890', paid_to_from: at };
  settlement.answer = () => ({
    status: 200,
    body: {
      ...{ payee: 'shop:haneul', from: at, until: at, totals: [] },
      lines: [
        { at, kind: 'capture', reference: newId(), amount_minor: 1, currency: 'KRW' },
        { at, kind: 'of_a_newer_version', reference: newId(), amount_minor: 1, currency: 'KRW' },
      ],
      payouts: [
        { ...payout, status: 'planned', waits_for: 'account' },
        { ...payout, status: 'returned', returned_at: at, return_reason: 'AC04' },
        { ...payout, status: 'of_a_newer_version' },
      ],
      accounts: [account],
    },
  });
  const token = await shop.staff('owner');
  expect((await shop.call('GET', PATH, { token })).body).toMatchObject({
    payouts: [
      { state: 'planned', waits_for: 'account', at },
      { state: 'returned', return_reason: 'AC04', returned_at: at },
      { state: 'other' },
    ],
    accounts: [account],
    sales: [{ kind: 'capture' }],
  });
  for (const [kind, begins] of [
    ['pdf', '%PDF-'],
    ['csv', '\ufeffat,kind'],
  ]) {
    const headers = { authorization: `Bearer ${token}` };
    const file = await shop.app.inject({ url: `/v1/office/statement.${kind}`, headers });
    expect(file.body.startsWith(begins ?? '-')).toBe(true);
  }
});

test('without days the period is the last thirty', async () => {
  const path = '/v1/office/statement?until=2026-03-05';
  const reply = await shop.call('GET', path, { token: await shop.staff('owner') });
  expect(reply.body).toMatchObject({ from: '2026-02-04', until: '2026-03-05' });
});

test.each(['no_answer', 'answer_unsigned'] as const)('%s is not a statement', async (answer) => {
  settlement.answer = () => answer;
  const reply = await shop.call('GET', PATH, { token: await shop.staff('auditor') });
  expect(reply).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
});

test('is not for clerks', async () => {
  expect((await shop.call('GET', PATH, { token: await shop.staff('clerk') })).status).toBe(403);
});
