import type {
  CertificateState,
  UNFREEZE_CERTIFICATE_REFUSALS,
} from '../../../contracts/shop-certificates.ts';
import { addDays, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { appendEvent, type CertificateRow, certificateState, lockCertificate } from './certificates.ts';
import { tellHolder } from './tell-holder.ts';

/** Frees a certificate again after a dispute that was won. */
export async function unfreezeCertificate(
  context: ShopContext,
  tx: Tx,
  { operator, certificateId, factId }: { operator: string; certificateId: string; factId: string },
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof UNFREEZE_CERTIFICATE_REFUSALS>>> {
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  const { state } = certificate;
  if (state === 'active') return done(certificateState(certificate));
  if (state !== 'frozen') return refuse('wrong_state', { state_now: state });
  const evidenceId = await storeEvidence(tx, evidence);
  return done(await unfreeze(context, tx, certificate, { factId, evidenceId }));
}

/**
 * Frees a frozen certificate, which the caller has locked, and tells its holder, unless staff have it locked. For each day that was begun while it was
 * frozen it is valid a day longer, so nobody loses any of its time, and one that would have expired meanwhile has not.
 */
export async function unfreeze(
  context: ShopContext,
  tx: Tx,
  certificate: CertificateRow,
  { factId, evidenceId }: { factId: string; evidenceId: string },
): Promise<CertificateState> {
  const { certificate_id, balance_minor, currency } = certificate;
  const now = context.clock();
  const expires_at = await lateExpiry(context, tx, certificate, now);
  const freed = await sql<{ locked_since: Date | null }>`
    update certificates set state = 'active', frozen_at = null, expires_at = ${expires_at}
    where certificate_id = ${certificate_id} returning locked_since`.execute(tx);
  await appendEvent(context, tx, {
    certificate_id,
    kind: 'certificate_unfrozen',
    fact_id: factId,
    content: { expires_at: expires_at.toISOString(), evidence_id: evidenceId },
  });
  const left = { amount_minor: minorToJson(balance_minor), currency };
  const isLocked = freed.rows.some(({ locked_since }) => locked_since !== null);
  if (!isLocked)
    await tellHolder(context, tx, certificate_id, {
      kind: 'recipient.certificate_unfrozen',
      left,
      at: expires_at,
    });
  return certificateState({ ...certificate, state: 'active' });
}

async function lateExpiry(
  { settings }: ShopContext,
  tx: Tx,
  { certificate_id, expires_at }: CertificateRow,
  now: Date,
): Promise<Date> {
  const found = await sql<{ frozen_at: Date }>`
    select frozen_at from certificates
    where certificate_id = ${certificate_id} and frozen_at is not null`.execute(tx);
  const frozenMs = now.getTime() - (found.rows[0]?.frozen_at ?? now).getTime();
  const lastDay = dayIn(settings.timeZone, expires_at);
  return endOfDay(settings.timeZone, addDays(lastDay, Math.ceil(frozenMs / DAY_MS)));
}
