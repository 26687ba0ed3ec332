import type {
  ACCEPT_CERTIFICATE_REFUSALS,
  AcceptCertificate,
  CertificateState,
} from '../../../contracts/shop-certificates.ts';
import { isCertificateNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { isPersonal } from '../../../kit/phone.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import { checkPin } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { openPin } from '../../../kit/sealed-pin.ts';
import { insertEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { certificateState, lockCertificate } from './certificates.ts';
import { numberDigests, sealNumber } from './number-vault.ts';

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
  if (!isCertificateNumber(certificate_number)) return refuse('sealed_pin_unreadable');
  const bad = checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);
  const number = sealNumber(context.secrets, context.random, certificateId, certificate_number);
  const first = pinDigest(context.secrets.keyRing('pin_hmac'), { certificate_id: certificateId, phone, pin });
  // The first PIN: nothing was opened by another one that would have to end.
  const accepted = await sql`
    with free as materialized (
      select 1 where not exists (
        select 1 from certificates where number_digest = any(${numberDigests(context.secrets, certificate_number)}))),
    signed as (${insertEvidence(evidence, sql`free`)})
    update certificates set state = 'active', phone = ${phone}, pin_digest = ${first.digest},
      pin_key_version = ${first.key_version}, number_digest = ${number.number_digest},
      number_digest_key_version = ${number.number_digest_key_version}, number_encrypted = ${number.number_encrypted},
      number_key_version = ${number.number_key_version}, number_last4 = ${certificate_number.slice(-4)},
      accepted_at = ${context.clock()}, accepted_evidence_id = signed.message_id
    from signed where certificate_id = ${certificateId}
    returning 1`.execute(tx);
  if (accepted.rows.length === 0) return refuse('sealed_pin_unreadable');
  return done(certificateState({ ...certificate, state: 'active' }));
}
