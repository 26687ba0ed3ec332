import type { PAYOUT_REFUSALS, Payout, RequestPayout } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { type Fact, factParts } from '../../../kit/journal/write.ts';
import { Overdrawn, postTransfer } from '../../../kit/ledger/ledger.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse, rollBack } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { commissionIncome, paidOut, trust } from '../books/accounts.ts';
import { OWN_PARTY, type SettlementContext } from '../context.ts';

/** Pays a shop for redemptions in its stores, less commission, out of the money held in trust for it. */
export async function payOut(
  context: SettlementContext,
  tx: Tx,
  payerParty: string,
  input: RequestPayout,
  evidence: Evidence,
): Promise<Result<Payout, RefusalOf<typeof PAYOUT_REFUSALS>>> {
  const now = context.clock();
  const gross = minorFromJson(input.gross_minor);
  const commission = minorFromJson(input.commission_minor);
  const { payee, currency } = input;
  if (commission > gross) return refuse('amount_out_of_range');
  const net = gross - commission;
  const evidenceId = await storeEvidence(tx, evidence);
  const fact: Fact = {
    party: OWN_PARTY,
    kind: 'payout_paid',
    fact_id: derivedId('payout', input.payout_id),
    at: now,
    subject_id: input.payout_id,
    currency,
    content: { ...input, net_minor: minorToJson(net), payer: payerParty, evidence_id: evidenceId },
  };
  // Concurrent requests for one payout meet at this row: the later one waits, then finds that it exists.
  const inserted = await sql`
    with paid as (
      insert into payouts (payout_id, payer_party, payee, gross_minor, commission_minor, net_minor, currency, used_from,
        used_until, evidence_id, paid_at)
      values (${input.payout_id}, ${payerParty}, ${payee}, ${gross}, ${commission}, ${net}, ${currency},
        ${input.used_from}, ${input.used_until}, ${evidenceId}, ${now})
      on conflict (payout_id) do nothing
      returning payout_id),
    ${factParts(fact, sql`paid`)}
    select 1 from paid`.execute(tx);
  if (inserted.rows.length === 0) return rollBack(refuse('wrong_state'));
  try {
    const about = { subject_id: input.payout_id };
    const from = trust(payee, currency);
    if (net > 0n) {
      await postTransfer(
        tx,
        { debit: from, credit: paidOut(currency), amount_minor: net, code: 'payout', ...about },
        now,
      );
    }
    if (commission > 0n) {
      const to = commissionIncome(payerParty, currency);
      await postTransfer(
        tx,
        { debit: from, credit: to, amount_minor: commission, code: 'commission', ...about },
        now,
      );
    }
  } catch (error) {
    if (error instanceof Overdrawn) return rollBack(refuse('payout_exceeds_funds'));
    throw error;
  }
  return done({
    payout_id: input.payout_id,
    payee,
    status: 'paid',
    gross_minor: input.gross_minor,
    commission_minor: input.commission_minor,
    net_minor: minorToJson(net),
    currency,
    paid_at: now.toISOString(),
  });
}
