import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS, koreanDay, koreanDayOf, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { accountBalance } from '../../../kit/ledger/ledger.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { aReconciledSettlement } from '../../../test/builders/reconciliation.ts';
import { STRIPE_FEE } from '../../../test/stand-ins/acquirers/stripe.ts';
import type { Acquirer, MovementsPage } from '../acquirers/port.ts';
import { acquirerFees, cardReceivable, paidIn } from '../books/accounts.ts';
import { readBooks } from '../books/read-books.ts';
import { listDifferences, listReconciliations } from './list.ts';
import { pollReconciliations } from './run.ts';
import { startNightly } from './start.ts';

let settlement: Awaited<ReturnType<typeof aReconciledSettlement>>;
beforeAll(async () => {
  settlement = await aReconciledSettlement();
});
afterAll(() => settlement?.close());

const at = (from: Date, ms: number) => Math.floor(addMs(from, ms).getTime() / 1_000);
const balances = async () => {
  const { db } = settlement.base;
  const [fees, paid, owed] = [acquirerFees('stripe', 'KRW'), paidIn('stripe', 'KRW'), cardReceivable('KRW')];
  return Promise.all([fees, paid, owed].map(async (key) => -(await accountBalance(db, key))));
};
/** By how much a night changes fees, what was paid to us, and what is owed to us. */
async function booksOfNight(): Promise<bigint[]> {
  const before = await balances();
  await settlement.night();
  return (await balances()).map((after, place) => after - (before[place] ?? 0n));
}
const readAgain = async () => {
  await sql`
    update reconciliations set state = 'listing', after = null, payout_movement_id = null, paid_minor = 0, compared_to = null,
      finished_at = null, due_at = created_at`.execute(settlement.base.db);
  for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
};
const ofMovement = async (reference: string) => {
  const found = await listDifferences(settlement.base.db, { limit: 200 });
  return found.filter((each) => each.reference === reference).map(({ kind, state }) => `${kind} ${state}`);
};

test('what agrees makes no difference; fees and payouts are booked, once however often they are read', async () => {
  const part = await settlement.authorised();
  await settlement.capture(part.order_id, 8_000);
  const whole = await settlement.captured();
  await settlement.refund(whole.order_id, 3_000);
  await settlement.refund(whole.order_id, 7_000);
  settlement.books.add({ reporting_category: 'fee', amount: -500, currency: 'krw' });
  settlement.books.pay('krw');
  const fees = BigInt(2 * STRIPE_FEE + 500);
  expect(await booksOfNight()).toEqual([fees, 8_000n - fees, -8_000n]);
  const before = await balances();
  await readAgain();
  expect(await balances()).toEqual(before);
  expect(await settlement.differencesOf(part)).toEqual([]);
  expect(await settlement.differencesOf(whole)).toEqual([]);
  expect((await readBooks(settlement.base.db)).holds).toBe(true);
});

test('a payout that its bank sent back is booked back', async () => {
  settlement.books.add({ reporting_category: 'payout', amount: -4_000, currency: 'krw', automatic: false });
  settlement.books.add({ reporting_category: 'payout_reversal', amount: 1_000, currency: 'krw' });
  expect(await booksOfNight()).toEqual([0n, 3_000n, -3_000n]);
});

describe('an acquirer that lies is found out', () => {
  test('when it charges twice', async () => {
    const payment = await settlement.captured();
    settlement.books.add({
      ...settlement.ofPayment(payment),
      ...{ reporting_category: 'charge', amount: 10_000 },
    });
    const [, , owed] = await booksOfNight();
    expect(await settlement.differencesOf(payment)).toEqual(['charge charged_twice open']);
    // Nothing but its fee was booked.
    expect(owed).toBe(BigInt(-STRIPE_FEE));
  });

  test('when it refunds what nobody asked for, or twice', async () => {
    const [unasked, twice] = [await settlement.captured(), await settlement.captured()];
    const refund = { reporting_category: 'refund', amount: -4_000 };
    settlement.books.add({ ...settlement.ofPayment(unasked), ...refund });
    await settlement.refund(twice.order_id, 4_000);
    settlement.books.add({ ...settlement.ofPayment(twice), ...refund });
    await settlement.night();
    expect(await settlement.differencesOf(unasked)).toEqual(['refund unknown_to_us open']);
    expect(await settlement.differencesOf(twice)).toEqual(['refund refunded_twice open']);
  });

  test('when an amount is a won off, or in another currency', async () => {
    const [charged, refunded, foreign] = [
      await settlement.captured(),
      await settlement.captured(),
      await settlement.captured(),
    ];
    settlement.lineOf(charged).amount -= 1;
    await settlement.refund(refunded.order_id, 4_000);
    settlement.lineOf(refunded).amount -= 1;
    settlement.lineOf(foreign).currency = 'usd';
    await settlement.night();
    expect(await settlement.differencesOf(charged)).toEqual(['charge amount_differs open']);
    expect(await settlement.differencesOf(refunded)).toEqual(['refund amount_differs open']);
    expect(await settlement.differencesOf(foreign)).toEqual(['charge currency_differs open']);
  });

  test('when it captures what was voided', async () => {
    const payment = await settlement.authorised();
    await settlement.void(payment.order_id);
    settlement.books.add({
      ...settlement.ofPayment(payment),
      ...{ reporting_category: 'charge', amount: 10_000 },
    });
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual(['charge state_differs open']);
  });

  test('when it moves money of no payment of ours', async () => {
    const about = { currency: 'krw', amount: 7_000 };
    const strange = settlement.books.add({
      ...{ ...about, reporting_category: 'charge', payment_intent: 'pi_of_others' },
    });
    const adjusted = settlement.books.add({ ...about, reporting_category: 'other_adjustment' });
    await settlement.night();
    for (const { id } of [strange, adjusted]) expect(await ofMovement(id)).toEqual(['unknown_to_us open']);
  });

  test('when it pays another amount than what it says it pays', async () => {
    await settlement.captured();
    const { id: right } = settlement.books.pay('krw');
    await settlement.captured(50_000);
    const { id: wrong } = settlement.books.pay('krw', 50_000 - STRIPE_FEE - 1);
    await settlement.night();
    expect(await ofMovement(right)).toEqual([]);
    const found = await listDifferences(settlement.base.db, { kind: 'payout_differs', limit: 10 });
    expect(found).toMatchObject([
      { reference: wrong, ours_minor: 49_900, theirs_minor: 49_899, state: 'open' },
    ]);
  });

  test('when it says something else the next day', async () => {
    const payment = await settlement.captured();
    await settlement.night();
    const line = settlement.lineOf(payment);
    line.fee += 1;
    await settlement.night();
    expect(await ofMovement(line.id)).toEqual(['movement_changed open']);
  });
});

describe('what is missing there', () => {
  test('may be late: it waits for a night, and is closed when it comes', async () => {
    const payment = await settlement.captured();
    const line = settlement.lineOf(payment);
    line.created = at(settlement.base.time.now, DAY_MS);
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual(['charge missing_at_acquirer waiting']);
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual(['charge missing_at_acquirer closed']);
    const [closed] = await listDifferences(settlement.base.db, { payment_id: payment.payment_id, limit: 1 });
    expect(closed).toMatchObject({ closed_because: 'agreed', ours_minor: 10_000, theirs_minor: 0 });
  });

  test('is for staff after that, until it comes after all', async () => {
    const payment = await settlement.captured();
    await settlement.refund(payment.order_id, 4_000);
    const line = settlement.lineOf(payment);
    settlement.books.lines.splice(settlement.books.lines.indexOf(line), 1);
    await settlement.night();
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual(['refund missing_at_acquirer open']);
    settlement.books.lines.push(line);
    line.created = at(settlement.base.time.now, HOUR_MS);
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual(['refund missing_at_acquirer closed']);
  });

  test('is listed a minute after midnight, and isn’t missing at all', async () => {
    const { until } = koreanDay(koreanDayOf(settlement.base.time.now));
    settlement.base.time.now = addMs(until, -MINUTE_MS);
    const payment = await settlement.captured();
    settlement.lineOf(payment).created = at(until, MINUTE_MS);
    await settlement.night();
    expect(await settlement.differencesOf(payment)).toEqual([]);
  });
});

test('a bank that took money back before we heard of a dispute is waited for', async () => {
  const payment = await settlement.captured();
  settlement.books.add({
    ...settlement.ofPayment(payment),
    ...{ reporting_category: 'dispute', amount: -10_000, fee: 20_000 },
  });
  await settlement.night();
  expect(await settlement.differencesOf(payment)).toEqual(['charge_back unknown_to_us waiting']);
  await settlement.night();
  expect(await settlement.differencesOf(payment)).toEqual(['charge_back unknown_to_us open']);
});

test('a difference that changes takes the place of the one before', async () => {
  const payment = await settlement.captured();
  const again = { ...settlement.ofPayment(payment), reporting_category: 'refund' };
  settlement.books.add({ ...again, amount: -1_000 });
  await settlement.night();
  settlement.books.add({ ...again, amount: -2_000 });
  await settlement.night();
  expect(await settlement.differencesOf(payment)).toEqual([
    'refund unknown_to_us open',
    'refund unknown_to_us closed',
  ]);
});

test('nights that were missed are made up for, each once', async () => {
  await settlement.night();
  settlement.base.time.now = addMs(settlement.base.time.now, 3 * DAY_MS);
  expect(await startNightly(settlement.context)).toBe(3);
  expect(await startNightly(settlement.context)).toBe(0);
  settlement.base.time.now = addMs(settlement.base.time.now, DAY_MS - 2 * HOUR_MS);
  expect(await startNightly(settlement.context)).toBe(0);
  for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
  const runs = await listReconciliations(settlement.base.db, { limit: 100 });
  expect(runs.every(({ state }) => state === 'done')).toBe(true);
  await settlement.night();
});

describe('in the middle of a list', () => {
  /** The context of a process that asks for the second page so. */
  function secondPage(ask: () => Promise<MovementsPage>) {
    const acquirer = settlement.context.acquirers.named('stripe');
    let pages = 0;
    const list: NonNullable<Acquirer['list']> = async (request) => {
      pages += 1;
      return pages === 2 ? ask() : ((await acquirer.list?.(request)) ?? { kind: 'unknown' });
    };
    return { ...settlement.context, acquirers: onlyAcquirer({ ...acquirer, list }) };
  }
  const unfinished = async () => {
    const runs = await listReconciliations(settlement.base.db, { limit: 100 });
    return runs.filter(({ state }) => state !== 'done').map(({ state, pages }) => ({ state, pages }));
  };
  async function begin() {
    for (let made = 0; made < 3; made++) await settlement.captured();
    settlement.base.time.now = addMs(settlement.base.time.now, DAY_MS);
    expect(await startNightly(settlement.context)).toBe(1);
  }

  test('a page that fails is asked for again, and staff see that it failed', async () => {
    await begin();
    expect(await pollReconciliations(secondPage(async () => ({ kind: 'unknown' })))).toBe(0);
    expect(await unfinished()).toEqual([{ state: 'listing', pages: 1 }]);
    const failing = await sql<{ problem: string }>`
      select problem from failing_work where job = 'reconciliations'`.execute(settlement.base.db);
    expect(failing.rows).toEqual([{ problem: 'stripe doesn’t answer with its list.' }]);
    settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
    for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
    expect(await unfinished()).toEqual([]);
  });

  test('another process goes on where one was killed, and books nothing twice', async () => {
    await begin();
    const before = await balances();
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    const { promise: answer, resolve: comesBack } = Promise.withResolvers<MovementsPage>();
    const killed = pollReconciliations(
      secondPage(() => {
        isAsked();
        return answer;
      }),
    );
    await asked;
    expect(await unfinished()).toEqual([{ state: 'listing', pages: 1 }]);
    expect(await pollReconciliations(settlement.context)).toBe(0);
    settlement.base.time.now = addMs(settlement.base.time.now, 5 * MINUTE_MS);
    for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
    expect(await unfinished()).toEqual([]);
    // It wasn't dead after all, and may write nothing any more.
    comesBack({ kind: 'page', movements: [], next: null });
    expect(await killed).toBe(0);
    const [fees] = await balances();
    expect((fees ?? 0n) - (before[0] ?? 0n)).toBe(BigInt(3 * STRIPE_FEE));
    expect((await readBooks(settlement.base.db)).holds).toBe(true);
  });
});
