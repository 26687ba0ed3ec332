import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { applyReport } from './apply-report.ts';
import { nextAsk, nextAskOfPaid } from './ask-times.ts';
import { findPayout, type PayoutRow } from './payout.ts';

const BANKS = sql`select distinct bank as party from payouts where ask_at is not null and bank is not null`;

/** Asks banks what became of payouts, until that is certain. Returns how many it asked about, since there may be more. */
export function askBanks(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select payout_id::text as subject_id, ask_at as due_at from payouts where bank = p.party and ask_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, BANKS, due(claim.now)).execute(context.db);
  return eachDue(context, 'payouts', find, (_within, { subject_id }) => askBank(context, subject_id));
}

async function askBank(context: SettlementContext, payoutId: string): Promise<void> {
  const { db, banks } = context;
  const payout = await findPayout(db, payoutId);
  if (payout?.bank == null) return;
  const answer = (await banks.named(payout.bank).lookUp?.(payoutId)) ?? { kind: 'unknown' as const };
  const isReport = answer.kind === 'paid' || answer.kind === 'rejected' || answer.kind === 'returned';
  const hasMoved = isReport && (await inTransaction(db, (tx) => applyReport(context, tx, payoutId, answer)));
  if (!hasMoved) await askAgain(context, payout);
  // It has had it. Sent again, it might be made twice.
  if (answer.kind === 'not_found' && payout.state === 'sent')
    throw new Error(`The bank ${payout.bank} knows no payment ${payoutId}.`);
}

async function askAgain({ db, banks, clock }: SettlementContext, payout: PayoutRow): Promise<void> {
  const now = clock();
  const next =
    payout.state === 'paid'
      ? nextAskOfPaid(banks.named(payout.bank ?? ''), payout, now)
      : nextAsk(payout, now);
  await sql`
    update payouts set ask_at = ${next}
    where payout_id = ${payout.payout_id} and state = ${payout.state} and ask_at is not null`.execute(db);
}
