import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { aToss, type TossStandIn } from '../../../../test/stand-ins/acquirers/toss.ts';
import type { Acquirer } from '../port.ts';
import { tossAcquirer } from './toss.ts';

let standIn: TossStandIn;
let toss: Acquirer;
beforeAll(async () => {
  standIn = await aToss();
  toss = tossAcquirer(standIn);
});
afterAll(() => standIn?.close());

const hear = (body: string) => toss.webhook?.hear({ headers: {}, body, now: new Date() });

describe('an event, which nobody signed,', () => {
  test('names its payment, and says nothing else that is believed', () => {
    const payment_id = randomUUID();
    for (const status of ['DONE', 'ABORTED'])
      expect(hear(standIn.event(payment_id, status))).toEqual([{ kind: 'payment', payment_id }]);
  });

  test.each([
    '{"data":{"orderId":"order-of-somebody-else"}}',
    '{"data":{"orderId":7}}',
    '{"eventType":"BILLING_DELETED","data":{"billingKey":"bill_1"}}',
    '[]',
  ])('%s is about none of our payments', (body) => {
    expect(hear(body)).toEqual([]);
  });

  test('that can’t be read is nobody’s', () => {
    expect(hear('status=DONE')).toBeUndefined();
  });
});

test('what was paid out is listed line by line, with the fee that was kept of it', async () => {
  const now = new Date();
  const paidOutDate = addMs(now, -DAY_MS).toISOString().slice(0, 10);
  const line = { transactionKey: 'tx_1', orderId: randomUUID(), currency: 'KRW' } as const;
  standIn.settlements.push({ ...line, amount: 10_000, payOutAmount: 9_670, paidOutDate });
  const range = { from: addMs(now, -3 * DAY_MS), until: addMs(now, DAY_MS) };
  const first = await toss.list?.({ ...range, after: null });
  expect(first).toMatchObject({ kind: 'page', next: 'paid:1' });
  const paid = await toss.list?.({ ...range, after: 'paid:1' });
  expect(paid).toMatchObject({
    next: null,
    movements: [
      { kind: 'fee', amount_minor: 0n, fee_minor: 330n },
      { kind: 'payout', amount_minor: -9_670n, fee_minor: 0n },
    ],
  });
});

test('a key of another shop leaves everything unknown', async () => {
  const other = tossAcquirer({ ...standIn, secret_key: 'test_sk_of_another_shop' });
  expect(await other.lookUp({ payment_id: randomUUID(), reference: null })).toEqual({ kind: 'unknown' });
});
