import type {
  CANCEL_CERTIFICATE_REFUSALS,
  CancelCertificate,
  CertificateState,
} from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type Refusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { postToBooks } from '../books/books.ts';
import type { ShopContext } from '../context.ts';
import { type CertificateRow, certificateState, lockCertificate, moveBalance } from './certificates.ts';

/** Cancels a certificate before it is accepted, or an unused one after that when the buyer withdraws. */
export async function cancelCertificate(
  context: ShopContext,
  tx: Tx,
  operator: string,
  certificateId: string,
  { reason }: CancelCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof CANCEL_CERTIFICATE_REFUSALS>>> {
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  const refused = await checkCancellable(tx, certificate, reason);
  if (refused !== null) return refused;
  await takeCancelled(context, tx, certificate, { reason, evidenceId: await storeEvidence(tx, evidence) });
  return done(certificateState({ ...certificate, state: 'cancelled', balance_minor: 0n }));
}

/** Takes what is left off a certificate, which the caller has locked, and cancels it. */
export async function takeCancelled(
  context: ShopContext,
  tx: Tx,
  { certificate_id, order_id, balance_minor, currency }: CertificateRow,
  { reason, evidenceId }: { reason: CancelCertificate['reason']; evidenceId: string },
): Promise<void> {
  const now = context.clock();
  const content = { certificate_id, order_id, amount_minor: minorToJson(balance_minor), currency, reason };
  await writeFact(tx, {
    party: context.signingKey.party,
    kind: 'certificate_cancelled',
    fact_id: derivedId('certificate_cancelled', certificate_id),
    subject_id: certificate_id,
    entry: await moveBalance(tx, certificate_id, -balance_minor),
    currency,
    content,
    at: now,
  });
  await sql`
    update certificates set state = 'cancelled', frozen_at = null, cancelled_reason = ${reason},
      cancelled_evidence_id = ${evidenceId}
    where certificate_id = ${certificate_id}`.execute(tx);
  if (balance_minor === 0n) return;
  const transfer = { debit: 'outstanding', credit: 'refunded', code: 'cancel' } as const;
  await postToBooks(
    tx,
    { ...transfer, amount_minor: balance_minor, currency, subject_id: certificate_id },
    now,
  );
}

/** The certificate is locked with its balance, so no sale can come in between. */
async function checkCancellable(
  tx: Tx,
  { certificate_id, state }: CertificateRow,
  reason: CancelCertificate['reason'],
): Promise<Refusal<'wrong_state' | RefusalOf<typeof NOT_WITHDRAWABLE>> | null> {
  const state_now = state;
  if (state === 'registered') return null;
  if (state !== 'active' || reason !== 'withdrawn_by_buyer') return refuse('wrong_state', { state_now });
  const kept = await whyNotWithdrawable(tx, certificate_id);
  return kept === null ? null : refuse(kept, { state_now });
}

const NOT_WITHDRAWABLE = refusals('certificate_handed_over', 'certificate_used');

/**
 * Why an accepted certificate is not taken back. One with a reversed redemption isn't either: management could not book a
 * redemption it has yet to hear of once the certificate is gone.
 */
export async function whyNotWithdrawable(
  executor: Executor,
  certificateId: string,
): Promise<RefusalOf<typeof NOT_WITHDRAWABLE> | null> {
  const found = await sql<{ is_whole: boolean; was_handed_over: boolean }>`
    select b.balance_minor = c.amount_minor and b.held_minor = 0 and not exists (
        select 1 from certificate_entries e where e.certificate_id = c.certificate_id and e.kind = 'redeemed') as is_whole,
      exists (select 1 from hand_overs h where h.certificate_id = c.certificate_id and h.state = 'accepted') as was_handed_over
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId}`.execute(executor);
  const { is_whole = false, was_handed_over = false } = found.rows[0] ?? {};
  if (was_handed_over) return 'certificate_handed_over';
  return is_whole ? null : 'certificate_used';
}
