import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { checkSettlementFacts } from '../../../test/builders/facts.ts';
import { aStaffMember } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { approvePayout } from './approve.ts';
import { listPayouts } from './list.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let people: string[];
beforeAll(async () => {
  settlement = await aSettlement();
  people = [await aStaffMember(settlement, 'treasurer'), await aStaffMember(settlement, 'treasurer')];
});
afterAll(async () => {
  await checkSettlementFacts(settlement.base);
  await settlement?.base.drop();
});

/** A payout that two people have to approve. */
async function large(): Promise<string> {
  const [order, id] = [randomUUID(), randomUUID()];
  await settlement.authorise(order, 20_000_000);
  await settlement.capture(order, 20_000_000);
  expect(await settlement.payOut(id, 12_000_000, 0)).toMatchObject({ ok: true });
  return id;
}
const approve = (staff: string | undefined, id: string) =>
  inTransaction(settlement.context.db, (tx) => approvePayout(settlement.context, tx, staff ?? '', id));
const listed = async (id: string) => {
  const { db, banks } = settlement.context;
  return (await listPayouts(db, banks, { limit: 200 })).find(({ payout_id }) => payout_id === id);
};
async function anotherAccount(number: string): Promise<void> {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
  await settlement.anAccount(number);
}

test.each([
  ['has its first account', false],
  ['has another account', true],
])('a payout that was approved before its payee %s is approved again', async (_what, hadOne) => {
  const [first, second] = people;
  if (hadOne) await anotherAccount('110234567890');
  const id = await large();
  for (const staff of people) expect(await approve(staff, id)).toMatchObject({ ok: true });
  await anotherAccount('110234567899');
  await settlement.payoutJobs();
  expect(await listed(id)).toMatchObject({ status: 'planned', waits_for: 'approval', approved_by: [] });
  expect(settlement.bank.lookUp(id)).toBeUndefined();
  expect(await approve(second, id)).toMatchObject({ ok: true, value: { approvals: 1 } });
  expect(await approve(second, id)).toMatchObject({ code: 'other_person_needed' });
  expect(await approve(first, id)).toMatchObject({ ok: true, value: { approvals: 2 } });
  await settlement.payoutJobs();
  expect(await listed(id)).toMatchObject({ status: 'paid', account_last4: '7899' });
  // What was approved stays so, whatever account comes next.
  await anotherAccount('110234567890');
  expect((await listed(id))?.approved_by).toHaveLength(2);
});
