import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../contracts/notices.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { signRequest } from '../../../kit/signing/request.ts';
import { anOffer, doneOf, eventsOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import type { SignedPeer } from '../../../test/builders/signed-peer.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/offers.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function tell(peer: SignedPeer, batch: object, signed = true) {
  const { publicUrl, clock } = management.context;
  const body = Buffer.from(JSON.stringify(batch));
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const url = `${publicUrl}${NOTICE_BATCHES_PATH}`;
  const reply = await app.inject({
    method: 'POST',
    url: NOTICE_BATCHES_PATH,
    headers: signed ? await signRequest(peer.key, { method: 'POST', url, headers, body, clock }) : headers,
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>(), headers: reply.headers };
}

function aBatch(batchNo: number, orderId: string, entryNo: number, more: object = {}) {
  const content = {
    certificate_id: orderId,
    order_id: orderId,
    redemption_id: newId(),
    amount_minor: 1_000,
    balance_minor: 50_000 - 1_000 * (entryNo - 1),
    currency: 'KRW',
    store_id: newId(),
    store_name: '하늘상점 종로점',
    entry_no: entryNo,
    channel: 'store',
    ...more,
  };
  const occurred_at = management.context.clock().toISOString();
  const notice = {
    notice_id: newId(),
    kind: 'certificate_redeemed',
    occurred_at,
    trace_id: 'a'.repeat(32),
    content,
  };
  return { batch_no: batchNo, notices: [notice] };
}

describe("a shop's batch of notices", () => {
  test('is taken in its order, once, with the signed message as evidence', async () => {
    const orderId = await anOffer(management);
    doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
    const uses = async () => (await eventsOf(management, orderId)).filter((kind) => kind === 'used').length;

    expect(await tell(management.shop, aBatch(2, orderId, 2))).toMatchObject({
      status: 409,
      body: { code: 'notice_out_of_order', expected_batch_no: '1' },
    });
    const first = aBatch(1, orderId, 2);
    const taken = await tell(management.shop, first);
    expect(taken).toMatchObject({ status: 200, body: { acknowledged_batch_no: 1 } });
    expect(taken.headers.signature).toBeDefined();
    expect(await tell(management.shop, first)).toMatchObject({
      status: 200,
      body: { acknowledged_batch_no: 1 },
    });
    expect(await uses()).toBe(1);

    // One notice that nobody can believe does not hold up the others of its batch.
    const mixed = aBatch(2, orderId, 3);
    mixed.notices.push(...aBatch(2, orderId, 4, { amount_minor: -1 }).notices);
    expect(await tell(management.shop, mixed)).toMatchObject({ status: 200 });
    expect(await uses()).toBe(2);

    const evidence = await sql<{ party: string }>`
      select s.party from certificate_uses u join inbox i on i.message_id = u.evidence_message_id
      join signed_messages s on s.message_id = i.evidence_id where u.order_id = ${orderId}`.execute(
      management.context.db,
    );
    expect(evidence.rows).toEqual([{ party: 'shop:haneul' }, { party: 'shop:haneul' }]);
  });

  test('is taken from shops alone, and signed', async () => {
    const batch = aBatch(1, newId(), 2);
    expect(await tell(management.settlement, batch)).toMatchObject({
      status: 403,
      body: { code: 'caller_not_permitted' },
    });
    expect(await tell(management.shop, batch, false)).toMatchObject({
      status: 401,
      body: { code: 'signature_missing' },
    });
  });
});
