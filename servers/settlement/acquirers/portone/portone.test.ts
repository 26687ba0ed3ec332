import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../../kit/clock.ts';
import { aPortOne, type PortOneStandIn } from '../../../../test/stand-ins/acquirers/portone.ts';
import type { Acquirer } from '../port.ts';
import { portOneAcquirer } from './portone.ts';

let standIn: PortOneStandIn;
let portOne: Acquirer;
beforeAll(async () => {
  standIn = await aPortOne();
  portOne = portOneAcquirer(standIn);
});
afterAll(() => standIn?.close());

const NOW = new Date('2026-03-01T00:00:00Z');
const aPayment = (token: string) => ({
  ...{ payment_id: randomUUID(), reference: null, token, amount_minor: 10_000n, currency: 'KRW' },
  ...{ return_url: 'https://settlement.example/', request_id: randomUUID() },
});

test('a billing key that was deleted is declined at authorisation, and never charged', async () => {
  const token = standIn.aCard();
  standIn.deleteCard(token);
  const payment = aPayment(token);
  const declined = { kind: 'declined', reason: 'do_not_honor' };
  expect(await portOne.authorise(payment)).toEqual(declined);
  expect(await portOne.capture(payment)).toEqual(declined);
  expect(standIn.payments.has(payment.payment_id)).toBe(false);
});

describe('an event', () => {
  const hear = (headers: Record<string, string>, body: string) =>
    portOne.webhook?.hear({ headers, body, now: NOW });

  test('that PortOne signed names its payment', () => {
    const payment_id = randomUUID();
    const { headers, body } = standIn.event(payment_id, 'Transaction.Paid', NOW);
    expect(hear(headers, body)).toEqual([{ kind: 'payment', payment_id }]);
    const several = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
    expect(hear(several, body)).toEqual([{ kind: 'payment', payment_id }]);
  });

  test('about anything else names none', () => {
    const { headers, body } = standIn.event('order-of-somebody-else', 'Transaction.Paid', NOW);
    expect(hear(headers, body)).toEqual([]);
  });

  test('that is changed, of another time, or signed otherwise is nobody’s', () => {
    const { headers, body } = standIn.event(randomUUID(), 'Transaction.Paid', NOW);
    expect(hear(headers, `${body} `)).toBeUndefined();
    expect(hear({ ...headers, 'webhook-id': 'msg-another' }, body)).toBeUndefined();
    expect(hear({ ...headers, 'webhook-timestamp': 'now' }, body)).toBeUndefined();
    expect(hear({ ...headers, 'webhook-signature': 'v1,AAAA' }, body)).toBeUndefined();
    const v2 = headers['webhook-signature']?.replace('v1', 'v2') ?? '';
    expect(hear({ ...headers, 'webhook-signature': v2 }, body)).toBeUndefined();
    expect(hear({}, body)).toBeUndefined();
    for (const minutes of [-6, 6]) {
      const other = standIn.event(randomUUID(), 'Transaction.Paid', addMs(NOW, minutes * MINUTE_MS));
      expect(hear(other.headers, other.body)).toBeUndefined();
    }
  });
});

/** A folder with PortOne's OpenAPI document, which is not part of this repository. */
const DOCUMENT = join(
  process.env.STANDARDS_DIR ?? join(import.meta.dirname, '../../../../../shared/standards'),
  'portone/server-sdk-codegen-openapi.json',
);
if (!existsSync(DOCUMENT)) {
  // Not registered, so not counted as passed or skipped: there is nothing to compare with.
  console.log('not run: PortOne by its OpenAPI document, because STANDARDS_DIR has none');
} else {
  type Content = { content?: Record<string, { schema: object }> };
  type Operation = { requestBody?: Content; responses: Record<string, Content> };
  type Discriminated = { discriminator?: { propertyName: string; mapping: Record<string, string> } };

  /** One of several shapes, chosen by a member's value, in words of JSON Schema. */
  function withoutDiscriminator(value: (object & Discriminated) | null): unknown {
    const { propertyName: name, mapping } = value?.discriminator ?? {};
    if (name === undefined || mapping === undefined) return value;
    const shapes = Object.entries(mapping).map(([kind, ref]) => ({
      if: { properties: { [name]: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { $ref: `portone${ref}` },
    }));
    return { required: [name], properties: { [name]: { enum: Object.keys(mapping) } }, allOf: shapes };
  }

  test('every request that it is sent and every answer that is read is as its OpenAPI document says', async () => {
    const payment = aPayment(standIn.aCard());
    await portOne.authorise(payment);
    await portOne.capture(payment);
    await portOne.refund({ ...payment, amount_minor: 3_000n });
    await portOne.refund({ ...payment, request_id: randomUUID(), amount_minor: 7_000n });
    await portOne.capture(aPayment(standIn.aCard('REJECT_CARD_PAYMENT')));
    await portOne.capture(aPayment('a-key-that-is-not-there'));
    await portOne.list?.({ from: new Date(0), until: new Date(), after: null });
    const document: { paths: Record<string, Record<string, Operation>>; components: object } = JSON.parse(
      readFileSync(DOCUMENT, 'utf8'),
      (key, value) => (key === '$ref' ? `portone${value}` : withoutDiscriminator(value)),
    );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'portone', components: document.components });
    const problems = (schema: object | undefined, value: unknown) =>
      ajv.validate(schema ?? false, value) ? [] : ajv.errors;
    expect(standIn.exchanges.length).toBeGreaterThan(10);
    for (const { method, path, query, body, status, answer } of standIn.exchanges) {
      const pattern = path
        .replace(/^\/payments\/[^/]+/, '/payments/{paymentId}')
        .replace(/^\/billing-keys\/[^/]+/, '/billing-keys/{billingKey}');
      const operation = document.paths[pattern]?.[method.toLowerCase()];
      if (operation === undefined) throw new Error(`${method} ${pattern} is not in the document.`);
      const sent = operation.requestBody?.content?.['application/json']?.schema;
      if (body !== undefined) expect(problems(sent, body)).toEqual([]);
      // The document has it in the body of a GET, too.
      if (query.requestBody !== undefined) expect(problems(sent, JSON.parse(query.requestBody))).toEqual([]);
      const read = operation.responses[status]?.content?.['application/json']?.schema;
      expect(problems(read, answer)).toEqual([]);
    }
  });
}
