import { Client } from 'pg';
import { Registry } from 'prom-client';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NoticeBatch } from '../../contracts/notices.ts';
import { SHOP_NOTICES } from '../../contracts/shop-notices.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import type { RangeSender } from '../../kit/journal/send.ts';
import type { Sequencer } from '../../kit/journal/sequencer.ts';
import { writeFact } from '../../kit/journal/write.ts';
import { refusedBatchReporter } from '../../kit/notices/refused-batches.ts';
import { rangeSenderOf, sequencerOf } from '../../test/builders/journal.ts';
import { type Asked, PeerStub, type StubAnswer } from '../../test/builders/peer-stub.ts';
import { TestShop } from '../../test/builders/shop-server.ts';

type SentBatch = { batch_no: number; first_position: number; notices: { content: { n: number } }[] };

let shop: TestShop;
let management: PeerStub;
let registry: Registry;
let sequencer: Sequencer;
let sender: RangeSender;

beforeEach(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
  registry = new Registry();
  sequencer = sequencerOf(shop.context, { entriesMax: 1 });
  sender = rangeSenderOf(shop.context, refusedBatchReporter(registry, shop.context.log));
});
afterEach(async () => {
  await shop.close();
  await management.close();
});

/** One range for each number. */
async function tell(...numbers: number[]): Promise<void> {
  const { db, clock } = shop.context;
  for (const n of numbers)
    await writeFact(db, {
      party: 'management',
      kind: 'certificate_expired',
      fact_id: newId(),
      content: { n },
      at: clock(),
    });
  await sequencer.fixOrder();
}

async function sendAll(): Promise<void> {
  while ((await sender.sendDue()) > 0) shop.passTime(SECOND_MS / 100);
}

const batchOf = ({ body }: Asked) => body as SentBatch;
const sentNumbers = () => management.asked.map((asked) => batchOf(asked).batch_no);

/** Accepts batches as an older management does: in order, each once. */
function takingInOrder(taken: number[]): (asked: Asked) => StubAnswer {
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

/** Stores them as they come, and says which is the first that is missing. */
function storing(stored: Map<number, number>, refused: readonly number[] = []): (asked: Asked) => StubAnswer {
  return (asked) => {
    const { batch_no, notices } = batchOf(asked);
    if (refused.includes(batch_no)) return { status: 409, body: { code: 'batch_number_reused' } };
    stored.set(batch_no, notices[0]?.content.n ?? 0);
    let missing = 1;
    while (stored.has(missing)) missing++;
    const gap = missing < batch_no ? { expected_batch_no: `${missing}` } : {};
    return { status: 200, body: { acknowledged_batch_no: batch_no, ...gap } };
  };
}

async function ranges(): Promise<{ range_no: bigint; open: boolean; last_problem: string | null }[]> {
  const found = await sql<{ range_no: bigint; open: boolean; last_problem: string | null }>`
    select range_no, acknowledged_at is null as open, last_problem from journal_ranges
    where party = 'management' order by range_no`.execute(shop.context.db);
  return found.rows;
}

async function refusalsCounted(): Promise<unknown[]> {
  const [counter] = await registry.getMetricsAsJSON();
  return counter?.values.map(({ labels, value }) => ({ ...labels, value })) ?? [];
}

test('a refused range doesn’t hold up the next, is counted, and is retried with the same bytes', async () => {
  await tell(1, 2, 3);
  const stored = new Map<number, number>();
  management.answer = storing(stored, [1]);
  await sendAll();
  expect([...stored].sort()).toEqual([
    [2, 2],
    [3, 3],
  ]);
  expect(await ranges()).toEqual([
    { range_no: 1n, open: true, last_problem: 'batch_number_reused' },
    { range_no: 2n, open: false, last_problem: null },
    { range_no: 3n, open: false, last_problem: null },
  ]);
  expect(await refusalsCounted()).toEqual([
    { party: 'management', problem: 'batch_number_reused', value: 1 },
  ]);
  management.answer = storing(stored);
  shop.passTime(HOUR_MS);
  await sendAll();
  expect(stored.get(1)).toBe(1);
  const attempts = management.asked.filter((asked) => batchOf(asked).batch_no === 1);
  expect(attempts).toHaveLength(2);
  expect(attempts[1]).toEqual(attempts[0]);
});

test('an older management gets one range at a time, in order, and sees no refusal', async () => {
  const taken: number[] = [];
  management.answer = takingInOrder(taken);
  await tell(1, 2, 3, 4, 5, 6, 7, 8);
  await sendAll();
  expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await refusalsCounted()).toEqual([]);
  management.asked.length = 0;
  await tell(9, 10);
  await sendAll();
  expect(sentNumbers()).toEqual([9, 10]);
});

test('an older management that refuses a range gets it, and nothing after it, until it accepts it', async () => {
  const taken: number[] = [];
  management.answer = (asked) =>
    batchOf(asked).batch_no === 1
      ? { status: 409, body: { code: 'batch_number_reused' } }
      : takingInOrder(taken)(asked);
  await tell(1, 2, 3);
  await sendAll();
  for (let hour = 0; hour < 3; hour++) {
    shop.passTime(HOUR_MS);
    await sendAll();
  }
  expect(taken).toEqual([]);
  management.answer = takingInOrder(taken);
  shop.passTime(HOUR_MS);
  await sendAll();
  expect(taken).toEqual([1, 2, 3]);
});

test.each([
  [
    'an older management',
    (stored: Map<number, number>) =>
      (asked: Asked): StubAnswer => {
        const taken = [...stored.values()];
        const answer = takingInOrder(taken)(asked);
        for (const [at, n] of taken.entries()) stored.set(at + 1, n);
        return answer;
      },
  ],
  ['management', (stored: Map<number, number>) => storing(stored)],
])(
  'what %s has lost is sent again from the number it expects, with the same bytes',
  async (_which, taking) => {
    const stored = new Map<number, number>();
    management.answer = taking(stored);
    await tell(1);
    await sendAll();
    await tell(2, 3);
    await sendAll();
    expect([...stored.keys()]).toEqual([1, 2, 3]);
    const bodies = new Map(management.asked.map((asked) => [batchOf(asked).batch_no, asked]));

    management.asked.length = 0;
    for (const lost of [2, 3]) stored.delete(lost);
    await tell(4);
    shop.passTime(HOUR_MS);
    await sendAll();
    expect([...stored].sort()).toEqual([1, 2, 3, 4].map((n) => [n, n]));
    for (const asked of management.asked.filter((again) => batchOf(again).batch_no < 4))
      expect(asked).toEqual(bodies.get(batchOf(asked).batch_no));
    expect((await ranges()).filter(({ open }) => open)).toEqual([]);
  },
);

test('sending lost ranges again stops at a refused one, counts it, and resumes there', async () => {
  const taken: number[] = [];
  management.answer = takingInOrder(taken);
  await tell(1);
  await sendAll();
  await tell(2);
  await sendAll();
  taken.splice(0);
  await tell(3);
  management.answer = (asked) =>
    batchOf(asked).batch_no === 2
      ? { status: 404, body: { code: 'certificate_not_found' } }
      : takingInOrder(taken)(asked);
  await sendAll();
  expect(taken).toEqual([1]);
  expect((await ranges()).filter(({ open }) => open)).toMatchObject([{ range_no: 3n }]);
  expect(await refusalsCounted()).toContainEqual({
    party: 'management',
    problem: 'certificate_not_found',
    value: 1,
  });
  management.answer = takingInOrder(taken);
  shop.passTime(HOUR_MS);
  await sendAll();
  expect(taken).toEqual([1, 2, 3]);
});

test('an expected number that was never sent changes nothing', async () => {
  await tell(1);
  management.answer = () => ({ status: 409, body: { code: 'notice_out_of_order', expected_batch_no: '7' } });
  expect(await sender.sendDue()).toBe(0);
  expect(await sender.sendDue()).toBe(0);
  expect(sentNumbers()).toEqual([1]);
});

test('a management that gives no answer is asked again after a while, with one range', async () => {
  await tell(1, 2, 3, 4, 5, 6);
  management.answer = () => 'no_answer';
  expect(await sender.sendDue()).toBe(0);
  const tried = management.asked.length;
  expect(await sender.sendDue()).toBe(0);
  expect(management.asked).toHaveLength(tried);
  shop.passTime(MINUTE_MS);
  expect(await sender.sendDue()).toBe(0);
  expect(management.asked).toHaveLength(tried + 1);
  const stored = new Map<number, number>();
  management.answer = storing(stored);
  shop.passTime(HOUR_MS);
  await sendAll();
  expect([...stored.values()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a range whose rows no longer make its bytes is not sent, and reported', async () => {
  await tell(1, 2);
  const owner = new Client({ connectionString: shop.ownerUrl });
  await owner.connect();
  await owner.query(`update journal set body = '{"n":7}' where body = '{"n":1}'`);
  await owner.end();
  const stored = new Map<number, number>();
  management.answer = storing(stored);
  await sendAll();
  expect([...stored.values()]).toEqual([2]);
  expect(await ranges()).toMatchObject([{ open: true, last_problem: 'bytes_differ' }, { open: false }]);
  expect(await refusalsCounted()).toEqual([{ party: 'management', problem: 'bytes_differ', value: 1 }]);
});

test('issue, redemption and reversal are sent in order, as the contract says, until they are acknowledged', async () => {
  sequencer = sequencerOf(shop.context);
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

  await sequencer.fixOrder();
  management.answer = () => 'no_answer';
  expect(await sender.sendDue()).toBe(0);
  management.answer = () => ({ status: 200, body: { acknowledged_batch_no: 1 } });
  shop.passTime(MINUTE_MS);
  expect(await sender.sendDue()).toBe(1);
  expect(await sender.sendDue()).toBe(0);

  const [first, second] = management.asked;
  expect(second).toEqual(first);
  const batch = first?.body;
  if (!Value.Check(NoticeBatch, batch)) throw new Error('not a batch');
  expect(batch).toMatchObject({ batch_no: 1, first_position: 1 });
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
