import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { BankReport } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';
import { endAccount } from '../payee-accounts/decide-account.ts';
import { nextAskOfPaid } from './ask-times.ts';
import { bookPaid, bookReturned, bookSent } from './book-payout.ts';
import { lockPayout, type PayoutRow } from './payout.ts';

/** Codes of ISO 20022 that say that nothing can be paid to the account: its number is wrong, it is closed or blocked. */
const OF_THE_ACCOUNT = /^(AC0[1346]|AC1[34]|AG01|BE01|RC0[147])$/;

/**
 * Books what the bank says of a payout, in whatever order it says it, and once. Returns whether that changed anything. What
 * can't be is thrown, so that staff see it among the failed work: another amount, a payment that was never sent, and one that
 * was made after all.
 */
export async function applyReport(
  context: Pick<SettlementContext, 'clock' | 'banks'>,
  tx: Tx,
  payoutId: string,
  report: BankReport,
): Promise<boolean> {
  const now = context.clock();
  const found = await lockPayout(tx, payoutId);
  if (found?.bank == null) throw new Error(`The bank reports a payment ${payoutId} that it was never sent.`);
  checkMoney(found, report);
  if (contradicts(found, report))
    throw new Error(`The bank reports the payment ${payoutId} as ${report.kind}, which was ${found.state}.`);
  if (found.state === 'returned' || (found.state === 'paid' && report.kind === 'paid')) return false;
  // It has it, though our row of that is still to come.
  const payout = found.state === 'planned' ? await bookSent(tx, found, now, null) : found;
  if (report.kind === 'paid') {
    const bank = context.banks.named(found.bank);
    await bookPaid(tx, payout, now, nextAskOfPaid(bank, { paid_at: now }, now));
    return true;
  }
  const reason = report.reason ?? 'NARR';
  await bookReturned(tx, payout, { by: report.kind === 'rejected' ? 'bank' : 'payee_bank', reason }, now);
  if (OF_THE_ACCOUNT.test(reason)) await endAccount(tx, sql`account_id = ${payout.account_id}`, reason, now);
  return true;
}

function checkMoney({ payout_id, net_minor, currency }: PayoutRow, { money }: BankReport): void {
  if (money === undefined || (money.amount_minor === net_minor && money.currency === currency)) return;
  throw new Error(
    `The bank reports ${money.amount_minor} ${money.currency} of the payment ${payout_id}, which is ${net_minor} ${currency}.`,
  );
}

/** A bank can't reject what it has made, nor make what it has rejected. */
function contradicts({ state, returned_by }: PayoutRow, { kind }: BankReport): boolean {
  if (state === 'paid') return kind === 'rejected';
  return state === 'returned' && returned_by === 'bank' && kind === 'paid';
}
