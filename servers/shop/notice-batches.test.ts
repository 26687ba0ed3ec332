import { Registry } from 'prom-client';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH, NOTICES_IN_BATCH_MAX, NoticeBatch } from '../../contracts/notices.ts';
import { SHOP_NOTICES } from '../../contracts/shop-certificates.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { queueNotice, sendDueBatches } from '../../kit/notices/outbox.ts';
import { refusedBatchReporter } from '../../kit/notices/refused-batches.ts';
import { type Asked, PeerStub, type StubAnswer } from '../../test/builders/peer-stub.ts';
import { TestShop } from '../../test/builders/shop-server.ts';

type SentBatch = { batch_no: number; notices: { content: { n: number } }[] };

let shop: TestShop;
let management: PeerStub;
let registry: Registry;
let send: () => Promise<number>;

beforeEach(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
  registry = new Registry();
  const refused = refusedBatchReporter(registry, shop.context.log);
  const outbox = { ...shop.context, path: NOTICE_BATCHES_PATH, noticesMax: 1, refused };
  send = () => sendDueBatches(outbox);
});
afterEach(async () => {
  await shop.close();
  await management.close();
});

async function queue(...numbers: number[]): Promise<void> {
  const { db, clock } = shop.context;
  for (const n of numbers)
    await queueNotice(db, { party: 'management', kind: 'certificate_issued', content: { n } }, clock());
}

async function sendAll(): Promise<void> {
  while ((await send()) > 0) shop.passTime(SECOND_MS);
}

const batchOf = ({ body }: Asked) => body as SentBatch;
const sentNumbers = () => management.asked.map((asked) => batchOf(asked).batch_no);

/** Accepts batches as management does: in order, each once. */
function takingFrom(taken: number[]): (asked: Asked) => StubAnswer {
  return (asked) => {
    const { batch_no } = batchOf(asked);
    if (batch_no > taken.length + 1) {
      const expected_batch_no = `${taken.length + 1}`;
      return { status: 409, body: { code: 'notice_out_of_order', expected_batch_no } };
    }
    if (batch_no === taken.length + 1) taken.push(batchOf(asked).notices[0]?.content.n ?? 0);
    return { status: 200, body: { acknowledged_batch_no: batch_no } };
  };
}

async function batches(): Promise<{ batch_no: bigint; open: boolean; last_problem: string | null }[]> {
  const found = await sql<{ batch_no: bigint; open: boolean; last_problem: string | null }>`
    select batch_no, acknowledged_at is null as open, last_problem from notice_batches order by batch_no`.execute(
    shop.context.db,
  );
  return found.rows;
}

async function refusalsCounted(): Promise<unknown[]> {
  const [counter] = await registry.getMetricsAsJSON();
  return counter?.values.map(({ labels, value }) => ({ ...labels, value })) ?? [];
}

test('a batch whose number management has with other content is kept, counted, and retried unchanged', async () => {
  await queue(1, 2);
  management.answer = () => ({ status: 409, body: { code: 'batch_number_reused', taken_digest: 'a1b2' } });
  expect(await send()).toBe(0);
  shop.passTime(HOUR_MS);
  expect(await send()).toBe(0);
  expect(await batches()).toEqual([{ batch_no: 1n, open: true, last_problem: 'batch_number_reused' }]);
  expect(await refusalsCounted()).toEqual([
    { party: 'management', problem: 'batch_number_reused', value: 2 },
  ]);
  const [first, second] = management.asked;
  expect(second).toEqual(first);

  const taken: number[] = [];
  management.answer = takingFrom(taken);
  shop.passTime(HOUR_MS);
  expect(await send()).toBe(1);
  expect(await send()).toBe(1);
  expect(taken).toEqual([1, 2]);
  expect(await batches()).toEqual([
    { batch_no: 1n, open: false, last_problem: null },
    { batch_no: 2n, open: false, last_problem: null },
  ]);
});

test('acknowledged batches that management has lost are sent again from the number it expects', async () => {
  const taken: number[] = [];
  management.answer = takingFrom(taken);
  await queue(1, 2, 3);
  await sendAll();
  expect(taken).toEqual([1, 2, 3]);
  const bodies = management.asked.slice();

  taken.splice(1);
  await queue(4);
  await sendAll();
  expect(taken).toEqual([1, 2, 3, 4]);
  expect(sentNumbers()).toEqual([1, 2, 3, 4, 2, 3, 4]);
  expect(management.asked.slice(4, 6)).toEqual(bodies.slice(1));
  expect(await batches()).toMatchObject([
    { open: false },
    { open: false },
    { open: false },
    { open: false, last_problem: null },
  ]);
  expect(await refusalsCounted()).toMatchObject([{ problem: 'notice_out_of_order', value: 1 }]);
});

test('resending stops at a refused batch, counts it, and resumes there', async () => {
  const taken: number[] = [];
  management.answer = takingFrom(taken);
  await queue(1, 2);
  await sendAll();
  taken.splice(0);
  await queue(3);
  management.answer = (asked) =>
    batchOf(asked).batch_no === 2
      ? { status: 404, body: { code: 'certificate_not_found' } }
      : takingFrom(taken)(asked);
  await sendAll();
  expect(taken).toEqual([1]);
  expect((await batches()).filter(({ open }) => open)).toMatchObject([{ batch_no: 3n }]);
  expect(await refusalsCounted()).toContainEqual({
    party: 'management',
    problem: 'certificate_not_found',
    value: 2,
  });
  management.answer = takingFrom(taken);
  shop.passTime(HOUR_MS);
  await sendAll();
  expect(taken).toEqual([1, 2, 3]);
});

test('an expected number that was never sent changes nothing', async () => {
  await queue(1);
  management.answer = () => ({ status: 409, body: { code: 'notice_out_of_order', expected_batch_no: '7' } });
  expect(await send()).toBe(0);
  expect(sentNumbers()).toEqual([1]);
});

test('issue, redemption and reversal are sent in order, as the contract says, until they are acknowledged', async () => {
  const terminal = await shop.terminal();
  const { certificate_id } = await shop.accepted(50_000);
  const verification_token = await shop.opened(terminal);
  const { token } = terminal;
  await shop.call('POST', '/v1/issues', { token, body: { verification_token, certificate_id } });
  const sale = await shop.redeem(terminal, verification_token, [{ certificate_id, amount_minor: 20_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  await shop.signIn(terminal);
  await shop.call('POST', `/v1/redemptions/${line?.redemption_id}/reversal`, {
    token,
    body: { amount_minor: 5 },
  });

  const refused = () => expect.unreachable('no batch is refused');
  const outbox = { ...shop.context, path: NOTICE_BATCHES_PATH, noticesMax: NOTICES_IN_BATCH_MAX, refused };
  management.answer = () => 'no_answer';
  expect(await sendDueBatches(outbox)).toBe(0);
  management.answer = () => ({ status: 200, body: { acknowledged_batch_no: 1 } });
  shop.passTime(MINUTE_MS);
  expect(await sendDueBatches(outbox)).toBe(1);
  expect(await sendDueBatches(outbox)).toBe(0);

  const [first, second] = management.asked;
  expect(second).toEqual(first);
  const batch = first?.body;
  if (!Value.Check(NoticeBatch, batch)) throw new Error('not a batch');
  expect(batch.notices.map(({ kind }) => kind)).toEqual([
    'certificate_issued',
    'certificate_redeemed',
    'redemption_reversed',
  ]);
  for (const { kind, content } of batch.notices) {
    const shape = SHOP_NOTICES[kind as keyof typeof SHOP_NOTICES];
    // A reader ignores unknown fields; the sender has none that the contract does not name.
    const whole = { ...shape, additionalProperties: false };
    expect([...Value.Errors(whole, content)], kind).toEqual([]);
  }
});
