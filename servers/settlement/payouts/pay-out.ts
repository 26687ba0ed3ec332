import type {
  PAYOUT_REFUSALS,
  Payout,
  READ_PAYOUT_REFUSALS,
  RequestPayout,
} from '../../../contracts/settlement-payouts.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { Overdrawn } from '../../../kit/ledger/ledger.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse, rollBack } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { SettlementContext } from '../context.ts';
import { bookPaid, holdPayout } from './book-payout.ts';
import {
  findPayout,
  lockPayout,
  type PayoutRow,
  type PlannedPayout,
  payoutAnswer,
  payoutFact,
} from './payout.ts';

type PayoutRefusal = RefusalOf<typeof PAYOUT_REFUSALS>;

/** How many of staff approve a payout above the limit, or in a currency without one. */
const APPROVALS_ABOVE_LIMIT = 2;

/**
 * Plans to pay a shop for redemptions in its stores, less commission, out of the money held in trust for it. That is held from
 * now on, and sent to a bank by the jobs.
 */
export async function payOut(
  context: Pick<SettlementContext, 'clock' | 'settings'>,
  tx: Tx,
  payerParty: string,
  input: RequestPayout,
  evidence: Evidence,
): Promise<Result<Payout, PayoutRefusal>> {
  const now = context.clock();
  const gross_minor = minorFromJson(input.gross_minor);
  const commission_minor = minorFromJson(input.commission_minor);
  const { payout_id, payee, currency, used_from, used_until } = input;
  if (commission_minor > gross_minor) return refuse('amount_out_of_range');
  const net_minor = gross_minor - commission_minor;
  const amounts = {
    payout_id,
    payee,
    payer_party: payerParty,
    currency,
    gross_minor,
    commission_minor,
    net_minor,
  };
  if (input.reads_states !== true) {
    const known = await findPayout(tx, payout_id);
    if (known !== undefined && isSame(known, amounts)) return done(payoutAnswer(known));
  }
  const evidence_id = await storeEvidence(tx, evidence);
  const fact = payoutFact(amounts, 'planned', now, { used_from, used_until, evidence_id });
  const limit = context.settings.approvalAbove.get(currency);
  const approvals = limit === undefined || net_minor > limit ? APPROVALS_ABOVE_LIMIT : 0;
  // Concurrent requests for one payout meet at this row: the later one waits, then finds that it exists.
  const planned = await sql`
    with planned as (
      insert into payouts (payout_id, payer_party, payee, gross_minor, commission_minor, net_minor, currency, used_from,
        used_until, evidence_id, state, requested_at, approvals_needed)
      values (${payout_id}, ${payerParty}, ${payee}, ${gross_minor}, ${commission_minor}, ${net_minor}, ${currency},
        ${used_from}, ${used_until}, ${evidence_id}, 'planned', ${now}, ${approvals})
      on conflict (payout_id) do nothing
      returning payout_id),
    ${factParts(fact, sql`planned`)}
    select 1 from planned`.execute(tx);
  if (planned.rows.length === 0) return rollBack(refuse('wrong_state'));
  const payout = await hold(tx, amounts, now);
  if (!payout.ok) return payout;
  // Nothing is left for the bank to send.
  return done(payoutAnswer(net_minor === 0n ? await bookPaid(tx, payout.value, now, null) : payout.value));
}

async function hold(tx: Tx, amounts: PlannedPayout, now: Date): Promise<Result<PayoutRow, PayoutRefusal>> {
  try {
    await holdPayout(tx, amounts, now);
  } catch (error) {
    if (error instanceof Overdrawn) return rollBack(refuse('payout_exceeds_funds'));
    throw error;
  }
  const payout = await lockPayout(tx, amounts.payout_id);
  if (payout === undefined) throw new Error(`The payout ${amounts.payout_id} is gone.`);
  return done(payout);
}

function isSame(known: PayoutRow, asked: PlannedPayout): boolean {
  return (
    known.payer_party === asked.payer_party &&
    known.payee === asked.payee &&
    known.currency === asked.currency &&
    known.gross_minor === asked.gross_minor &&
    known.commission_minor === asked.commission_minor
  );
}

/**
 * The same for a caller that takes any answer for `paid`: until it is, the request stays in progress. What is in progress is kept
 * under no key, so the payout's id serves as one.
 */
export async function payOutWhole(
  context: Pick<SettlementContext, 'db' | 'clock' | 'settings'>,
  payerParty: string,
  input: RequestPayout,
  evidence: Evidence,
): Promise<Result<Payout, PayoutRefusal | 'request_in_progress'>> {
  const planned = await inTransaction(context.db, (tx) => payOut(context, tx, payerParty, input, evidence));
  return planned.ok && planned.value.status !== 'paid' ? refuse('request_in_progress') : planned;
}

/** What became of a payout, for the party that asked for it. */
export async function readPayout(
  executor: Executor,
  payerParty: string,
  payoutId: string,
): Promise<Result<Payout, RefusalOf<typeof READ_PAYOUT_REFUSALS>>> {
  const payout = await findPayout(executor, payoutId);
  return payout?.payer_party === payerParty ? done(payoutAnswer(payout)) : refuse('payout_not_found');
}
