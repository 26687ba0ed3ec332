import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { checkSettlementFacts } from '../../../test/builders/facts.ts';
import { ACCOUNT, aSettlement, PAYEE } from '../../../test/builders/settlement.ts';
import { banks } from '../banks/banks.ts';
import { applyFiledReports } from '../payouts/apply-filed-reports.ts';
import { findPayout } from '../payouts/payout.ts';
import { askForUnsent } from './restore-payouts.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
  await settlement.anAccount(ACCOUNT);
});
afterAll(async () => {
  await checkSettlementFacts(settlement.base);
  await settlement?.base.drop();
});

/** Of which the backup says that it was planned. */
async function aPlannedPayout(): Promise<string> {
  const [order, id] = [randomUUID(), randomUUID()];
  await settlement.authorise(order, 10_000);
  await settlement.capture(order, 10_000);
  expect(await settlement.payOut(id, 10_000, 300)).toMatchObject({ ok: true });
  return id;
}
const found = async (id: string) => {
  const { rows } = await sql<{ kind: string }>`
    select kind from restore_findings where subject_id = ${id}`.execute(settlement.context.db);
  return rows.map(({ kind }) => kind);
};

test('a payout that its bank has had since the backup is not sent again, and is paid when the bank says so', async () => {
  const id = await aPlannedPayout();
  const account = { kind: 'kr', bank_code: '088', number: ACCOUNT } as const;
  await settlement.context.banks.named('test').send({
    ...{ batch_id: randomUUID(), created_at: settlement.base.time.now },
    payments: [{ payout_id: id, amount_minor: 9_700n, currency: 'KRW', account, holder: '하늘상점' }],
  });
  await askForUnsent(settlement.context);
  expect((await findPayout(settlement.context.db, id))?.state).not.toBe('planned');
  await settlement.payoutJobs();
  expect(await findPayout(settlement.context.db, id)).toMatchObject({ state: 'paid', payee: PAYEE });
  expect(await found(id)).toEqual([]);
});

test('one of which no bank can say whether it has had it waits for two people', async () => {
  const id = await aPlannedPayout();
  const { lookUp: _none, ...mute } = settlement.context.banks.named('test');
  await askForUnsent({ ...settlement.context, banks: banks([{ bank: mute }]) });
  expect(await found(id)).toEqual(['payout_maybe_sent']);
  await settlement.payoutJobs();
  expect(await findPayout(settlement.context.db, id)).toMatchObject({
    state: 'planned',
    approvals_needed: 2,
  });
});

test('one that was left to people is paid when its bank reports it, and not before', async () => {
  const id = await aPlannedPayout();
  const { lookUp: _none, ...mute } = settlement.context.banks.named('test');
  const context = { ...settlement.context, banks: banks([{ bank: mute }]) };
  await report(id);
  expect(await applyFiledReports(context)).toBe(0);
  expect(await findPayout(context.db, id)).toMatchObject({ state: 'planned' });
  await askForUnsent(context);
  expect(await found(id)).toEqual(['payout_maybe_sent']);
  settlement.base.time.now = new Date(settlement.base.time.now.getTime() + DAY_MS);
  while ((await applyFiledReports(context)) > 0);
  expect(await findPayout(context.db, id)).toMatchObject({ state: 'paid', bank: 'test' });
});

async function report(payoutId: string): Promise<void> {
  const [file_id, now] = [randomUUID(), settlement.base.time.now];
  await sql`
    insert into bank_files (file_id, bank, direction, name, digest, body_sealed, created_at)
    values (${file_id}, 'test', 'from_bank', 'camt.054.xml', ${randomBytes(32)}, ${randomBytes(32)}, ${now})`.execute(
    settlement.context.db,
  );
  await sql`
    insert into bank_reports (report_id, file_id, bank, reference, of_batch, kind, amount_minor, currency, due_at)
    values (${randomUUID()}, ${file_id}, 'test', ${payoutId}, false, 'paid', 9700, 'KRW', ${now})`.execute(
    settlement.context.db,
  );
}

test('one that its bank has never had is sent as any other', async () => {
  const id = await aPlannedPayout();
  await askForUnsent(settlement.context);
  await settlement.payoutJobs();
  expect(await findPayout(settlement.context.db, id)).toMatchObject({ state: 'paid' });
});
