import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { aStripe, type StripeStandIn } from '../../../../test/stand-ins/acquirers/stripe.ts';
import type { Acquirer, AuthorisationRequest } from '../port.ts';
import { stripeAcquirer } from './stripe.ts';

let standIn: StripeStandIn;
let stripe: Acquirer;
beforeAll(async () => {
  standIn = await aStripe();
  stripe = stripeAcquirer(standIn);
});
afterAll(() => standIn?.close());

const aRequest = (method: string): AuthorisationRequest => ({
  ...{ payment_id: randomUUID(), reference: null, token: `cus_1/${method}` },
  ...{ amount_minor: 10_000n, currency: 'KRW', return_url: 'https://settlement.example/v1/second-steps/1' },
});
async function announced(method = 'pm_card_visa'): Promise<AuthorisationRequest> {
  const request = aRequest(method);
  const made = await stripe.announce?.(request);
  if (made?.kind !== 'done') throw new Error('It was not announced.');
  return { ...request, reference: made.reference };
}
const change = ({ payment_id, reference, currency }: AuthorisationRequest, amount_minor: bigint) => ({
  ...{ payment_id, reference, currency, amount_minor, token: null },
  request_id: randomUUID(),
});

describe.each(['break', 'lose', 500] as const)('when a request fails (%s), it is unknown, and', (fault) => {
  test('a payment is announced anew', async () => {
    const request = aRequest('pm_card_visa');
    standIn.failNext('POST', fault);
    expect(await stripe.announce?.(request)).toEqual({ kind: 'unknown' });
    expect(await stripe.announce?.(request)).toMatchObject({ kind: 'done' });
  });

  test('an authorisation is found by asking, or made', async () => {
    const payment = await announced();
    standIn.failNext('POST', fault);
    expect(await stripe.authorise(payment)).toEqual({ kind: 'unknown' });
    const found = await stripe.lookUp(payment);
    expect(found).toEqual({ kind: fault === 'lose' ? 'authorised' : 'not_found' });
    expect(await stripe.authorise(payment)).toEqual({ kind: 'authorised' });
  });

  test('a capture and a refund are done once', async () => {
    const payment = await announced();
    await stripe.authorise(payment);
    const captured = change(payment, 8_000n);
    standIn.failNext('POST', fault);
    expect(await stripe.capture(captured)).toEqual({ kind: 'unknown' });
    expect(await stripe.capture(captured)).toEqual({ kind: 'done' });
    const refunded = change(payment, 3_000n);
    standIn.failNext('POST', fault);
    expect(await stripe.refund(refunded)).toEqual({ kind: 'unknown' });
    if (fault === 500) {
      expect(await stripe.refund(refunded)).toEqual({ kind: 'unknown' });
      standIn.passDay();
    }
    expect(await stripe.refund(refunded)).toEqual({ kind: 'done' });
    expect(await stripe.refund(refunded)).toEqual({ kind: 'done' });
    const made = standIn.refunds.filter(({ payment_intent }) => payment_intent === payment.reference);
    expect(made.map(({ amount }) => amount)).toEqual([3_000]);
  });
});

test('what was announced for another payment is not believed to be ours', async () => {
  const [ours, other] = [await announced(), await announced()];
  await stripe.authorise(other);
  const { reference } = other;
  expect(await stripe.lookUp({ ...ours, reference })).toEqual({ kind: 'unknown' });
  expect(await stripe.capture(change({ ...ours, reference }, 10_000n))).toEqual({ kind: 'unknown' });
  expect(await stripe.capture(change(other, 10_000n))).toEqual({ kind: 'done' });
  expect(await stripe.refund(change({ ...ours, reference }, 10_000n))).toEqual({ kind: 'unknown' });
  expect(standIn.refunds.filter(({ payment_intent }) => payment_intent === reference)).toEqual([]);
});

test('a bank that asks for 3-D Secure asks for a second step', async () => {
  const payment = await announced('pm_card_threeDSecure2Required');
  const asked = await stripe.authorise(payment);
  expect(asked).toEqual({ kind: 'second_step', url: expect.stringMatching(/^https:/) });
  expect(await stripe.lookUp(payment)).toEqual(asked);
  const back = standIn.takeSecondStep((asked.kind === 'second_step' && asked.url) || '', true);
  expect(back).toBe(payment.return_url);
  expect(await stripe.lookUp(payment)).toEqual({ kind: 'authorised' });
});

test('a refund that is pending is unknown, and refused when it has failed', async () => {
  const payment = await announced();
  await stripe.authorise(payment);
  await stripe.capture(change(payment, 8_000n));
  const request = change(payment, 8_000n);
  await stripe.refund(request);
  const refund = standIn.refunds.at(-1);
  if (refund === undefined) throw new Error('Nothing was refunded.');
  refund.status = 'pending';
  expect(await stripe.refund(request)).toEqual({ kind: 'unknown' });
  refund.status = 'failed';
  expect(await stripe.refund(request)).toEqual({ kind: 'refused', reason: 'failed' });
});

/** A folder with Stripe's OpenAPI document, which is not part of this repository. */
const DOCUMENT = join(
  process.env.STANDARDS_DIR ?? join(import.meta.dirname, '../../../../../shared/standards'),
  'stripe/spec3.payments-subset.v526.json',
);
if (!existsSync(DOCUMENT)) {
  // Not registered, so not counted as passed or skipped: there is nothing to compare with.
  console.log('not run: Stripe by its OpenAPI document, because STANDARDS_DIR has none');
} else {
  /** Fields of a later version than the document's; the package's types have them. */
  const SINCE = ['allowed_payment_method_types'];
  type Content = { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  type Operation = {
    parameters?: { name: string; in: string }[];
    requestBody?: Content;
    responses: Record<string, Content>;
  };

  /** The document has each source as its id alone. */
  const unexpanded = (answer: unknown): unknown =>
    JSON.parse(JSON.stringify(answer), (key, value) => (key === 'source' ? (value?.id ?? value) : value));

  test('every request that it is sent and every answer that is read is as its OpenAPI document says', async () => {
    const payment = await announced();
    await stripe.authorise(payment);
    await stripe.lookUp(payment);
    await stripe.capture(change(payment, 8_000n));
    await stripe.refund(change(payment, 8_000n));
    const voided = await announced();
    await stripe.void(change(voided, 10_000n));
    await stripe.authorise(await announced('pm_card_chargeDeclinedInsufficientFunds'));
    const { id: payout } = standIn.books.pay('krw');
    const day = { from: new Date(0), until: addMs(new Date(), DAY_MS), after: null };
    expect(await stripe.list?.(day)).toMatchObject({ kind: 'page' });
    expect(await stripe.listPaid?.({ payout, after: null })).toMatchObject({ kind: 'page' });
    const document: { paths: Record<string, Record<string, Operation>>; components: object } = JSON.parse(
      readFileSync(DOCUMENT, 'utf8'),
      (key, value) => {
        if (key === '$ref') return `stripe${value}`;
        return value?.nullable === true
          ? { anyOf: [{ ...value, nullable: undefined }, { type: 'null' }] }
          : value;
      },
    );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'stripe', components: document.components });
    const problems = (schema: object, value: unknown) => (ajv.validate(schema, value) ? [] : ajv.errors);
    expect(standIn.exchanges.length).toBeGreaterThan(10);
    for (const { method, path, form, status, answer } of standIn.exchanges) {
      const url = new URL(path, 'https://api.stripe.com');
      const pattern = url.pathname.replace(/pi_[0-9]+/, '{intent}').replace(/txn_[0-9]+/, '{id}');
      const operation = document.paths[pattern]?.[method.toLowerCase()];
      if (operation === undefined) throw new Error(`${method} ${pattern} is not in the document.`);
      const known = (operation.parameters ?? []).map(({ name }) => name);
      const asked = [...url.searchParams.keys()].map((name) => name.replace(/\[.*/, ''));
      expect(known).toEqual(expect.arrayContaining(asked));
      const fields = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema.properties;
      const sent = Object.keys(form).map((name) => name.replace(/\[.*/, ''));
      expect([...Object.keys(fields ?? {}), ...SINCE]).toEqual(expect.arrayContaining(sent));
      const response = operation.responses[status] ?? operation.responses.default;
      expect(problems(response?.content['application/json']?.schema ?? {}, unexpanded(answer))).toEqual([]);
    }
  });
}
