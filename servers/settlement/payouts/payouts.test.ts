import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { listFailing } from '../../../kit/due/failing-work.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { checkSettlementFacts } from '../../../test/builders/facts.ts';
import { aStaffMember } from '../../../test/builders/sessions.ts';
import { ACCOUNT, aSettlement, PAYEE } from '../../../test/builders/settlement.ts';
import type { BankReport } from '../banks/port.ts';
import { conservation } from '../books/conservation.ts';
import { readStatement } from '../statements/read-statement.ts';
import { applyReport } from './apply-report.ts';
import { approvePayout, refusePayout } from './approve.ts';
import { askBanks } from './ask-banks.ts';
import { gatherBatches } from './gather-batch.ts';
import { listPayouts } from './list.ts';
import { payOutWhole } from './pay-out.ts';
import { findPayout } from './payout.ts';
import { sendBatches } from './send-batch.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
});
afterAll(async () => {
  await checkSettlementFacts(settlement.base);
  await settlement?.base.drop();
});

async function fund(amount: number): Promise<void> {
  const order = randomUUID();
  await settlement.authorise(order, amount);
  await settlement.capture(order, amount);
}
async function aPayout(gross = 10_000, commission = 300): Promise<string> {
  const id = randomUUID();
  expect(await settlement.payOut(id, gross, commission)).toMatchObject({ ok: true });
  return id;
}
const stateOf = async (id: string) => (await findPayout(settlement.context.db, id))?.state;
const trusted = async () => {
  const found = await sql<{ balance_minor: bigint; held_minor: bigint }>`
    select b.balance_minor, b.held_minor from ledger_accounts a join ledger_balances b using (account_id)
    where a.code = 'trust' and a.subject_id = ${PAYEE}`.execute(settlement.context.db);
  const { balance_minor = 0n, held_minor = 0n } = found.rows[0] ?? {};
  return { balance: Number(balance_minor), held: Number(held_minor) };
};
const listed = async (id: string) => {
  const { db, banks } = settlement.context;
  const all = await listPayouts(db, banks, { limit: 200 });
  return all.find(({ payout_id }) => payout_id === id);
};
const report = (id: string, told: BankReport) =>
  inTransaction(settlement.context.db, (tx) => applyReport(settlement.context, tx, id, told));
const holds = async () => {
  const totals = await conservation(settlement.context.db);
  expect(totals.every((total) => total.holds)).toBe(true);
};

beforeEach(async () => {
  await settlement.anAccount(ACCOUNT);
  await fund(100_000);
});

describe('a payout', () => {
  test('holds its money when it is planned, takes it when it is paid, and earns its commission then', async () => {
    const before = await trusted();
    const id = await aPayout();
    expect(await trusted()).toEqual({ balance: before.balance, held: before.held + 10_000 });
    await holds();
    expect(await gatherBatches(settlement.context)).toBe(1);
    expect(await sendBatches(settlement.context)).toBe(1);
    expect(await stateOf(id)).toBe('sent');
    expect(await trusted()).toEqual({ balance: before.balance, held: before.held + 10_000 });
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('paid');
    expect(await trusted()).toEqual({ balance: before.balance - 10_000, held: before.held });
    expect(settlement.bank.lookUp(id)).toMatchObject({ amount_minor: 9_700 });
    await holds();
  });

  test('that is nothing but commission is paid without a bank', async () => {
    const id = await aPayout(500, 500);
    expect(await stateOf(id)).toBe('paid');
    expect(settlement.bank.lookUp(id)).toBeUndefined();
    await holds();
  });

  test('takes no more than is neither paid out nor held', async () => {
    const { balance, held } = await trusted();
    expect(await settlement.payOut(randomUUID(), balance - held + 1, 0)).toMatchObject({
      code: 'payout_exceeds_funds',
    });
    const id = await aPayout(balance - held, 0);
    expect(await settlement.payOut(randomUUID(), 1, 0)).toMatchObject({ code: 'payout_exceeds_funds' });
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('paid');
  });

  test('to a closed account comes back at once, with its commission, and the next one waits for another account', async () => {
    const before = await trusted();
    await settlement.anAccount('110234560001');
    const id = await aPayout();
    await settlement.payoutJobs();
    expect(await listed(id)).toMatchObject({
      ...{ status: 'returned', returned_by: 'bank', return_reason: 'AC04', account_last4: '0001' },
    });
    expect(await trusted()).toEqual(before);
    const next = await aPayout();
    await settlement.payoutJobs();
    expect(await listed(next)).toMatchObject({ status: 'planned', waits_for: 'account' });
    await settlement.anAccount(ACCOUNT);
    await settlement.payoutJobs();
    expect(await stateOf(next)).toBe('paid');
    await holds();
  });

  test('that its bank sends back after it was paid is in trust again', async () => {
    const before = await trusted();
    await settlement.anAccount('110234560002');
    const id = await aPayout();
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('paid');
    await settlement.payoutJobs(7 * HOUR_MS);
    expect(await listed(id)).toMatchObject({ status: 'returned', returned_by: 'payee_bank' });
    expect(await trusted()).toEqual(before);
    await holds();
    const statement = await readStatement(
      settlement.context.db,
      settlement.context.banks,
      PAYEE,
      '2026-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
    );
    const lines = statement.ok ? statement.value.lines.filter(({ reference }) => reference === id) : [];
    expect(lines.map(({ kind, amount_minor }) => [kind, amount_minor]).sort()).toEqual([
      ['commission', 300],
      ['commission_returned', 300],
      ['payout', 9_700],
      ['payout_returned', 9_700],
    ]);
  });

  test('of a slow bank is asked about until it is certain', async () => {
    await settlement.anAccount('110234560003');
    const id = await aPayout();
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('sent');
    await settlement.payoutJobs(2 * HOUR_MS);
    expect(await stateOf(id)).toBe('paid');
  });
});

describe('a payout above the limit', () => {
  const large = async () => {
    await fund(20_000_000);
    return aPayout(12_000_000, 0);
  };
  const approve = (staff: string, id: string) =>
    inTransaction(settlement.context.db, (tx) => approvePayout(settlement.context, tx, staff, id));

  test('waits for two people, the second other than the first', async () => {
    const [first, second] = [
      await aStaffMember(settlement, 'treasurer'),
      await aStaffMember(settlement, 'treasurer'),
    ];
    const id = await large();
    await settlement.payoutJobs();
    expect(await listed(id)).toMatchObject({ status: 'planned', waits_for: 'approval', approvals_needed: 2 });
    expect(await approve(first, id)).toMatchObject({ ok: true, value: { approvals: 1 } });
    expect(await approve(first, id)).toMatchObject({ code: 'other_person_needed' });
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('planned');
    expect(await approve(second, id)).toMatchObject({ ok: true, value: { approvals: 2 } });
    expect(await approve(second, id)).toMatchObject({ code: 'wrong_state' });
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('paid');
    expect((await listed(id))?.approved_by).toHaveLength(2);
    expect(await approve(second, randomUUID())).toMatchObject({ code: 'payout_not_found' });
  });

  test('may be refused with a reason, which its payee is not told', async () => {
    const staff = await aStaffMember(settlement, 'treasurer');
    const before = await trusted();
    await fund(20_000_000);
    const id = await aPayout(12_000_000, 0);
    const refusePayoutOf = (payout_id: string) =>
      inTransaction(settlement.context.db, (tx) =>
        refusePayout(settlement.context, tx, staff, { payout_id, reason: 'looks forged' }),
      );
    expect(await refusePayoutOf(id)).toMatchObject({
      ...{ ok: true, value: { status: 'returned', return_reason: 'refused' } },
    });
    expect(await listed(id)).toMatchObject({ returned_by: 'staff', return_reason: 'looks forged' });
    expect(await trusted()).toEqual({ ...before, balance: before.balance + 20_000_000 });
    expect(await refusePayoutOf(id)).toMatchObject({ code: 'wrong_state' });
    expect(await refusePayoutOf(randomUUID())).toMatchObject({ code: 'payout_not_found' });
    await settlement.payoutJobs();
    expect(settlement.bank.lookUp(id)).toBeUndefined();
  });
});

describe('what the bank says', () => {
  const sent = async () => {
    const id = await aPayout();
    await gatherBatches(settlement.context);
    await sendBatches(settlement.context);
    return id;
  };
  const money = { amount_minor: 9_700n, currency: 'KRW' };

  test('twice, or late, changes nothing', async () => {
    const id = await sent();
    expect(await report(id, { kind: 'paid', money })).toBe(true);
    expect(await report(id, { kind: 'paid', money })).toBe(false);
    expect(await report(id, { kind: 'returned', money, reason: 'NARR' })).toBe(true);
    expect(await report(id, { kind: 'returned', money, reason: 'NARR' })).toBe(false);
    expect(await report(id, { kind: 'paid', money })).toBe(false);
    expect(await stateOf(id)).toBe('returned');
  });

  test('before our row says that it was sent is booked, and it is not sent twice', async () => {
    const id = await aPayout();
    await gatherBatches(settlement.context);
    expect(await report(id, { kind: 'paid', money })).toBe(true);
    await settlement.payoutJobs();
    expect(await stateOf(id)).toBe('paid');
  });

  test.each<[string, BankReport]>([
    ['another amount', { kind: 'paid', money: { ...money, amount_minor: 9_699n } }],
    ['another currency', { kind: 'paid', money: { ...money, currency: 'USD' } }],
  ])('of %s is raised and books nothing', async (_what, told) => {
    const id = await sent();
    await expect(report(id, told)).rejects.toThrow(id);
    expect(await stateOf(id)).toBe('sent');
    await report(id, { kind: 'paid', money });
  });

  test('against what it said before is raised', async () => {
    const [paid, rejected] = [await sent(), await sent()];
    await report(paid, { kind: 'paid', money });
    await expect(report(paid, { kind: 'rejected', reason: 'NARR' })).rejects.toThrow('rejected');
    await report(rejected, { kind: 'rejected', reason: 'NARR' });
    await expect(report(rejected, { kind: 'paid', money })).rejects.toThrow('paid');
  });

  test('of a payout that was never sent is raised', async () => {
    const id = await aPayout();
    await expect(report(id, { kind: 'paid', money })).rejects.toThrow('never sent');
    await expect(report(randomUUID(), { kind: 'paid', money })).rejects.toThrow('never sent');
    await settlement.payoutJobs();
  });

  test('that it knows nothing of what it has taken is raised, and nothing is sent again', async () => {
    const id = await sent();
    const { context } = settlement;
    const known = context.banks;
    context.banks = {
      ...known,
      named: (name) => ({ ...known.named(name), lookUp: async () => ({ kind: 'not_found' }) }),
    };
    settlement.base.time.now = new Date(settlement.base.time.now.getTime() + MINUTE_MS);
    expect(await askBanks(context)).toBe(0);
    context.banks = known;
    expect(await stateOf(id)).toBe('sent');
    expect((await listFailing(context.db, 10)).map(({ subject_id }) => subject_id)).toEqual([id]);
    await settlement.payoutJobs(DAY_MS);
    expect(await stateOf(id)).toBe('paid');
  });
});

test('two processes put each payout into one batch', async () => {
  const ids = [];
  for (let n = 0; n < 6; n++) ids.push(await aPayout(100, 0));
  await Promise.all([1, 2, 3].map(() => gatherBatches(settlement.context)));
  await Promise.all([1, 2, 3].map(() => sendBatches(settlement.context)));
  await settlement.payoutJobs();
  for (const id of ids) {
    expect(await stateOf(id)).toBe('paid');
    const sent = await sql`
      select 1 from journal where kind = 'payout_sent' and subject_id = ${id}`.execute(settlement.context.db);
    expect(sent.rows).toHaveLength(1);
  }
  await holds();
});

test('a payout in a currency that no bank takes waits for one', async () => {
  const { context } = settlement;
  const known = context.banks;
  const id = await aPayout();
  context.banks = { ...known, choose: () => undefined };
  await settlement.payoutJobs();
  expect(await listed(id)).toMatchObject({ status: 'planned', waits_for: 'bank' });
  context.banks = known;
  await settlement.payoutJobs();
  expect(await stateOf(id)).toBe('paid');
});

test('a caller that knows no states is answered once the payout was paid, and it is planned once', async () => {
  const { context } = settlement;
  const input = {
    ...{ payout_id: randomUUID(), payee: PAYEE, gross_minor: 700, commission_minor: 0, currency: 'KRW' },
    ...{ used_from: '2026-01-01T00:00:00Z', used_until: '2026-02-01T00:00:00Z' },
  };
  const ask = (changed: Partial<typeof input> = {}) =>
    payOutWhole(context, 'management', { ...input, ...changed }, anEvidence());
  for (const _retry of [1, 2]) expect(await ask()).toMatchObject({ code: 'request_in_progress' });
  expect(await ask({ gross_minor: 701 })).toMatchObject({ code: 'wrong_state' });
  await settlement.payoutJobs();
  expect(await ask()).toMatchObject({ ok: true, value: { status: 'paid', gross_minor: 700 } });
  expect(await ask({ payout_id: randomUUID(), commission_minor: 701 })).toMatchObject({
    code: 'amount_out_of_range',
  });
});
