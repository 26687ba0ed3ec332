import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { journalMonthsJob } from '../../../kit/journal/months.ts';
import { dropMonths } from '../../../test/builders/drop-months.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aSettlement, PAYEE } from '../../../test/builders/settlement.ts';
import { readPaymentHistory } from '../console/payments.ts';
import { readStatement } from '../statements/read-statement.ts';
import { readBooks } from './read-books.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
  await keepNothing(settlement.base.ownerUrl);
});
afterAll(() => settlement.base.drop());

const at = async (day: string) => {
  settlement.base.time.now = new Date(`${day}T03:00:00Z`);
  await journalMonthsJob(settlement.base).round();
};

async function captured(amount: number): Promise<string> {
  const order = randomUUID();
  await settlement.authorise(order, amount);
  expect(await settlement.capture(order, amount)).toMatchObject({ ok: true });
  return order;
}

test('after the month of a capture and a refund is gone, what is left is refunded and the books hold', async () => {
  await at('2026-03-05');
  const order = await captured(9_000);
  expect(await settlement.refund(order, 2_000)).toMatchObject({ ok: true });
  await captured(1_000);
  await settlement.payOut(newId(), 1_000, 100);
  await at('2026-04-05');
  const { db } = settlement.base;
  const books = await readBooks(db);
  const own = { ...settlement.context, party: 'settlement' };
  await at('2026-06-05');
  expect(await dropMonths(own, 40)).toEqual(['2026-03']);
  expect(await readBooks(db)).toEqual(books);
  expect(books.holds).toBe(true);

  expect(await settlement.refund(order, 3_000)).toMatchObject({ value: { refunded_minor: 5_000 } });
  expect(await settlement.refund(order, 4_001)).toMatchObject({ code: 'refund_exceeds_payment' });
  expect(await settlement.refund(order, 4_000)).toMatchObject({ value: { status: 'refunded' } });
  const entries = await sql`
    select entry_no, before_minor, after_minor from journal where entry_no is not null order by entry_no`.execute(
    db,
  );
  expect(entries.rows).toEqual([
    { entry_no: 3n, before_minor: 7_000n, after_minor: 4_000n },
    { entry_no: 4n, before_minor: 4_000n, after_minor: 0n },
  ]);
  expect((await readBooks(db)).holds).toBe(true);
});

test('a statement that begins in a month that is gone is refused; a later one is not', async () => {
  const { db } = settlement.base;
  const until = '2026-07-01T00:00:00Z';
  expect(
    await readStatement(db, settlement.context.banks, PAYEE, '2026-03-31T23:59:59Z', until),
  ).toMatchObject({
    code: 'period_not_kept',
  });
  expect(
    await readStatement(db, settlement.context.banks, PAYEE, '2026-04-01T00:00:00Z', until),
  ).toMatchObject({
    ok: true,
    value: { lines: [{ kind: 'refund' }, { kind: 'refund' }], totals: [{ captured_minor: 10_000 }] },
  });
});

test('a payment that is not decided keeps its history; of one that is, staff see what was done since', async () => {
  const { db } = settlement.base;
  await at('2026-08-05');
  const waiting = randomUUID();
  await settlement.authorise(waiting, 1_000, 'secondStep');
  const decided = await captured(500);
  await at('2026-10-05');
  const own = { ...settlement.context, party: 'settlement' };
  expect((await dropMonths(own, 30)).at(-1)).toBe('2026-08');
  const historyOf = async (order: string) => {
    const found = await sql<{ payment_id: string }>`
      select payment_id from payments where order_id = ${order}`.execute(db);
    const read = await readPaymentHistory(db, found.rows[0]?.payment_id ?? '');
    return read.ok ? read.value : undefined;
  };
  expect((await historyOf(waiting))?.events.length).toBeGreaterThan(0);
  expect(await historyOf(decided)).toMatchObject({
    captured_minor: 500,
    events: [],
    entries: [{ code: 'authorise' }, { code: 'post' }],
  });
});
