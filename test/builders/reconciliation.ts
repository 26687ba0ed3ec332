import { randomUUID } from 'node:crypto';
import { addMs, HOUR_MS, koreanDay, koreanDayOf } from '../../kit/clock.ts';
import { authorise } from '../../servers/settlement/payments/authorise.ts';
import { findPayment, type PaymentRow } from '../../servers/settlement/payments/payment.ts';
import { listDifferences } from '../../servers/settlement/reconciliation/list.ts';
import { pollReconciliations } from '../../servers/settlement/reconciliation/run.ts';
import { startNightly } from '../../servers/settlement/reconciliation/start.ts';
import { anEvidence } from './base.ts';
import { aStripeSettlement, PAYEE, PAYER } from './settlement.ts';

/** A settlement server whose acquirer is Stripe's stand-in, with pages of two lines, and its nights. */
export async function aReconciledSettlement() {
  const settlement = await aStripeSettlement();
  const { context, base, standIn } = settlement;
  const { books } = standIn;
  books.pageMax = 2;

  async function paymentOf(order: string): Promise<PaymentRow> {
    const found = await findPayment(base.db, 'management', order);
    if (found === undefined) throw new Error('There is no payment.');
    return found;
  }
  async function authorised(amount_minor = 10_000): Promise<PaymentRow> {
    const order_id = randomUUID();
    await authorise(context, {
      ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
      input: {
        ...{ order_id, payer_reference: PAYER, payee: PAYEE, amount_minor, currency: 'KRW' },
        payment_method_id: await settlement.aCard('pm_card_visa'),
      },
    });
    return paymentOf(order_id);
  }
  const ofPayment = ({ acquirer_reference }: PaymentRow) => ({
    ...{ currency: 'krw', payment_intent: acquirer_reference ?? '' },
  });

  return {
    ...settlement,
    books,
    authorised,
    async captured(amount_minor = 10_000): Promise<PaymentRow> {
      const { order_id } = await authorised(amount_minor);
      await settlement.capture(order_id, amount_minor);
      return paymentOf(order_id);
    },
    ofPayment,
    /** The last line that Stripe has about a payment. */
    lineOf(payment: PaymentRow) {
      const line = books.lines.findLast(({ source }) => source.payment_intent === payment.acquirer_reference);
      if (line === undefined) throw new Error('Stripe has no line about it.');
      return line;
    },
    /** The next morning at five, Korean time, and what is then due, as far as it goes. */
    async night(): Promise<void> {
      const { until } = koreanDay(koreanDayOf(base.time.now));
      base.time.now = addMs(until, 5 * HOUR_MS);
      await startNightly(context);
      for (let did = 1; did > 0; ) did = await pollReconciliations(context);
    },
    async differencesOf({ payment_id }: PaymentRow) {
      const found = await listDifferences(base.db, { payment_id, limit: 100 });
      return found.map(({ about, kind, state }) => `${about} ${kind} ${state}`);
    },
  };
}
