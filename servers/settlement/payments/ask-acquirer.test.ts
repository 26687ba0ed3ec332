import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { anAcquirer } from '../../../test/builders/acquirer.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aSettlement, PAYER } from '../../../test/builders/settlement.ts';
import type { Acquirer } from '../acquirers/port.ts';
import { enterCard, setUpPaymentMethod, tokeniseCard } from '../payment-methods/payment-methods.ts';
import { findPayment, paymentAnswer } from './payments.ts';
import { giveSecondStep, takeSecondStep } from './second-step.ts';
import { takeLateAnswers } from './settle-due.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let real: Acquirer;
beforeAll(async () => {
  settlement = await aSettlement();
  real = settlement.context.acquirer;
});
afterAll(() => settlement?.base.drop());
beforeEach(() => {
  settlement.context.acquirer = real;
});

/** The acquirer as it is, with something that happens on the way. */
const onTheWay = (more: Partial<Acquirer>) => {
  settlement.context.acquirer = { ...real, ...more };
};
const pass = () => {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
};

async function standing(orderId: string) {
  const payment = await findPayment(settlement.base.db, 'management', orderId);
  if (payment === undefined) throw new Error(`There is no payment of order ${orderId}.`);
  return { status: payment.status, held: payment.hold_transfer_id !== null, payment };
}

describe('an acquirer', () => {
  test.each<[string, Acquirer['authorise']]>([
    ['that is not reached', async () => ({ kind: 'unknown' })],
    [
      'whose answer is lost',
      async (authorisation) => {
        await real.authorise(authorisation);
        return { kind: 'unknown' };
      },
    ],
  ])('%s leaves the payment processing, and is asked again once it is due', async (_what, authorise) => {
    onTheWay({ authorise });
    const order = randomUUID();
    expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'processing' } });
    expect(await standing(order)).toMatchObject({ held: false });
    settlement.context.acquirer = real;
    expect(await takeLateAnswers(settlement.context)).toBe(0);
    pass();
    expect(await takeLateAnswers(settlement.context)).toBe(1);
    expect(await standing(order)).toMatchObject({ status: 'authorised', held: true });
    expect(await takeLateAnswers(settlement.context)).toBe(0);
  });

  test('that is away altogether is unknown, to the card’s holder too', async () => {
    await settlement.acquirer.close();
    const order = randomUUID();
    try {
      expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'processing' } });
      const tried = await giveCard('4242424242424242');
      expect(tried).toMatchObject({ ok: false, code: 'service_unavailable' });
    } finally {
      const { port } = new URL(settlement.acquirer.url);
      Object.assign(settlement.acquirer, await anAcquirer(settlement.base.clock, Number(port)));
    }
    pass();
    expect(await takeLateAnswers(settlement.context)).toBe(1);
    expect(await standing(order)).toMatchObject({ status: 'authorised', held: true });
  });

  test('is asked outside of any transaction, and a void that comes meanwhile stands', async () => {
    const order = randomUUID();
    onTheWay({
      authorise: async (authorisation) => {
        // What is held open by a transaction of the asking would wait for us here.
        expect(await settlement.void(order)).toMatchObject({ value: { status: 'voided' } });
        return real.authorise(authorisation);
      },
    });
    expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'voided' } });
    expect(await standing(order)).toMatchObject({ status: 'voided', held: false });
  });
});

describe('a second step', () => {
  async function waiting() {
    const order = randomUUID();
    const asked = await settlement.authorise(order, 1_000, 'secondStep');
    if (!asked.ok || asked.value.action_url === undefined) throw new Error('No second step was asked for.');
    return { order, token: asked.value.action_url.split('/').at(-1) ?? '', url: asked.value.action_url };
  }
  const take = async (token: string, code: string) => {
    const said = await giveSecondStep(settlement.context, token, code);
    return inTransaction(settlement.base.db, (tx) => takeSecondStep(settlement.context, tx, token, said));
  };

  test('is told with the same link to whoever asks later', async () => {
    const { order, url } = await waiting();
    const { payment } = await standing(order);
    expect(paymentAnswer(settlement.context, payment).action_url).toBe(url);
  });

  test.each([
    ['123456', 'authorised', null],
    ['000000', 'declined', 'authentication_failed'],
  ])('with %s is %s, once', async (code, status, decline_reason) => {
    const { order, token } = await waiting();
    expect(await take(token, code)).toMatchObject({ ok: true, value: { status } });
    expect((await standing(order)).payment).toMatchObject({ status, decline_reason });
    expect(await take(token, code)).toMatchObject({ ok: false, code: 'payment_not_found' });
  });

  test('whose answer is lost is not said to have failed, and is found out', async () => {
    const { order, token } = await waiting();
    onTheWay({
      secondStep: async (paymentId, code) => {
        await real.secondStep(paymentId, code);
        return { kind: 'unknown' };
      },
    });
    expect(await take(token, '123456')).toMatchObject({ ok: false, code: 'payment_unknown' });
    settlement.context.acquirer = real;
    pass();
    expect(await takeLateAnswers(settlement.context)).toBe(1);
    expect(await standing(order)).toMatchObject({ status: 'authorised', held: true });
  });
});

async function giveCard(card_number: string) {
  const { context, base } = settlement;
  const about = { payerParty: 'management', payerReference: PAYER, evidence: anEvidence() };
  const setup = await inTransaction(base.db, (tx) => setUpPaymentMethod(context, tx, randomUUID(), about));
  const token = setup.value.card_entry_url.split('/').at(-1) ?? '';
  const card = { card_number, expiry_month: 12, expiry_year: 2090, security_code: '123' };
  const tokenised = await tokeniseCard(context, token, card);
  return inTransaction(base.db, (tx) => enterCard(context, tx, token, card, tokenised));
}

test('of a card its acquirer’s token is kept, and of its number the last digits; of one it does not know, too', async () => {
  for (const number of ['5555555555554444', '6011111111111117']) {
    const entered = await giveCard(number);
    if (!entered.ok) throw new Error(entered.code);
    expect(entered.value.last4).toBe(number.slice(-4));
    const kept = await settlement.base.pool.query<{ row: string }>(
      'select row_to_json(m)::text as row from payment_methods m where payment_method_id = $1',
      [entered.value.payment_method_id],
    );
    expect(kept.rows[0]?.row).toContain('"acquirer":"test"');
    expect(kept.rows[0]?.row).not.toContain(number);
  }
  expect(await giveCard('4242424242424241')).toMatchObject({ ok: false, code: 'payment_declined' });
});
