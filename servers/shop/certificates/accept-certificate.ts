import type {
  ACCEPT_CERTIFICATE_REFUSALS,
  AcceptCertificate,
  CertificateState,
} from '../../../contracts/shop-certificates.ts';
import { isCertificateNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type Kept, kept } from '../../../kit/idempotency.ts';
import { keepParts } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { isPersonal } from '../../../kit/phone.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import { checkPin } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { openPin } from '../../../kit/sealed-pin.ts';
import { insertEvidence } from '../../../kit/signing/evidence.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { type CertificateRow, certificateState, findCertificate } from './certificates.ts';
import type { Received } from './insert-certificate.ts';
import { numberDigests, sealNumber } from './number-vault.ts';

type AcceptRefusal = RefusalOf<typeof ACCEPT_CERTIFICATE_REFUSALS>;

/**
 * Receipt 3: the certificate gets its number and the recipient's PIN, which only this server can decrypt. The PIN is
 * stored as a keyed digest, the number encrypted; neither leaves this function in clear text.
 */
export async function acceptCertificate(
  context: ShopContext,
  executor: Executor,
  { operator, certificateId }: { operator: string; certificateId: string },
  { sealed_pin }: AcceptCertificate,
  { evidence, keeping }: Received,
): Promise<Result<CertificateState, AcceptRefusal> | Kept<CertificateState>> {
  const now = context.clock();
  const found = await findAcceptable(executor, operator, certificateId, now);
  if (!found.ok) return found;
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
  const active = certificateState({ ...found.value, state: 'active' });
  const evidenceId = newId();
  // The first PIN: nothing was opened by another one that would have to end.
  const accepted = await sql`
    with accepted as (
      update certificates set state = 'active', phone = ${phone}, pin_digest = ${first.digest},
        pin_key_version = ${first.key_version}, number_digest = ${number.number_digest},
        number_digest_key_version = ${number.number_digest_key_version}, number_encrypted = ${number.number_encrypted},
        number_key_version = ${number.number_key_version}, number_last4 = ${certificate_number.slice(-4)},
        accepted_at = ${now}, accepted_evidence_id = ${evidenceId}
      where certificate_id = ${certificateId} and operator = ${operator} and state = 'registered' and expires_at > ${now}
        and not exists (
          select 1 from certificates where number_digest = any(${numberDigests(context.secrets, certificate_number)}))
      returning certificate_id),
    signed as (${insertEvidence(evidence, sql`accepted`, evidenceId)}),
    ${keepParts(keeping, active, sql`accepted`)}
    select 1 from accepted`.execute(executor);
  if (accepted.rows.length > 0) return kept(active);
  // Somebody else has changed it meanwhile, or its number is taken.
  const foundNow = await findAcceptable(executor, operator, certificateId, now);
  return foundNow.ok ? refuse('sealed_pin_unreadable') : foundNow;
}

async function findAcceptable(
  executor: Executor,
  operator: string,
  certificateId: string,
  now: Date,
): Promise<Result<CertificateRow, 'certificate_not_found' | 'wrong_state'>> {
  const certificate = await findCertificate(executor, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state !== 'registered') return refuse('wrong_state', { state_now: certificate.state });
  if (certificate.expires_at <= now) return refuse('wrong_state', { state_now: 'expired' });
  return done(certificate);
}
