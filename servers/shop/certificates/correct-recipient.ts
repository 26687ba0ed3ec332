import type {
  CertificateState,
  CORRECT_RECIPIENT_REFUSALS,
  CorrectRecipient,
} from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { certificateState, lockCertificate } from './certificates.ts';

/**
 * Corrects the recipient of a certificate that is not accepted yet, for the operator that registered it. The previous
 * recipient is kept with the signed request that changed it. No value moves.
 */
export async function correctRecipient(
  context: ShopContext,
  tx: Tx,
  operator: string,
  { correctionId, certificateId }: { correctionId: string; certificateId: string },
  { recipient_name, recipient_phone, recipient_email }: CorrectRecipient,
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof CORRECT_RECIPIENT_REFUSALS>>> {
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state !== 'registered') return refuse('wrong_state', { state_now: certificate.state });
  const evidenceId = await storeEvidence(tx, evidence);
  await sql`
    insert into recipient_corrections
      (correction_id, certificate_id, before_name, before_phone, before_email, evidence_id, at)
    select ${correctionId}::uuid, certificate_id, recipient_name, recipient_phone, recipient_email,
      ${evidenceId}::uuid, ${context.clock()}::timestamptz
    from certificates where certificate_id = ${certificateId}`.execute(tx);
  await sql`
    update certificates set recipient_name = ${recipient_name}, recipient_phone = ${recipient_phone ?? null},
      recipient_email = ${recipient_email ?? null}
    where certificate_id = ${certificateId}`.execute(tx);
  return done(certificateState(certificate));
}
