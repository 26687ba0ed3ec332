import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../../contracts/notices.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { noticeApplier } from '../../../../kit/notices/notice-applier.ts';
import { aSignedDoor } from '../../../../test/builders/door.ts';
import { anAcceptedGift, eventsOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { noticesOf } from '../../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../../app.ts';
import { noticeReader } from './notice-reader.ts';

let management: TestManagement;
let app: App;
let last = 0;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});
beforeEach(() => management.pass(10 * SECOND_MS));

async function tell(notices: readonly unknown[]) {
  const send = aSignedDoor(app, management.shop.key, management.context);
  last += 1;
  const said = await send('POST', NOTICE_BATCHES_PATH, { batch_no: last, notices, first_position: last });
  expect(said.status).toBe(200);
}
const apply = async () => {
  management.pass(10 * SECOND_MS);
  const process = noticeApplier(management.context, noticeReader(management.context));
  await process.applyAll();
  await process.stop();
};
const used = (order_id: string, amount_minor: number, balance_minor: number, entry_no: number) => ({
  content: {
    ...{ order_id, certificate_id: order_id, redemption_id: newId(), amount_minor, balance_minor, entry_no },
    ...{ currency: 'KRW', store_id: newId(), store_name: '종로점', channel: 'store', handed_over: false },
  },
});

test('one notice of an issue that stands in two batches is one issue, told once', async () => {
  const order_id = await anAcceptedGift(management);
  const content = {
    order_id,
    certificate_id: order_id,
    store_id: newId(),
    store_name: '종로점',
    issue_id: newId(),
  };
  const [notice] = noticesOf(management, [{ kind: 'certificate_issued', content }]);
  await tell([notice]);
  await apply();
  await tell([notice]);
  await apply();
  expect((await eventsOf(management, order_id)).filter((kind) => kind === 'issued')).toHaveLength(1);
  const [again] = noticesOf(management, [{ kind: 'certificate_issued', content }]);
  const [next] = noticesOf(management, [
    { kind: 'certificate_issued', content: { ...content, issue_id: newId() } },
  ]);
  await tell([again, next, next]);
  await apply();
  expect((await eventsOf(management, order_id)).filter((kind) => kind === 'issued')).toHaveLength(2);
});

test('what expired and what was used is told twice without effect or doubt', async () => {
  const order_id = await anAcceptedGift(management);
  const content = { order_id, certificate_id: order_id, amount_minor: 49_000, currency: 'KRW' };
  const told = noticesOf(management, [
    used(order_id, 1_000, 49_000, 2),
    { kind: 'certificate_expired', content },
  ]);
  await tell(told);
  await apply();
  await tell([...told, ...told]);
  await apply();
  const events = await eventsOf(management, order_id);
  expect(events.filter((kind) => kind === 'used' || kind === 'certificate_expired')).toEqual([
    'used',
    'certificate_expired',
  ]);
  const { rows } = await management.context.pool.query(
    'select reason from doubtful_notices where order_id = $1',
    [order_id],
  );
  expect(rows).toEqual([]);
});

test('a batch of half a million lines that are no notices is got over, and what comes after it is applied', async () => {
  const order_id = await anAcceptedGift(management);
  await tell(Array.from({ length: 500_000 }, () => 1));
  await tell(noticesOf(management, [used(order_id, 1_000, 49_000, 2)]));
  await apply();
  expect((await eventsOf(management, order_id)).filter((kind) => kind === 'used')).toHaveLength(1);
  const { rows } = await management.context.pool.query(
    "select line_no, lines from unapplied_notices where reason = 'unreadable'",
  );
  expect(rows).toEqual([{ line_no: 0, lines: 500_000 }]);
}, 120_000);

test('what is no notice between notices is counted in one row, and holds up nothing', async () => {
  const order_id = await anAcceptedGift(management);
  const [first, second] = noticesOf(management, [
    used(order_id, 1_000, 49_000, 2),
    used(order_id, 1_000, 48_000, 3),
  ]);
  await tell([1, first, 2, 3, second, 4]);
  await apply();
  expect((await eventsOf(management, order_id)).filter((kind) => kind === 'used')).toHaveLength(2);
  const { rows } = await management.context.pool.query(
    'select line_no, lines from unapplied_notices where batch_no = $1',
    [last],
  );
  expect(rows).toEqual([{ line_no: 0, lines: 4 }]);
});

test('strange members of notices hold up nothing of another gift', async () => {
  const good = await anAcceptedGift(management);
  const bad = await anAcceptedGift(management);
  const strange = [
    used(bad, 1_000, 49_000, 2),
    { ...used(bad, 1_000, 49_000, 2), more: { occurred_at: '-271821-04-20T00:00:00.000Z' } },
    { ...used(bad, 1_000, 49_000, 3), more: { occurred_at: '+275760-09-13T00:00:00.000Z' } },
    { ...used(bad, 1_000, 49_000, 4), more: { trace_id: 'x' } },
    { ...used(bad, 1_000, 49_000, 5), more: { kind: '__proto__' } },
    { ...used(bad, 1_000, 49_000, 5), more: { kind: 'constructor' } },
    { ...used(bad, 1_000, 49_000, 6), more: { occurred_at: 'x\u0000' } },
    { content: { ...used(bad, 1_000, 49_000, 7).content, store_name: 'a\u0000b' } },
    { content: { ...used(bad, 1_000, 49_000, 7).content, store_name: '\ud800' } },
    { content: { ...used(bad, 1_000, 49_000, 8).content, amount_minor: 2 ** 53 + 2 } },
    { content: { ...used(bad, 1_000, 49_000, 8).content, entry_no: 9_007_199_254_740_991 } },
    { content: { order_id: bad, x: '\u0000' } },
    { content: { order_id: '\u0000' } },
    { content: { order_id: { toString: 1 } } },
    { content: { __proto__: null, order_id: bad } },
    used(newId(), 1, 1, 2),
  ];
  await tell(noticesOf(management, [...strange, used(good, 1_000, 49_000, 2)]));
  await apply();
  expect((await eventsOf(management, good)).filter((kind) => kind === 'used')).toHaveLength(1);
}, 60_000);
