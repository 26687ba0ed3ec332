import { sql } from 'kysely';
import type { CancelCertificate, CertificateState } from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { book } from './books.ts';
import { appendEntry, certificateState, lockCertificate } from './certificates.ts';

/** Takes a certificate back before it is accepted. Refusals in order: certificate_not_found, wrong_state. */
export async function cancelCertificate(
  context: ShopContext,
  tx: Executor,
  operator: string,
  certificateId: string,
  { reason }: CancelCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState>> {
  const now = context.clock();
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state !== 'registered') return refuse('wrong_state', { state_now: certificate.state });
  const evidenceId = await storeEvidence(tx, evidence);
  await appendEntry(tx, {
    certificate_id: certificateId,
    kind: 'refunded',
    delta_minor: -certificate.balance_minor,
    reference_id: certificate.order_id,
    at: now,
  });
  await sql`
    update certificates set state = 'cancelled', cancelled_reason = ${reason}, cancelled_evidence_id = ${evidenceId}
    where certificate_id = ${certificateId}`.execute(tx);
  await book(
    tx,
    {
      debit: 'outstanding',
      credit: 'refunded',
      amount_minor: certificate.balance_minor,
      currency: certificate.currency,
      code: 'cancel',
      subject_id: certificateId,
    },
    now,
  );
  return done(certificateState({ ...certificate, state: 'cancelled', balance_minor: 0n }));
}
