import type {
  CertificateState,
  FREEZE_CERTIFICATE_REFUSALS,
  FreezeCertificate,
} from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { appendEvent, certificateState, lockCertificate } from './certificates.ts';
import { endOpenings } from './end-openings.ts';
import { tellHolder } from './tell-holder.ts';

/**
 * Freezes what is left of a certificate while its payment is disputed. Whatever had opened it ends, so a sale comes before this
 * or is refused: the versions that sales compare are those of locked balances. What is held at a till can still be paid, since
 * that was promised before. Its holder is told.
 */
export async function freezeCertificate(
  context: ShopContext,
  tx: Tx,
  { operator, certificateId, freezeId }: { operator: string; certificateId: string; freezeId: string },
  { reason }: FreezeCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof FREEZE_CERTIFICATE_REFUSALS>>> {
  const now = context.clock();
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state === 'frozen') return done(certificateState(certificate));
  const state_now = certificate.expires_at <= now ? 'expired' : certificate.state;
  if (state_now !== 'active') return refuse('wrong_state', { state_now });
  await sql`
    update certificates set state = 'frozen', frozen_at = ${now} where certificate_id = ${certificateId}`.execute(
    tx,
  );
  await endOpenings(tx, [certificateId], now);
  await appendEvent(context, tx, {
    certificate_id: certificateId,
    kind: 'certificate_frozen',
    fact_id: freezeId,
    content: { reason, evidence_id: await storeEvidence(tx, evidence) },
  });
  const left = { amount_minor: minorToJson(certificate.balance_minor), currency: certificate.currency };
  await tellHolder(context, tx, certificateId, { kind: 'recipient.certificate_frozen', left, at: now });
  return done(certificateState({ ...certificate, state: 'frozen' }));
}
