import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { holdTransfer, postPending, postTransfer, voidPending } from '../../../kit/ledger/ledger.ts';
import { commissionIncome, paidOut, trust } from '../books/accounts.ts';
import { type PayoutRow, type PlannedPayout, payoutFact } from './payout.ts';

/**
 * Holds of the payee's trust funds what a payout takes of them, so that nothing else does. Throws `Overdrawn` if they have
 * less.
 */
export async function holdPayout(tx: Tx, payout: PlannedPayout, now: Date): Promise<void> {
  const { payout_id: subject_id, payee, payer_party, currency, net_minor, commission_minor } = payout;
  const debit = trust(payee, currency);
  const net = { debit, credit: paidOut(currency), amount_minor: net_minor, code: 'payout', subject_id };
  const commission = {
    ...{ debit, credit: commissionIncome(payer_party, currency), amount_minor: commission_minor },
    ...{ code: 'commission', subject_id },
  };
  const netHold = net_minor > 0n ? await holdTransfer(tx, net, now) : null;
  const commissionHold = commission_minor > 0n ? await holdTransfer(tx, commission, now) : null;
  await sql`
    update payouts set net_hold_id = ${netHold}, commission_hold_id = ${commissionHold}
    where payout_id = ${subject_id}`.execute(tx);
}

/** The bank has it. From `askAt` on, it is asked what became of it. */
export async function bookSent(tx: Tx, payout: PayoutRow, now: Date, askAt: Date | null): Promise<PayoutRow> {
  const { bank, account_id, batch_id } = payout;
  const fact = payoutFact(payout, 'sent', now, { bank, account_id, batch_id });
  await sql`
    with ${factParts(fact)}
    update payouts set state = 'sent', sent_at = ${now}, ask_at = ${askAt}
    where payout_id = ${payout.payout_id}`.execute(tx);
  return { ...payout, state: 'sent', sent_at: now };
}

/** The payee has it, and the commission is earned. */
export async function bookPaid(tx: Tx, payout: PayoutRow, now: Date, askAt: Date | null): Promise<PayoutRow> {
  await sql`
    with ${factParts(payoutFact(payout, 'paid', now))}
    update payouts set state = 'paid', paid_at = ${now}, ask_at = ${askAt}
    where payout_id = ${payout.payout_id}`.execute(tx);
  if (payout.net_hold_id !== null) await post(tx, payout.net_hold_id, payout.net_minor, now);
  if (payout.commission_hold_id !== null)
    await post(tx, payout.commission_hold_id, payout.commission_minor, now);
  return { ...payout, state: 'paid', paid_at: now };
}

/** It was not paid, or came back: all of it, with the commission, is in trust for the payee again. */
export async function bookReturned(
  tx: Tx,
  payout: PayoutRow,
  {
    by,
    reason,
    staff_id = null,
  }: { by: 'staff' | 'bank' | 'payee_bank'; reason: string; staff_id?: string | null },
  now: Date,
): Promise<PayoutRow> {
  const fact = payoutFact(payout, 'returned', now, { returned_by: by, reason, was: payout.state, staff_id });
  await sql`
    with ${factParts(fact)}
    update payouts set state = 'returned', returned_at = ${now}, returned_by = ${by}, return_reason = ${reason}, ask_at = null
    where payout_id = ${payout.payout_id}`.execute(tx);
  if (payout.state === 'paid') await giveBack(tx, payout, now);
  else
    for (const hold of [payout.net_hold_id, payout.commission_hold_id])
      if (hold !== null) await release(tx, hold, now);
  return { ...payout, state: 'returned', returned_at: now, returned_by: by, return_reason: reason };
}

async function giveBack(tx: Tx, payout: PayoutRow, now: Date): Promise<void> {
  const { payout_id: subject_id, payee, payer_party, currency, net_minor, commission_minor } = payout;
  const credit = trust(payee, currency);
  const net = {
    debit: paidOut(currency),
    credit,
    amount_minor: net_minor,
    code: 'payout_returned',
    subject_id,
  };
  const commission = {
    ...{ debit: commissionIncome(payer_party, currency), credit, amount_minor: commission_minor },
    ...{ code: 'commission_returned', subject_id },
  };
  if (net_minor > 0n) await postTransfer(tx, net, now);
  if (commission_minor > 0n) await postTransfer(tx, commission, now);
}

async function post(tx: Tx, holdId: string, amountMinor: bigint, now: Date): Promise<void> {
  const posted = await postPending(tx, holdId, amountMinor, now);
  if (!posted.ok) throw new Error(`The hold ${holdId} of a payout can't be posted: ${posted.code}.`);
}

async function release(tx: Tx, holdId: string, now: Date): Promise<void> {
  const released = await voidPending(tx, holdId, now);
  if (!released.ok) throw new Error(`The hold ${holdId} of a payout can't be released: ${released.code}.`);
}
