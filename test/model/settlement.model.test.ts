import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conservation } from '../../servers/settlement/books/conservation.ts';
import { checkSettlementFacts } from '../builders/facts.ts';
import { aSettlement, aTossSettlement, type Settlement } from '../builders/settlement.ts';
import { SEED } from '../harness/seed.ts';
import { randomFrom } from './random.ts';

type Model = {
  order: string;
  status: 'authorised' | 'captured' | 'voided' | 'declined';
  /** If its card is charged only at capture. */
  willBeDeclined: boolean;
  amount: number;
  captured: number;
  refunded: number;
};

describe.each([
  ['the test acquirer', aSettlement, 2_500],
  ['Toss Payments, which charges at capture', aTossSettlement, 500],
] as const)('over %s', (_acquirer, start, count) => {
  let settlement: Settlement;
  beforeAll(async () => {
    settlement = await start();
  });
  afterAll(() => settlement?.base.drop());

  test(`settlement's books hold after each of ${count} random verbs (seed ${SEED})`, async () => {
    const chargesAtCapture = settlement.context.acquirers.choose({})?.charges_at_capture === true;
    const random = randomFrom(SEED);
    const payments: Model[] = [];
    const total = { captured: 0, refunded: 0, paidOut: 0, commission: 0 };
    const inTrust = () => total.captured - total.refunded - total.paidOut - total.commission;

    const verbs: Record<string, () => Promise<void>> = {
      async authorise() {
        const amount = 1_000 + random.upTo(50) * 100;
        const order = randomUUID();
        const declined = random.upTo(10) === 0;
        const result = await settlement.authorise(order, amount, declined ? 'declined' : 'approved');
        const status = declined && !chargesAtCapture ? 'declined' : 'authorised';
        expect(result).toMatchObject({ ok: true, value: { status } });
        payments.push({
          ...{ order, status, amount },
          willBeDeclined: declined,
          captured: 0,
          refunded: 0,
        });
      },
      async capture() {
        const payment = random.pick(payments.slice(-40));
        if (payment === undefined) return;
        const amount = 1 + random.upTo(payment.amount + 200);
        const result = await settlement.capture(payment.order, amount);
        const isAsked = payment.status === 'authorised' && amount <= payment.amount;
        expect(result.ok).toBe(isAsked && !payment.willBeDeclined);
        if (isAsked && payment.willBeDeclined) {
          expect(result).toMatchObject({ code: 'payment_declined' });
          payment.status = 'declined';
        }
        if (!result.ok) return;
        Object.assign(payment, { status: 'captured', captured: amount });
        total.captured += amount;
      },
      async void() {
        const payment = random.pick(payments.slice(-40));
        if (payment === undefined) return;
        const result = await settlement.void(payment.order);
        expect(result.ok).toBe(payment.status !== 'captured');
        if (payment.status === 'authorised') payment.status = 'voided';
      },
      async refund() {
        const payment = random.pick(payments);
        if (payment === undefined) return;
        const amount = 1 + random.upTo(2_000);
        const result = await settlement.refund(payment.order, amount);
        const isAllowed =
          payment.status === 'captured' &&
          amount <= payment.captured - payment.refunded &&
          amount <= inTrust();
        expect(result.ok).toBe(isAllowed);
        if (!isAllowed) return;
        payment.refunded += amount;
        total.refunded += amount;
      },
      async payOut() {
        const gross = 1 + random.upTo(3_000);
        const commission = random.upTo(gross);
        const result = await settlement.payOut(randomUUID(), gross, commission);
        expect(result.ok).toBe(gross <= inTrust());
        if (!result.ok) return;
        total.paidOut += gross - commission;
        total.commission += commission;
      },
    };

    const names = ['authorise', 'capture', 'capture', 'void', 'refund', 'payOut'] as const;
    await verbs.authorise?.();
    for (let n = 1; n < count; n++) {
      await verbs[random.pick(names) ?? 'authorise']?.();
      const [books] = await conservation(settlement.base.db);
      expect(books).toMatchObject({
        captured_minor: BigInt(total.captured),
        refunded_minor: BigInt(total.refunded),
        paid_out_minor: BigInt(total.paidOut),
        commission_minor: BigInt(total.commission),
        in_trust_minor: BigInt(inTrust()),
        holds: true,
      });
    }
    expect(payments.filter(({ status }) => status === 'captured').length).toBeGreaterThan(count / 25);
    await checkSettlementFacts(settlement.base);
  }, 600_000);
});
