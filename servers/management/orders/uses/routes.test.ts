import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../../contracts/notices.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { signRequest } from '../../../../kit/signing/request.ts';
import { applyNotices } from '../../../../test/builders/apply-notices.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anOffer, doneOf, eventsOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aStaffSession } from '../../../../test/builders/sessions.ts';
import type { SignedPeer } from '../../../../test/builders/signed-peer.ts';
import { storyOf } from '../../../../test/builders/staff-story.ts';
import { createManagementApp } from '../../app.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';

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

async function tell(peer: SignedPeer, batch: object, { signed = true, key = randomUUID() as string } = {}) {
  const { publicUrl, clock } = management.context;
  const body = Buffer.from(JSON.stringify(batch));
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const url = `${publicUrl}${NOTICE_BATCHES_PATH}`;
  const reply = await app.inject({
    method: 'POST',
    url: NOTICE_BATCHES_PATH,
    headers: signed ? await signRequest(peer.key, { method: 'POST', url, headers, body, clock }) : headers,
    payload: body,
  });
  await applyNotices(management);
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

async function anAcceptedGift(): Promise<string> {
  const orderId = await anOffer(management);
  doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
  return orderId;
}

async function usesOf(orderId: string): Promise<number> {
  return (await eventsOf(management, orderId)).filter((kind) => kind === 'used').length;
}

async function nextBatchNo(): Promise<number> {
  const taken = await sql<{ last: bigint }>`
    select coalesce(max(last_batch_no), 0) as last from inbox_positions where sender = 'shop:haneul'`.execute(
    management.context.db,
  );
  return Number(taken.rows[0]?.last) + 1;
}

async function refusalsCounted(problem: string): Promise<number> {
  const metrics = await app.metrics.getMetricsAsJSON();
  const counter = metrics.find(({ name }) => name === 'seonmul_notice_batches_refused_total');
  const counted = counter?.values.find(({ labels }) => labels.problem === problem);
  return counted?.value ?? 0;
}

describe("a shop's batch of notices", () => {
  test('is taken in its order, once, with the signed message as evidence; a broken one not at all', async () => {
    const orderId = await anAcceptedGift();
    const uses = () => usesOf(orderId);

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
      select s.party from certificate_uses u join inbox_batches b using (batch_no)
      join signed_messages s on s.message_id = b.evidence_id
      where u.order_id = ${orderId} and b.sender = 'shop:haneul'`.execute(management.context.db);
    expect(evidence.rows).toEqual([{ party: 'shop:haneul' }, { party: 'shop:haneul' }]);
  });

  test('is taken from shops alone, and signed', async () => {
    const batch = aBatch(1, newId(), 2);
    expect(await tell(management.settlement, batch)).toMatchObject({
      status: 403,
      body: { code: 'caller_not_permitted' },
    });
    expect(await tell(management.shop, batch, { signed: false })).toMatchObject({
      status: 401,
      body: { code: 'signature_missing' },
    });
  });
});

describe('a batch that was refused', () => {
  test('for coming too early is taken with the same key and bytes when the one before it has come', async () => {
    const orderId = await anAcceptedGift();
    const batchNo = await nextBatchNo();
    const early = aBatch(batchNo + 1, orderId, 3);
    const key = randomUUID();
    const before = await refusalsCounted('notice_out_of_order');
    for (const _attempt of ['first', 'second'])
      expect(await tell(management.shop, early, { key })).toMatchObject({
        status: 409,
        body: { code: 'notice_out_of_order', expected_batch_no: `${batchNo}` },
      });
    expect(await refusalsCounted('notice_out_of_order')).toBe(before + 2);
    expect(await tell(management.shop, aBatch(batchNo, orderId, 2))).toMatchObject({ status: 200 });
    expect(await tell(management.shop, early, { key })).toMatchObject({ status: 200 });
    expect(await usesOf(orderId)).toBe(2);
  });

  test('by an earlier version, which kept the refusal under the key, is taken', async () => {
    const orderId = await anAcceptedGift();
    const key = randomUUID();
    await sql`
      insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status,
        content_type, body, answered_at)
      values ('peer:shop:haneul', ${key}, '', ${newId()}, now(), now(), 400, 'application/problem+json', '{}', now())`.execute(
      management.context.db,
    );
    expect(await tell(management.shop, aBatch(await nextBatchNo(), orderId, 2), { key })).toMatchObject({
      status: 200,
    });
    expect(await usesOf(orderId)).toBe(1);
  });
});

test('members that a newer shop server adds, to a batch, a notice or its content, do no harm', async () => {
  const orderId = await anAcceptedGift();
  const { batch_no, notices } = aBatch(await nextBatchNo(), orderId, 2, { till: 'the red one' });
  const batch = { batch_no, notices: notices.map((notice) => ({ ...notice, weight: 1 })), sent_by: 'v2' };
  expect(await tell(management.shop, batch)).toMatchObject({ status: 200 });
  expect(await usesOf(orderId)).toBe(1);
  const { steps } = await storyOf(aDoor(app, await aStaffSession(management, 'support')), orderId);
  expect(steps).toContainEqual(
    expect.objectContaining({
      notice_id: notices[0]?.notice_id,
      content: expect.objectContaining({ till: 'the red one' }),
    }),
  );
});

describe('a batch number that was used before', () => {
  test('is acknowledged again for the same bytes, whatever the key, and refused for others', async () => {
    const orderId = await anAcceptedGift();
    const batchNo = await nextBatchNo();
    const batch = aBatch(batchNo, orderId, 2);
    expect(await tell(management.shop, batch)).toMatchObject({ status: 200 });
    expect(await tell(management.shop, batch)).toMatchObject({
      status: 200,
      body: { acknowledged_batch_no: batchNo },
    });
    const before = await refusalsCounted('batch_number_reused');
    const other = aBatch(batchNo, orderId, 3);
    const refused = await tell(management.shop, other);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'batch_number_reused',
        taken_digest: expect.stringMatching(/^[0-9a-f]{12}$/),
        sent_digest: expect.stringMatching(/^[0-9a-f]{12}$/),
        expected_batch_no: `${batchNo + 1}`,
      },
    });
    expect(refused.body.taken_digest).not.toBe(refused.body.sent_digest);
    expect(await refusalsCounted('batch_number_reused')).toBe(before + 1);
    expect(await usesOf(orderId)).toBe(1);
    // Under the number that is expected, nothing of it is lost.
    expect(await tell(management.shop, { ...other, batch_no: batchNo + 1 })).toMatchObject({ status: 200 });
    expect(await usesOf(orderId)).toBe(2);
  });

  test('at the same moment by two batches is taken for one of them', async () => {
    const orderId = await anAcceptedGift();
    const batchNo = await nextBatchNo();
    const said = await Promise.all(
      ['one', 'other'].map(() => tell(management.shop, aBatch(batchNo, orderId, 2))),
    );
    expect(said.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await usesOf(orderId)).toBe(1);
  });

  test('at the same moment by one batch twice is acknowledged to both', async () => {
    const orderId = await anAcceptedGift();
    const batch = aBatch(await nextBatchNo(), orderId, 2);
    const said = await Promise.all([batch, batch].map((one) => tell(management.shop, one)));
    expect(said.map(({ status }) => status)).toEqual([200, 200]);
    expect(await usesOf(orderId)).toBe(1);
  });

  test('is refused for any bytes where those that were taken are not known', async () => {
    const orderId = await anAcceptedGift();
    const batchNo = await nextBatchNo();
    await sql`update inbox_positions set last_batch_no = ${batchNo} where sender = 'shop:haneul'`.execute(
      management.context.db,
    );
    const refused = await tell(management.shop, aBatch(batchNo, orderId, 2));
    expect(refused).toMatchObject({ status: 409, body: { code: 'batch_number_reused' } });
    expect(refused.body.taken_digest).toBeUndefined();
  });
});
