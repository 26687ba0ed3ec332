import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { Bank } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';
import { firstAsk } from './ask-times.ts';
import { bookSent } from './book-payout.ts';
import { lockPayout, type PayoutRow } from './payout.ts';

/**
 * Notes that a bank has had a payout, from a batch that was lost in a restore. `not_planned` if it is known to have had it, or is
 * over; `no_account` if it isn't known to which account it went.
 */
export async function markSentBefore(
  { clock }: Pick<SettlementContext, 'clock'>,
  tx: Tx,
  payoutId: string,
  bank: Bank,
): Promise<'sent' | 'not_planned' | 'no_account'> {
  const payout = await lockPayout(tx, payoutId);
  if (payout === undefined || payout.state !== 'planned') return 'not_planned';
  const placed = await place(tx, payout, bank, clock());
  if (placed === undefined) return 'no_account';
  await bookSent(tx, placed, clock(), firstAsk(bank, clock()));
  return 'sent';
}

async function place(tx: Tx, payout: PayoutRow, bank: Bank, now: Date): Promise<PayoutRow | undefined> {
  if (payout.batch_id !== null) return payout;
  const { payout_id, payee, currency } = payout;
  const found = await sql<{ account_id: string }>`
    select account_id from payee_accounts
    where payee = ${payee} and currency = ${currency} and state = 'confirmed'`.execute(tx);
  const [account] = found.rows;
  if (account === undefined) return undefined;
  const batch_id = newId();
  await sql`
    insert into payout_batches (batch_id, bank, currency, created_at, sent_at)
    values (${batch_id}, ${bank.name}, ${currency}, ${now}, ${now})`.execute(tx);
  await sql`
    update payouts set batch_id = ${batch_id}, bank = ${bank.name}, account_id = ${account.account_id}
    where payout_id = ${payout_id}`.execute(tx);
  return { ...payout, batch_id, bank: bank.name, account_id: account.account_id };
}
