import type {
  ACCEPT_CERTIFICATE_REFUSALS,
  AcceptCertificate,
  CertificateState,
} from '../../../contracts/shop-certificates.ts';
import { isCertificateNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { isPersonal } from '../../../kit/phone.ts';
import { checkPin } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { openPin } from '../../../kit/sealed-pin.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { certificateState, lockCertificate } from './certificates.ts';
import { numberDigests, sealNumber } from './number-vault.ts';
import { setPin } from './set-pin.ts';

/**
 * Receipt 3: the certificate gets its number and the recipient's PIN, which only this server can decrypt. The PIN is
 * stored as a keyed digest, the number encrypted; neither leaves this function in clear text.
 */
export async function acceptCertificate(
  context: ShopContext,
  tx: Executor,
  operator: string,
  certificateId: string,
  { sealed_pin }: AcceptCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof ACCEPT_CERTIFICATE_REFUSALS>>> {
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state !== 'registered') return refuse('wrong_state', { state_now: certificate.state });
  if (certificate.expires_at <= context.clock()) return refuse('wrong_state', { state_now: 'expired' });
  const opened = await openPin(context.sealingKeys, sealed_pin, certificateId);
  if (!opened.ok) return opened;
  const { pin, phone, certificate_number } = opened.value;
  const parsed = parsePhone(phone);
  if (!parsed.ok || parsed.e164 !== phone || !isPersonal(phone)) return refuse('sealed_pin_unreadable');
  if (!isCertificateNumber(certificate_number) || (await isTaken(context, tx, certificate_number)))
    return refuse('sealed_pin_unreadable');
  const bad = checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);

  const evidenceId = await storeEvidence(tx, evidence);
  const number = sealNumber(context.secrets, context.random, certificateId, certificate_number);
  await setPin(context, tx, [{ certificate_id: certificateId }], { phone, pin });
  await sql`
    update certificates set state = 'active', number_digest = ${number.number_digest},
      number_digest_key_version = ${number.number_digest_key_version},
      number_encrypted = ${number.number_encrypted}, number_key_version = ${number.number_key_version},
      number_last4 = ${certificate_number.slice(-4)}, accepted_at = ${context.clock()}, accepted_evidence_id = ${evidenceId}
    where certificate_id = ${certificateId}`.execute(tx);
  return done(certificateState({ ...certificate, state: 'active' }));
}

async function isTaken(context: ShopContext, tx: Executor, number: string): Promise<boolean> {
  const taken = await sql`
    select 1 from certificates where number_digest = any(${numberDigests(context.secrets, number)})`.execute(
    tx,
  );
  return taken.rows.length > 0;
}
