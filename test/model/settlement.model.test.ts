import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../kit/db/transaction.ts';
import type { BankReport } from '../../servers/settlement/banks/port.ts';
import { conservation } from '../../servers/settlement/books/conservation.ts';
import { applyReport } from '../../servers/settlement/payouts/apply-report.ts';
import { gatherBatches } from '../../servers/settlement/payouts/gather-batch.ts';
import { sendBatches } from '../../servers/settlement/payouts/send-batch.ts';
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

type Payout = {
  id: string;
  gross: number;
  commission: number;
  state: 'planned' | 'sent' | 'paid' | 'returned';
};

describe.each([
  ['the test acquirer', aSettlement, 2_500],
  ['Toss Payments, which charges at capture', aTossSettlement, 500],
] as const)('over %s', (_acquirer, start, count) => {
  let settlement: Settlement;
  beforeAll(async () => {
    settlement = await start();
    await settlement.anAccount();
  });
  afterAll(() => settlement?.base.drop());

  test(`settlement's books hold after each of ${count} random verbs (seed ${SEED})`, async () => {
    const chargesAtCapture = settlement.context.acquirers.choose({})?.charges_at_capture === true;
    const random = randomFrom(SEED);
    const payments: Model[] = [];
    const payouts: Payout[] = [];
    const total = { captured: 0, refunded: 0 };
    const sumOf = (states: readonly Payout['state'][], of: (payout: Payout) => number) =>
      payouts.reduce((sum, payout) => sum + (states.includes(payout.state) ? of(payout) : 0), 0);
    const commissionOf = () => sumOf(['paid'], (payout) => payout.commission);
    const paidOut = () => sumOf(['paid'], (payout) => payout.gross - payout.commission);
    const inTrust = () => total.captured - total.refunded - paidOut() - commissionOf();
    const free = () => inTrust() - sumOf(['planned', 'sent'], ({ gross }) => gross);
    const report = (payoutId: string, told: BankReport) =>
      inTransaction(settlement.base.db, (tx) => applyReport(settlement.context, tx, payoutId, told));

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
          payment.status === 'captured' && amount <= payment.captured - payment.refunded && amount <= free();
        expect(result.ok).toBe(isAllowed);
        if (!isAllowed) return;
        payment.refunded += amount;
        total.refunded += amount;
      },
      async payOut() {
        const gross = 1 + random.upTo(3_000);
        const commission = random.upTo(gross);
        const id = randomUUID();
        const result = await settlement.payOut(id, gross, commission);
        expect(result.ok).toBe(gross <= free());
        // Nothing is left for the bank to send.
        const state = gross === commission ? 'paid' : 'planned';
        if (result.ok) payouts.push({ id, gross, commission, state });
      },
      async send() {
        await gatherBatches(settlement.context);
        await sendBatches(settlement.context);
        for (const payout of payouts) if (payout.state === 'planned') payout.state = 'sent';
      },
      async report() {
        const payout = random.pick(
          payouts.filter(({ state }) => state === 'sent' || state === 'paid').slice(-9),
        );
        if (payout === undefined || payout.gross === payout.commission) return;
        // Few that were paid come back.
        if (payout.state === 'paid' && random.upTo(8) > 0) return;
        const kind =
          payout.state === 'sent'
            ? random.pick(['paid', 'paid', 'rejected', 'returned'] as const)
            : 'returned';
        const told = { kind: kind ?? 'paid', reason: 'NARR' };
        for (const isNews of [true, false]) expect(await report(payout.id, told)).toBe(isNews);
        payout.state = told.kind === 'paid' ? 'paid' : 'returned';
      },
    };

    const names = 'authorise capture capture void refund payOut send report report'.split(' ');
    await verbs.authorise?.();
    for (let n = 1; n < count; n++) {
      await verbs[random.pick(names) ?? 'authorise']?.();
      const [books] = await conservation(settlement.base.db);
      expect(books).toMatchObject({
        captured_minor: BigInt(total.captured),
        refunded_minor: BigInt(total.refunded),
        paid_out_minor: BigInt(paidOut()),
        commission_minor: BigInt(commissionOf()),
        in_trust_minor: BigInt(inTrust()),
        holds: true,
      });
    }
    expect(payments.filter(({ status }) => status === 'captured').length).toBeGreaterThan(count / 25);
    for (const state of ['paid', 'returned'] as const)
      expect(payouts.filter((each) => each.state === state).length).toBeGreaterThan(count / 250);
    await checkSettlementFacts(settlement.base);
  }, 600_000);
});
