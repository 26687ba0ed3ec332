import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { journalMonthsJob } from '../../../kit/journal/months.ts';
import { dropMonths } from '../../../test/builders/drop-months.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aShop } from '../../../test/builders/shop.ts';
import { CERTIFICATES_ERASED } from '../certificates/forgotten.ts';
import { readHistory } from '../office/certificates.ts';
import { verifyAtTill } from '../opening/verify-at-till.ts';
import { redeem } from '../redeem/redeem.ts';
import { reverse } from '../redeem/reverse.ts';
import { conservation } from './conservation.ts';

type Sale = { key: string; lines: { certificate_id: string; amount_minor: number }[] };

let shop: Awaited<ReturnType<typeof aShop>>;
let over: string;
let open: string;
const sales = {} as Record<'both' | 'ofOpen' | 'ofOver' | 'gone', Sale & { answer: string }>;
/** Kept by someone who remembers: the books before anything was dropped. */
let books: Awaited<ReturnType<typeof conservation>>;

const at = async (day: string) => {
  shop.base.time.now = new Date(`${day}T03:00:00Z`);
  await journalMonthsJob(shop.context).round();
};
const own = () => ({ ...shop.context, party: 'shop' });

/** As the request of a till that has opened all certificates, or of one that tries again. */
async function sell({ key, lines }: Sale): Promise<{ status: number; body: string }> {
  const verified = await verifyAtTill(shop.context, { phone: '010-9876-5432', pin: '739258' }, shop.till);
  const verification_token = verified.ok ? verified.value.verification_token : 'none';
  const request = {
    headers: { 'idempotency-key': key },
    method: 'POST',
    url: '/',
    rawBody: Buffer.from(key),
  };
  const input = { verification_token, sale_reference: 'till-1', lines };
  const { session, till } = shop;
  const seller = { session, findTerminal: async () => till.terminal_id };
  return redeem(shop.context, request as unknown as FastifyRequest, seller, input);
}

async function sold(...lines: Sale['lines']): Promise<Sale & { answer: string }> {
  const sale = { key: randomUUID(), lines };
  const { status, body } = await sell(sale);
  if (status !== 201) throw new Error(body);
  return { ...sale, answer: body };
}

const of = (certificate_id: string, amount_minor: number) => ({ certificate_id, amount_minor });
const lineOf = ({ answer }: { answer: string }, no: number): string =>
  JSON.parse(answer).lines[no].redemption_id;
const reversing = (redemption_id: string, amount_minor?: number) =>
  inTransaction(shop.base.db, (tx) =>
    reverse(shop.context, tx, shop.till, {
      redemption_id,
      ...(amount_minor === undefined ? {} : { amount_minor }),
    }),
  );

async function begin(): Promise<void> {
  shop = await aShop();
  await keepNothing(shop.base.ownerUrl);
  await at('2026-03-02');
  over = await shop.accepted(10_000);
  open = await shop.accepted(20_000);
  sales.both = await sold(of(open, 1_000), of(over, 3_000));
  sales.ofOpen = await sold(of(open, 2_000));
  await reversing(lineOf(sales.both, 1), 500);
  sales.gone = await sold(of(over, 500));
  await at('2026-04-20');
  sales.ofOver = await sold(of(over, 6_500));
  await sold(of(over, 500));
  books = await conservation(shop.base.db);
}

beforeAll(begin);
afterAll(() => shop.base.drop());

test('the books that the test begins with balance', () => {
  expect(books).toMatchObject([
    { issued_minor: 30_000, outstanding_minor: 17_000, redeemed_minor: 13_000, differences: [] },
  ]);
});

test('nothing of a certificate is dropped while its people are known', async () => {
  await at('2027-03-20');
  // March is dropped, and all of it stays.
  expect(await dropMonths(own(), 330)).toEqual(['2026-03']);
  expect(await shop.base.pool.query('select from journal_carried').then(({ rowCount }) => rowCount)).toBe(0);
  expect(await conservation(shop.base.db)).toEqual(books);
});

describe('after the month in which one certificate was half used up, and its people were forgotten', () => {
  beforeAll(async () => {
    // A fresh start: the month of the test above was looked at already.
    await shop.base.drop();
    await begin();
    await at('2027-05-20');
    const { db, clock, settings } = shop.context;
    await CERTIFICATES_ERASED.erase(db, clock(), settings);
    expect(await dropMonths(own(), 385)).toEqual(['2026-03']);
  });

  test('the books balance, by carried sums', async () => {
    const carried = await shop.base.pool.query(
      `select subject_id, kind, facts, delta_minor, last_entry_no, after_minor from journal_carried order by kind`,
    );
    const sum = (
      kind: string,
      facts: bigint,
      delta_minor: bigint,
      last_entry_no: bigint,
      after_minor: bigint,
    ) => ({ subject_id: over, kind, facts, delta_minor, last_entry_no, after_minor });
    expect(carried.rows).toEqual([
      sum('certificate_redeemed', 2n, -3_500n, 4n, 7_000n),
      sum('certificate_registered', 1n, 10_000n, 1n, 10_000n),
      sum('redemption_reversed', 1n, 500n, 3n, 7_500n),
    ]);
    expect(await conservation(shop.base.db)).toEqual(books);
  });

  test.each([
    [
      'a carried sum',
      `update journal_carried set delta_minor = delta_minor + 1 where kind = 'certificate_redeemed'`,
    ],
    [
      'what a carried entry left',
      `update journal_carried set after_minor = after_minor + 1 where last_entry_no = 4`,
    ],
    ['a lost sum', `delete from journal_carried where kind = 'redemption_reversed'`],
  ])('the books show a difference after tampering with %s', async (_what, tampering) => {
    const owner = new Client({ connectionString: shop.base.ownerUrl });
    await owner.connect();
    const kept = await owner.query('select * from journal_carried');
    await owner.query(tampering);
    const [found] = await conservation(shop.base.db);
    await owner.query('delete from journal_carried');
    for (const row of kept.rows)
      await owner.query(
        'insert into journal_carried select * from json_populate_record(null::journal_carried, $1)',
        [JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? Number(value) : value))],
      );
    await owner.end();
    expect(found?.differences).not.toEqual([]);
    expect(await conservation(shop.base.db)).toEqual(books);
  });

  test('a sale that is still there is answered again, byte for byte; the key of one that is not is used', async () => {
    for (const { answer, ...sale } of [sales.ofOpen, sales.ofOver])
      expect((await sell(sale)).body).toBe(answer);
    for (const sale of [sales.both, sales.gone])
      await expect(sell(sale)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    const scope = `terminal:${shop.till.terminal_id}`;
    await expect(
      shop.base.pool.query(
        `insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
         values ($1, $2, '', gen_random_uuid(), now(), now())`,
        [scope, sales.gone.key],
      ),
    ).rejects.toMatchObject({ constraint: 'key_of_a_sale' });
    expect(await conservation(shop.base.db)).toEqual(books);
  });

  test('what is open is used and reversed as before; nothing of what was dropped is reversed', async () => {
    expect(await reversing(lineOf(sales.both, 0))).toMatchObject({
      ok: true,
      value: { amount_minor: 1_000 },
    });
    expect(await reversing(lineOf(sales.both, 1))).toMatchObject({ code: 'redemption_not_found' });
    expect(await reversing(lineOf(sales.ofOver, 0))).toMatchObject({
      code: 'reversal_not_allowed',
      extra: { reversible_minor: 0 },
    });
    await sold(of(open, 4_000));
    expect(await conservation(shop.base.db)).toMatchObject([
      { issued_minor: 30_000, outstanding_minor: 14_000, redeemed_minor: 16_000, differences: [] },
    ]);
  });

  test('the office sees what was carried forward, and all of what is open', async () => {
    const history = async (id: string) => {
      const found = await readHistory(shop.context, id);
      if (!found.ok) throw new Error(found.code);
      return found.value.entries.map(({ entry_no, kind, after_minor }) => ({ entry_no, kind, after_minor }));
    };
    expect(await history(over)).toEqual([
      { entry_no: 6, kind: 'redeemed', after_minor: 0 },
      { entry_no: 5, kind: 'redeemed', after_minor: 500 },
      { entry_no: 4, kind: 'carried_forward', after_minor: 7_000 },
    ]);
    expect((await history(open)).map(({ entry_no }) => entry_no)).toEqual([5, 4, 3, 2, 1]);
  });

  test('the books balance after the next months have gone, too', async () => {
    await at('2027-06-20');
    const before = await conservation(shop.base.db);
    expect(await dropMonths(own(), 40)).toEqual(['2026-03', '2026-04', '2026-05', '2026-06']);
    expect(await conservation(shop.base.db)).toEqual(before);
    await sold(of(open, 1_000));
    expect((await conservation(shop.base.db))[0]?.differences).toEqual([]);
  });
});
