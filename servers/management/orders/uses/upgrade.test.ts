import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH, NoticeAcknowledgement, NoticeBatch } from '../../../../contracts/notices.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { signRequest } from '../../../../kit/signing/request.ts';
import { applyNotices } from '../../../../test/builders/apply-notices.ts';
import { anAcceptedGift, eventsOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { noticesOf } from '../../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../../app.ts';

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

/** The bytes as the first version of the shop server made them: JSON in the order of its statement's columns. */
function bytesBefore(batchNo: number, orderId: string, entryNo: number): Buffer {
  const at = management.context.clock().toISOString();
  return Buffer.from(
    `{"batch_no":${batchNo},"notices":[{"notice_id":"${newId()}","kind":"certificate_redeemed","occurred_at":"${at}",` +
      `"trace_id":"${'b'.repeat(32)}","content":{"channel":"store","currency":"KRW","entry_no":${entryNo},` +
      `"order_id":"${orderId}","store_id":"${newId()}","store_name":"하늘상점 종로점","handed_over":false,` +
      `"amount_minor":1000,"balance_minor":${51_000 - (entryNo - 1) * 1_000 - 1_000},"redemption_id":"${newId()}",` +
      `"certificate_id":"${orderId}"}}]}`,
  );
}

async function send(body: Buffer, key: string) {
  const { publicUrl, clock } = management.context;
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const url = `${publicUrl}${NOTICE_BATCHES_PATH}`;
  const signed = await signRequest(management.shop.key, { method: 'POST', url, headers, body, clock });
  const reply = await app.inject({
    method: 'POST',
    url: NOTICE_BATCHES_PATH,
    headers: signed,
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<unknown>() };
}

/** What the first version of management took for a batch, and the first version of the shop for an acknowledgement. */
const NoticeBatchBefore = Type.Object({
  batch_no: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  notices: Type.Array(
    Type.Object({
      notice_id: Type.String({ format: 'uuid' }),
      kind: Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z_]+$' }),
      occurred_at: Type.String({ format: 'date-time' }),
      trace_id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
      content: Type.Record(Type.String(), Type.Unknown()),
    }),
    { minItems: 1, maxItems: 500 },
  ),
});
const AcknowledgementBefore = Type.Object(
  { acknowledged_batch_no: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
);

test('a shop of an earlier version is understood: its bytes, its numbers, and a retry under its key', async () => {
  const orderId = await anAcceptedGift(management);
  const first = bytesBefore(1, orderId, 2);
  const key = randomUUID();
  for (const _attempt of ['first', 'retry']) {
    const said = await send(first, key);
    expect(said).toEqual({ status: 200, body: { acknowledged_batch_no: 1 } });
    expect(Value.Check(AcknowledgementBefore, said.body)).toBe(true);
  }
  expect(await send(bytesBefore(3, orderId, 4), randomUUID())).toMatchObject({
    status: 409,
    body: { code: 'notice_out_of_order', expected_batch_no: '2' },
  });
  expect(await send(bytesBefore(2, orderId, 3), randomUUID())).toMatchObject({ status: 200 });
  await applyNotices(management);
  expect((await eventsOf(management, orderId)).filter((kind) => kind === 'used')).toHaveLength(2);
});

test('what a newer shop sends is a batch for management of an earlier version', async () => {
  const notices = noticesOf(management, [{ content: { order_id: newId() } }]);
  const batch = { batch_no: 7, notices, first_position: 1_201, previous_digest: 'f'.repeat(64) };
  expect(Value.Check(NoticeBatch, batch)).toBe(true);
  expect(Value.Check(NoticeBatchBefore, batch)).toBe(true);
  const early = { acknowledged_batch_no: 7, expected_batch_no: '5' };
  expect(Value.Check(NoticeAcknowledgement, early)).toBe(true);
});
