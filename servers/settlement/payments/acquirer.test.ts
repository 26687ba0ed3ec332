import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { anAcquirer, onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { aCardSession, aSettlement } from '../../../test/builders/settlement.ts';
import type { Acquirer } from '../acquirers/port.ts';
import { enterCard, tokeniseCard } from '../payment-methods/enter-card.ts';
import { findPayment, paymentAnswer } from './payment.ts';
import { pollAcquirer } from './poll-acquirer.ts';
import { applySecondStep, submitSecondStep } from './second-step.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let real: Acquirer;
beforeAll(async () => {
  settlement = await aSettlement();
  real = settlement.context.acquirers.named('test');
});
afterAll(() => settlement?.base.drop());
beforeEach(() => {
  settlement.context.acquirers = onlyAcquirer(real);
});

/** Replaces some of the acquirer's methods. */
const withAcquirer = (overrides: Partial<Acquirer>) => {
  settlement.context.acquirers = onlyAcquirer({ ...real, ...overrides });
};
const passPollInterval = () => {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
};

async function stateOf(orderId: string) {
  const payment = await findPayment(settlement.base.db, 'management', orderId);
  if (payment === undefined) throw new Error(`Order ${orderId} has no payment.`);
  return { status: payment.status, held: payment.hold_transfer_id !== null, payment };
}

describe('an acquirer', () => {
  test.each<[string, Acquirer['authorise']]>([
    ['that cannot be reached', async () => ({ kind: 'unknown' })],
    [
      'whose answer is lost',
      async (authorisation) => {
        await real.authorise(authorisation);
        return { kind: 'unknown' };
      },
    ],
  ])('%s leaves the payment processing, and is polled when due', async (_what, authorise) => {
    withAcquirer({ authorise });
    const order = randomUUID();
    expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'processing' } });
    expect(await stateOf(order)).toMatchObject({ held: false });
    settlement.context.acquirers = onlyAcquirer(real);
    expect(await pollAcquirer(settlement.context)).toBe(0);
    passPollInterval();
    expect(await pollAcquirer(settlement.context)).toBe(1);
    expect(await stateOf(order)).toMatchObject({ status: 'authorised', held: true });
    expect(await pollAcquirer(settlement.context)).toBe(0);
  });

  test('that is down leaves the payment processing, and refuses a new card as unavailable', async () => {
    await settlement.acquirer.close();
    const order = randomUUID();
    try {
      expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'processing' } });
      const added = await addCard('4242424242424242');
      expect(added).toMatchObject({ ok: false, code: 'service_unavailable' });
    } finally {
      const { port } = new URL(settlement.acquirer.url);
      Object.assign(settlement.acquirer, await anAcquirer(settlement.base.clock, Number(port)));
    }
    passPollInterval();
    expect(await pollAcquirer(settlement.context)).toBe(1);
    expect(await stateOf(order)).toMatchObject({ status: 'authorised', held: true });
  });

  test('is asked outside any transaction, and a void in the meantime stands', async () => {
    const order = randomUUID();
    withAcquirer({
      authorise: async (authorisation) => {
        // If the caller held a transaction open, this would deadlock.
        expect(await settlement.void(order)).toMatchObject({ value: { status: 'voided' } });
        return real.authorise(authorisation);
      },
    });
    expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'voided' } });
    expect(await stateOf(order)).toMatchObject({ status: 'voided', held: false });
  });
});

describe('a second step', () => {
  async function openStep() {
    const order = randomUUID();
    const asked = await settlement.authorise(order, 1_000, 'secondStep');
    if (!asked.ok || asked.value.action_url === undefined)
      throw new Error('The payment requires no second step.');
    return { order, token: asked.value.action_url.split('/').at(-1) ?? '', url: asked.value.action_url };
  }
  const submit = async (token: string, code: string) => {
    const result = await submitSecondStep(settlement.context, token, code);
    return inTransaction(settlement.base.db, (tx) => applySecondStep(settlement.context, tx, token, result));
  };

  test('has the same link whenever the payment is read', async () => {
    const { order, url } = await openStep();
    const { payment } = await stateOf(order);
    expect(paymentAnswer(settlement.context, payment).action_url).toBe(url);
  });

  test.each([
    ['123456', 'authorised', null],
    ['000000', 'declined', 'authentication_failed'],
  ])('with %s is %s, once', async (code, status, decline_reason) => {
    const { order, token } = await openStep();
    expect(await submit(token, code)).toMatchObject({ ok: true, value: { status } });
    expect((await stateOf(order)).payment).toMatchObject({ status, decline_reason });
    expect(await submit(token, code)).toMatchObject({ ok: false, code: 'payment_not_found' });
  });

  test('whose answer is lost is not reported as failed, and polling finds the result', async () => {
    const { order, token } = await openStep();
    withAcquirer({
      secondStep: async (paymentId, code) => {
        await real.secondStep?.(paymentId, code);
        return { kind: 'unknown' };
      },
    });
    expect(await submit(token, '123456')).toMatchObject({ ok: false, code: 'payment_unknown' });
    settlement.context.acquirers = onlyAcquirer(real);
    passPollInterval();
    expect(await pollAcquirer(settlement.context)).toBe(1);
    expect(await stateOf(order)).toMatchObject({ status: 'authorised', held: true });
  });
});

async function addCard(card_number: string) {
  const { context, base } = settlement;
  const token = await aCardSession(context);
  const card = { card_number, expiry_month: 12, expiry_year: 2090, security_code: '123' };
  const tokenised = await tokeniseCard(context, token, card);
  return inTransaction(base.db, (tx) => enterCard(context, tx, token, card, tokenised));
}

test('a card is stored as its acquirer’s token and last four digits, also if the acquirer does not know it', async () => {
  for (const number of ['5555555555554444', '6011111111111117']) {
    const entered = await addCard(number);
    if (!entered.ok) throw new Error(entered.code);
    expect(entered.value.last4).toBe(number.slice(-4));
    const stored = await settlement.base.pool.query<{ row: string }>(
      'select row_to_json(m)::text as row from payment_methods m where payment_method_id = $1',
      [entered.value.payment_method_id],
    );
    expect(stored.rows[0]?.row).toContain('"acquirer":"test"');
    expect(stored.rows[0]?.row).not.toContain(number);
  }
  expect(await addCard('4242424242424241')).toMatchObject({ ok: false, code: 'payment_declined' });
});
