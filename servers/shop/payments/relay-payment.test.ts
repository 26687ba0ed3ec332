import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VOID_REFUSALS } from '../../../contracts/settlement-payments.ts';
import { HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { PeerStub } from '../../../test/builders/peer-stub.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { relayPayment, retryRelays } from './relay-payment.ts';

let shop: TestShop;
let settlement: PeerStub;

beforeAll(async () => {
  settlement = await PeerStub.open();
  shop = await TestShop.open({ settlement });
});
afterAll(async () => {
  await shop.close();
  await settlement.close();
});
beforeEach(() => {
  settlement.asked.length = 0;
});

const authorisation = (order_id: string = newId()) => ({
  order_id,
  payer_reference: newId(),
  payment_method_id: 'pm_test1',
  payee: 'shop:haneul',
  amount_minor: 10_000,
  currency: 'KRW',
});
const payment = (order_id: string, status = 'authorised') => ({
  payment_id: newId(),
  order_id,
  status,
  amount_minor: 10_000,
  captured_minor: 0,
  refunded_minor: 0,
  currency: 'KRW',
});

describe('payment through the shop', () => {
  test('relays the request under its own signature, and settlement’s answer back', async () => {
    const body = authorisation();
    const answer = payment(body.order_id);
    settlement.answer = () => ({ status: 201, body: answer });
    const key = newId();
    const reply = await shop.peer('POST', '/v1/peer/payments', body, key);
    expect(reply).toMatchObject({ status: 201, body: answer });
    expect(settlement.asked).toMatchObject([{ method: 'POST', path: '/v1/peer/payments', body }]);
    expect(await shop.peer('POST', '/v1/peer/payments', body, key)).toEqual(reply);
    expect(settlement.asked).toHaveLength(1);
    const evidence = await sql<{ asked_by: string; answered_by: string }>`
      select q.party as asked_by, a.party as answered_by
      from payment_relays r join signed_messages q on q.message_id = r.evidence_id
      join calls c using (call_id) join signed_messages a on a.message_id = c.evidence_id
      where r.order_id = ${body.order_id}`.execute(shop.context.db);
    expect(evidence.rows).toEqual([{ asked_by: 'management', answered_by: 'settlement' }]);
  });

  test.each(['captures', 'voids', 'refunds'])('relays %s', async (verb) => {
    const order = newId();
    settlement.answer = () => ({ status: 200, body: payment(order, 'captured') });
    const body = {
      captures: { amount_minor: 5 },
      voids: {},
      refunds: { amount_minor: 5, reason: 'refused' },
    }[verb];
    const reply = await shop.peer('POST', `/v1/peer/payments/by-order/${order}/${verb}`, body);
    expect(reply).toMatchObject({ status: 200, body: { status: 'captured' } });
    expect(settlement.asked[0]).toMatchObject({ path: `/v1/peer/payments/by-order/${order}/${verb}`, body });
  });

  test('passes on why a card was declined at capture', async () => {
    const declined = { code: 'payment_declined', decline_reason: 'insufficient_funds' };
    settlement.answer = () => ({ status: 402, body: declined });
    const path = `/v1/peer/payments/by-order/${newId()}/captures`;
    const reply = await shop.peer('POST', path, { amount_minor: 5 });
    expect(reply).toMatchObject({ status: 402, body: declined });
  });

  test('passes on refusals', async () => {
    settlement.answer = () => ({ status: 422, body: { code: 'refund_exceeds_payment' } });
    const path = `/v1/peer/payments/by-order/${newId()}/refunds`;
    const reply = await shop.peer('POST', path, { amount_minor: 5, reason: 'refused' });
    expect(reply).toMatchObject({ status: 422, body: { code: 'refund_exceeds_payment' } });
  });

  test.each([
    ['no answer', 'no_answer' as const],
    ['an unsigned answer', 'answer_unsigned' as const],
    ['a failure there', { status: 500, body: { code: 'internal_error' } }],
    ['a request that its version cannot read', { status: 400, body: { code: 'validation_failed' } }],
    ['a request that its version does not know', { status: 404, body: { code: 'not_found' } }],
    ['a refusal that only a newer version knows', { status: 409, body: { code: 'of_a_newer_version' } }],
  ])('%s is unknown; a job retries, and the same key then gets the outcome', async (_what, answer) => {
    const body = authorisation();
    settlement.answer = () => answer;
    const key = newId();
    const reply = await shop.peer('POST', '/v1/peer/payments', body, key);
    expect(reply).toMatchObject({ status: 503, body: { code: 'payment_unknown' } });
    settlement.answer = () => ({ status: 201, body: payment(body.order_id) });
    shop.passTime(HOUR_MS);
    while ((await retryRelays(shop.context)) > 0);
    const keys = settlement.asked.filter((asked) => JSON.stringify(asked.body).includes(body.order_id));
    expect(new Set(keys.map((asked) => asked.key)).size).toBe(1);
    const retried = await shop.peer('POST', '/v1/peer/payments', body, key);
    expect(retried).toMatchObject({ status: 201, body: { status: 'authorised' } });
    expect(
      settlement.asked.filter((asked) => JSON.stringify(asked.body).includes(body.order_id)),
    ).toHaveLength(keys.length);
  });

  test('a shop that has forgotten a request, and is asked again, asks settlement for the same, and no second time', async () => {
    const body = authorisation();
    const key = newId();
    settlement.answer = () => ({ status: 201, body: payment(body.order_id) });
    await shop.peer('POST', '/v1/peer/payments', body, key);
    const owner = new Client({ connectionString: shop.ownerUrl });
    await owner.connect();
    await owner.query('delete from payment_relays where order_id = $1', [body.order_id]);
    await owner.query('delete from calls where subject_id = $1', [body.order_id]);
    await owner.query('delete from idempotency_keys where key = $1', [key]);
    await owner.end();
    await shop.peer('POST', '/v1/peer/payments', body, key);
    const keys = settlement.asked.filter((asked) => JSON.stringify(asked.body).includes(body.order_id));
    expect(keys).toHaveLength(2);
    expect(keys[0]?.key).toBe(keys[1]?.key);
  });

  test("an operator can't see another operator's order", async () => {
    const body = authorisation();
    settlement.answer = () => ({ status: 201, body: payment(body.order_id) });
    await shop.peer('POST', '/v1/peer/payments', body);
    const path = `/v1/peer/payments/by-order/${body.order_id}`;
    settlement.answer = () => ({ status: 200, body: payment(body.order_id) });
    expect((await shop.peer('GET', path)).body).toMatchObject({ status: 'authorised' });
    const [evidence] = (
      await sql<{ method: string; target_uri: string; keyid: string; headers: Record<string, string> }>`
        select method, target_uri, keyid, headers from signed_messages limit 1`.execute(shop.context.db)
    ).rows;
    if (evidence === undefined) throw new Error('no evidence');
    const other = await relayPayment(
      shop.context,
      newId(),
      {
        party: 'another-operator',
        key: newId(),
        path: `${path}/voids`,
        body: {},
        orderId: body.order_id,
        evidence: {
          ...evidence,
          direction: 'received_request',
          party: 'another-operator',
          status: null,
          request_headers: null,
          body: Buffer.alloc(0),
          received_at: shop.now,
        },
      },
      VOID_REFUSALS,
    );
    expect(other).toMatchObject({ ok: false, code: 'payment_not_found' });
  });
});
