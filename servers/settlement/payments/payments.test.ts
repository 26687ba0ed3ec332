import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import { isAppendOnly, START } from '../../../test/builders/base.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { conservation } from '../books/conservation.ts';
import { expireAuthorisations } from './expire.ts';
import { pollAcquirer } from './poll-acquirer.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;

beforeAll(async () => {
  settlement = await aSettlement();
});
afterAll(() => settlement?.base.drop());

async function authorised(amount: number): Promise<string> {
  const order = randomUUID();
  expect(await settlement.authorise(order, amount)).toMatchObject({
    ok: true,
    value: { status: 'authorised' },
  });
  return order;
}

async function captured(amount: number): Promise<string> {
  const order = await authorised(amount);
  expect(await settlement.capture(order, amount)).toMatchObject({ ok: true, value: { status: 'captured' } });
  return order;
}

async function inTrust(): Promise<bigint> {
  const [books] = await conservation(settlement.base.db);
  return books?.in_trust_minor ?? 0n;
}

describe('authorise', () => {
  test('places a hold without moving money, once per order', async () => {
    const before = await inTrust();
    const order = await authorised(10_000);
    expect(await inTrust()).toBe(before);
    expect(await settlement.authorise(order, 10_000)).toMatchObject({ code: 'wrong_state' });
  });

  test('returns a decline with its reason, and declines a cancelled order', async () => {
    expect(await settlement.authorise(randomUUID(), 1_000, 'declined')).toMatchObject({
      value: { status: 'declined', decline_reason: 'insufficient_funds' },
    });
    const order = randomUUID();
    expect(await settlement.void(order)).toMatchObject({ value: { status: 'voided' } });
    expect(await settlement.authorise(order, 1_000)).toMatchObject({
      value: { status: 'declined', decline_reason: 'cancelled_by_caller' },
    });
  });

  test('racing with a void leaves nothing held, whichever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const order = randomUUID();
      await Promise.all([settlement.authorise(order, 1_000), settlement.void(order)]);
      const found = await sql<{
        status: string;
      }>`select status from payments where order_id = ${order}`.execute(settlement.base.db);
      expect(['voided', 'declined']).toContain(found.rows[0]?.status);
    }
  });
});

describe('capture', () => {
  test('refuses in the documented order', async () => {
    expect(await settlement.capture(randomUUID(), 1)).toMatchObject({ code: 'payment_not_found' });
    const voided = await authorised(1_000);
    await settlement.void(voided);
    expect(await settlement.capture(voided, 9_999)).toMatchObject({ code: 'wrong_state' });
    const order = await authorised(1_000);
    expect(await settlement.capture(order, 1_001)).toMatchObject({ code: 'capture_exceeds_authorisation' });
    settlement.base.time.now = addMs(START, 16 * MINUTE_MS);
    expect(await settlement.capture(order, 1_001)).toMatchObject({ code: 'authorisation_expired' });
    settlement.base.time.now = START;
    expect(await settlement.capture(order, 400)).toMatchObject({
      value: {
        captured_minor: 400,
        status: 'captured',
        approval_number: expect.stringMatching(/^[0-9]{8}$/),
      },
    });
  });

  test('racing with another capture and a void takes the money once or not at all', async () => {
    for (let round = 0; round < 10; round++) {
      const order = await authorised(1_000);
      const before = await inTrust();
      const results = await Promise.all([
        settlement.capture(order, 1_000),
        settlement.capture(order, 1_000),
        settlement.void(order),
      ]);
      const captures = results.slice(0, 2).filter(({ ok }) => ok).length;
      expect(captures).toBeLessThanOrEqual(1);
      expect((await inTrust()) - before).toBe(captures === 1 ? 1_000n : 0n);
    }
  });
});

describe('refund', () => {
  test('refunds in parts, never more than was captured', async () => {
    const order = await captured(1_000);
    expect(await settlement.refund(order, 400)).toMatchObject({
      value: { refunded_minor: 400, status: 'captured' },
    });
    expect(await settlement.refund(order, 601)).toMatchObject({ code: 'refund_exceeds_payment' });
    expect(await settlement.refund(order, 600)).toMatchObject({
      value: { refunded_minor: 1_000, status: 'refunded' },
    });
    expect(await settlement.refund(order, 1)).toMatchObject({ code: 'refund_exceeds_payment' });
    expect(await settlement.refund(await authorised(1_000), 1)).toMatchObject({ code: 'wrong_state' });
  });

  test('racing with another refund succeeds once', async () => {
    const order = await captured(1_000);
    const results = await Promise.all([1, 2, 3].map(() => settlement.refund(order, 1_000)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('with time', () => {
  test('late answers arrive, uncaptured authorisations expire, and an unanswered one can be voided', async () => {
    const [late, never, forgotten] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await settlement.authorise(late, 1_000, 'late')).toMatchObject({
      value: { status: 'processing' },
    });
    expect(await settlement.authorise(never, 1_000, 'never')).toMatchObject({
      value: { status: 'processing' },
    });
    await settlement.authorise(forgotten, 1_000);
    settlement.base.time.now = addMs(START, 6 * SECOND_MS);
    expect(await pollAcquirer(settlement.context)).toBe(1);
    expect(await settlement.capture(late, 1_000)).toMatchObject({ ok: true });
    expect(await settlement.void(never)).toMatchObject({ value: { status: 'voided' } });
    settlement.base.time.now = addMs(START, 20 * MINUTE_MS);
    expect(await expireAuthorisations(settlement.context)).toBeGreaterThan(0);
    expect(await settlement.capture(forgotten, 1_000)).toMatchObject({ code: 'authorisation_expired' });
    settlement.base.time.now = START;
  });
});

describe('payout', () => {
  test('pays no more than the trust funds', async () => {
    await captured(10_000);
    const funds = minorToJson(await inTrust());
    expect(await settlement.payOut(randomUUID(), funds + 1, 0)).toMatchObject({
      code: 'payout_exceeds_funds',
    });
    expect(await settlement.payOut(randomUUID(), 100, 101)).toMatchObject({ code: 'amount_out_of_range' });
    const id = randomUUID();
    expect(await settlement.payOut(id, 4_000, 100)).toMatchObject({
      value: { net_minor: 3_900, status: 'planned' },
    });
    expect(await settlement.payOut(id, 4_000, 100)).toMatchObject({ code: 'wrong_state' });
    expect(await settlement.payOut(randomUUID(), funds - 3_999, 0)).toMatchObject({
      code: 'payout_exceeds_funds',
    });
    await settlement.anAccount();
    await settlement.payoutJobs();
    expect(await inTrust()).toBe(BigInt(funds - 4_000));
  });
});

test('the books balance, and the runtime role can’t change history', async () => {
  expect((await conservation(settlement.base.db)).every(({ holds }) => holds)).toBe(true);
  expect(await isAppendOnly(settlement.base, 'journal')).toBe(true);
  for (const table of ['ledger_transfers', 'ledger_entries', 'payouts', 'signed_messages']) {
    const attempt = settlement.base.pool.query(`delete from ${table}`);
    await expect(attempt).rejects.toThrow('permission denied');
  }
});
