import { Value } from 'typebox/value';
import { RequestPayout } from '../../../contracts/settlement-payouts.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { done } from '../../../kit/result.ts';
import type { Bank } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';
import { applyReport } from '../payouts/apply-report.ts';
import { payOut } from '../payouts/pay-out.ts';
import { findPayout, type PayoutRow, payoutAnswer } from '../payouts/payout.ts';
import { markSentBefore } from '../payouts/sent-before.ts';
import { find, keepAnswer, type Made, settledAt } from './made-payment.ts';
import type { NotBooked } from './restore-changes.ts';

/** Plans a payout again that was asked for then: its money is held as it was. */
export async function restorePayout(context: SettlementContext, made: Made): Promise<NotBooked> {
  const input: unknown = JSON.parse(made.call.body);
  if (!Value.Check(RequestPayout, input)) return 'call_refused';
  const at = settledAt(context, made);
  const asked = { ...input, reads_states: true };
  const { db, clock } = context;
  const planned = await inTransaction(db, async (tx) => {
    const known = await findPayout(tx, input.payout_id);
    const then = { ...context, clock: () => at };
    const result =
      known === undefined
        ? await payOut(then, tx, made.party, asked, made.evidence)
        : done(payoutAnswer(known));
    if (result.ok) await keepAnswer(tx, made, clock());
    return result;
  });
  // Another process may have just done it.
  return planned.ok || (await findPayout(db, input.payout_id)) !== undefined ? undefined : 'call_refused';
}

/**
 * Payouts of which nobody here knows whether a bank has had them since the backup: a bank that can be asked says so. Of the others
 * people have to find out before they approve them, or the bank's report does.
 */
export async function askForUnsent(context: SettlementContext): Promise<void> {
  const { db, banks } = context;
  const found = await sql<Pick<PayoutRow, 'payout_id' | 'payee' | 'currency' | 'bank'>>`
    select payout_id, payee, currency, bank from payouts where state = 'planned' and sent_at is null
    order by payout_id`.execute(db);
  for (const { payout_id, payee, currency, bank: name } of found.rows) {
    const bank = name === null ? banks.choose(payee, currency) : banks.find(name);
    const said = (await bank?.lookUp?.(payout_id)) ?? { kind: 'unknown' as const };
    if (bank === undefined || said.kind === 'unknown') await waitForPeople(context, payout_id, bank);
    else if (said.kind === 'pending') await inTransaction(db, (tx) => markSent(context, tx, payout_id, bank));
    else if (said.kind === 'paid' || said.kind === 'rejected' || said.kind === 'returned')
      await inTransaction(db, async (tx) => {
        if (await markSent(context, tx, payout_id, bank)) await applyReport(context, tx, payout_id, said);
      });
  }
}

/** The bank has it, from a batch that is lost. False if it isn't known to which account. */
async function markSent(context: SettlementContext, tx: Tx, payoutId: string, bank: Bank): Promise<boolean> {
  const marked = await markSentBefore(context, tx, payoutId, bank);
  if (marked === 'no_account')
    await find({ ...context, db: tx }, bank.name, 'payout_account_not_known', { subject_id: payoutId });
  return marked === 'sent';
}

/** Two more people let it go, once they know that the bank hasn't made it. */
async function waitForPeople(
  context: SettlementContext,
  payoutId: string,
  bank: Bank | undefined,
): Promise<void> {
  await find(context, bank?.name ?? '', 'payout_maybe_sent', { subject_id: payoutId });
  await sql`
    update payouts set approvals_needed = 2 + (
      select count(*) from payout_approvals a where a.payout_id = payouts.payout_id)
    where payout_id = ${payoutId} and state = 'planned' and batch_id is null`.execute(context.db);
}
