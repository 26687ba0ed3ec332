import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPortOne } from '../../../test/stand-ins/acquirers/portone.ts';
import { aToss } from '../../../test/stand-ins/acquirers/toss.ts';
import type { Acquirer } from './port.ts';
import { portOneAcquirer } from './portone/portone.ts';
import { tossAcquirer } from './toss/toss.ts';

type Subject = {
  acquirer: Acquirer;
  standIn: Pick<Awaited<ReturnType<typeof aToss | typeof aPortOne>>, 'failNext' | 'close' | 'aCard'>;
  /** What was charged under our id, and what of it was given back. */
  charged(paymentId: string): number[];
  refunded(paymentId: string): number[];
};

async function toss(): Promise<Subject> {
  const standIn = await aToss();
  const of = (id: string) => standIn.payments.get(id);
  return {
    ...{ acquirer: tossAcquirer(standIn), standIn },
    charged: (id) => [of(id)?.totalAmount ?? []].flat(),
    refunded: (id) => (of(id)?.cancels ?? []).map(({ cancelAmount }) => cancelAmount),
  };
}

async function portOne(): Promise<Subject> {
  const standIn = await aPortOne();
  const of = (id: string) => standIn.payments.get(id);
  return {
    ...{ acquirer: portOneAcquirer(standIn), standIn },
    charged: (id) => [of(id)?.total ?? []].flat(),
    refunded: (id) => (of(id)?.cancellations ?? []).map(({ totalAmount }) => totalAmount),
  };
}

describe.each([
  ['Toss Payments', toss],
  ['PortOne', portOne],
])('%s', (_name, start) => {
  let subject: Subject;
  let acquirer: Acquirer;
  beforeAll(async () => {
    subject = await start();
    acquirer = subject.acquirer;
  });
  afterAll(() => subject?.standIn.close());

  const aPayment = (declined?: string) => ({
    ...{ payment_id: randomUUID(), reference: null, token: subject.standIn.aCard(declined) },
    ...{ amount_minor: 10_000n, currency: 'KRW', return_url: 'https://settlement.example/' },
  });
  const change = ({ payment_id, token }: ReturnType<typeof aPayment>, amount_minor: bigint) => ({
    ...{ payment_id, reference: null, token, amount_minor, currency: 'KRW', request_id: randomUUID() },
  });

  describe.each(['break', 'lose', 500] as const)('when a request fails (%s)', (fault) => {
    test('a charge is unknown, and made once', async () => {
      const payment = aPayment();
      const capture = change(payment, 8_000n);
      subject.standIn.failNext('POST', fault);
      expect(await acquirer.capture(capture)).toEqual({ kind: 'unknown' });
      expect(await acquirer.capture(capture)).toMatchObject({ kind: 'done' });
      expect(subject.charged(payment.payment_id)).toEqual([8_000]);
    });

    test('a refund is unknown, and made once', async () => {
      const payment = aPayment();
      await acquirer.capture(change(payment, 8_000n));
      const refund = change(payment, 3_000n);
      subject.standIn.failNext('POST', fault);
      expect(await acquirer.refund(refund)).toEqual({ kind: 'unknown' });
      expect(await acquirer.refund(refund)).toEqual({ kind: 'done' });
      expect(await acquirer.refund(refund)).toEqual({ kind: 'done' });
      expect(subject.refunded(payment.payment_id)).toEqual([3_000]);
    });

    test('whatever is only asked about is unknown', async () => {
      const payment = aPayment();
      for (const ask of ['authorise', 'lookUp', 'capture', 'void', 'refund'] as const) {
        subject.standIn.failNext('GET', fault);
        const request = { ...payment, ...change(payment, 8_000n) };
        expect(await acquirer[ask](request)).toEqual({ kind: 'unknown' });
      }
      expect(subject.charged(payment.payment_id)).toEqual([]);
    });
  });

  test('two processes that ask for one refund at the same time make it once', async () => {
    const payment = aPayment();
    await acquirer.capture(change(payment, 8_000n));
    const refund = change(payment, 3_000n);
    await Promise.all([acquirer.refund(refund), acquirer.refund(refund)]);
    expect(await acquirer.refund(refund)).toEqual({ kind: 'done' });
    expect(subject.refunded(payment.payment_id)).toEqual([3_000]);
  });

  test('what was charged otherwise than asked for is no capture', async () => {
    const payment = aPayment();
    await acquirer.capture(change(payment, 8_000n));
    expect(await acquirer.capture(change(payment, 7_999n))).toEqual({
      kind: 'refused',
      reason: 'captured_otherwise',
    });
  });

  test('a charge that nobody booked is not voided away', async () => {
    const payment = aPayment();
    await acquirer.capture(change(payment, 8_000n));
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'refused', reason: 'captured' });
  });

  test.each([
    ['REJECT_CARD_PAYMENT', 'insufficient_funds'],
    ['INVALID_CARD_EXPIRATION', 'expired_card'],
    ['EXCEED_MAX_ONE_DAY_AMOUNT', 'limit_exceeded'],
    ['REJECT_CARD_COMPANY', 'do_not_honor'],
  ])('the code %s is told as %s', async (code, reason) => {
    expect(await acquirer.capture(change(aPayment(code), 8_000n))).toEqual({ kind: 'declined', reason });
  });

  test('only currencies that it counts as we do are taken', () => {
    expect(['KRW', 'JPY', 'KWD', 'EUR'].filter((currency) => acquirer.takes(currency))).toEqual(['KRW']);
  });
});
