import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { isId } from '../../../kit/ids.ts';
import type { BankReport } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';
import { applyReport } from './apply-report.ts';
import { markSentBefore } from './sent-before.ts';

/**
 * Books what banks' files report. A report of a payment that isn't there, or not as it says, is tried again later, and staff see
 * it among the failed work. Returns how many were booked.
 */
export function applyFiledReports(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select report_id::text as subject_id, due_at from bank_reports where due_at <= ${now}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'bank_reports', find, (_within, { subject_id }) =>
    inTransaction(context.db, (tx) => applyFiled(context, tx, subject_id)),
  );
}

type Filed = {
  bank: string;
  of_batch: boolean;
  reference: string;
  kind: BankReport['kind'];
  amount_minor: bigint | null;
  currency: string | null;
  reason: string | null;
};

async function applyFiled(context: SettlementContext, tx: Tx, reportId: string): Promise<boolean> {
  const found = await sql<Filed>`
    select bank, of_batch, reference, kind, amount_minor, currency, reason from bank_reports
    where report_id = ${reportId} and due_at is not null for update`.execute(tx);
  const [filed] = found.rows;
  if (filed === undefined) return false;
  const { amount_minor, currency, reason } = filed;
  const report: BankReport = {
    kind: filed.kind,
    ...(amount_minor === null || currency === null ? {} : { money: { amount_minor, currency } }),
    ...(reason === null ? {} : { reason }),
  };
  await takeLost(context, tx, filed);
  for (const payoutId of await payoutsOf(tx, filed)) await applyReport(context, tx, payoutId, report);
  await sql`update bank_reports set due_at = null where report_id = ${reportId}`.execute(tx);
  return true;
}

/**
 * A payout that a restore left planned, and of which it was not known whether this bank has had it: now it says so. A whole batch
 * can't be told from what it names, since what was in it is lost with it.
 */
async function takeLost(
  context: SettlementContext,
  tx: Tx,
  { bank: name, of_batch, reference }: Filed,
): Promise<void> {
  const bank = context.banks.find(name);
  if (of_batch || bank === undefined || !isId(reference)) return;
  const left = await sql`
    select 1 from restore_findings f join payouts p on p.payout_id = f.subject_id
    where f.subject_id = ${reference} and f.kind = 'payout_maybe_sent' and p.state = 'planned' and p.bank is null`.execute(
    tx,
  );
  if (left.rows.length > 0) await markSentBefore(context, tx, reference, bank);
}

/** Only payouts that this bank was given. */
async function payoutsOf(executor: Executor, { bank, of_batch, reference }: Filed): Promise<string[]> {
  const isMeant = of_batch ? sql`batch_id = ${reference}` : sql`payout_id = ${reference}`;
  const found = await sql<{ payout_id: string }>`
    select payout_id from payouts where bank = ${bank} and ${isMeant} order by payout_id`.execute(executor);
  if (found.rows.length === 0)
    throw new Error(`The bank ${bank} reports a payment ${reference} that it never got.`);
  return found.rows.map(({ payout_id }) => payout_id);
}
