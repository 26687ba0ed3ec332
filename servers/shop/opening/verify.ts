import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { pinDigest, pinMatches } from '../../../kit/pin-digest.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { numberDigests } from '../certificates/number-vault.ts';
import { PIN_FAILURES_MAX, type ShopContext } from '../context.ts';

export type Identity = { phone: string; pin: string } | { certificate_number: string; pin: string };

/**
 * Who verifies: a terminal in a store, or null for the web or the phone. `key` is what the limit per caller counts; if it
 * stands for all customers of a web shop, there is room for many.
 */
export type Caller = { terminal_id: string | null; key: string; isWebShop?: boolean };

export type OpenedCertificate = {
  certificate_id: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
  last4: string;
  issued: boolean;
  expires_at: string;
};

export type Verification = {
  verification_token: string;
  expires_at: string;
  certificates: OpenedCertificate[];
};

type Candidate = {
  certificate_id: string;
  phone: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: bigint;
  balance_minor: bigint;
  held_minor: bigint;
  currency: string;
  number_last4: string;
  pin_digest: Buffer;
  pin_key_version: string;
  issued_at: Date | null;
  locked_at: Date | null;
  expires_at: Date;
};

export const VERIFICATION_MINUTES = 5;

export const VERIFY_REFUSALS = refusals('rate_limited', 'certificate_locked', 'pin_or_phone_wrong');

/**
 * Receipt 4–6: phone number (or scanned certificate number) and PIN open their certificates. The attempt is counted, on
 * every limit and every certificate of the number, and committed before any PIN is compared. An unknown number, no
 * certificate and a wrong PIN all get `pin_or_phone_wrong`; and a number without certificates gets `certificate_locked`
 * after as many failures as one with them, after the same work.
 */
export async function verify(
  context: ShopContext,
  identity: Identity,
  caller: Caller,
): Promise<Result<Verification, RefusalOf<typeof VERIFY_REFUSALS>>> {
  const pin = normalisePin(identity.pin);
  const number = 'phone' in identity ? phoneOf(identity.phone) : identity.certificate_number;
  const allowed = await consumeAll([
    [context.limits.pinByPhone, number],
    [caller.isWebShop ? context.limits.pinByWebShop : context.limits.pinByCaller, caller.key],
    [context.limits.pinByValue, pin],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });

  const candidates = await countAttempt(context, identity, number);
  const ring = context.secrets.keyRing('pin_hmac');
  const opened = candidates.filter(
    ({ certificate_id, phone, pin_digest, pin_key_version, locked_at }) =>
      locked_at === null &&
      pinMatches(ring, { digest: pin_digest, key_version: pin_key_version }, { certificate_id, phone, pin }),
  );
  if (candidates.length === 0) return refuse(await refuseUnknown(context, number, pin));
  if (opened.length === 0) {
    const allLocked = candidates.every(({ locked_at }) => locked_at !== null);
    return refuse(allLocked ? 'certificate_locked' : 'pin_or_phone_wrong');
  }
  await context.limits.pinByPhone.clear(number);
  return done(await createVerification(context, opened, candidates, caller));
}

async function countAttempt(context: ShopContext, identity: Identity, number: string): Promise<Candidate[]> {
  const now = context.clock();
  const condition =
    'phone' in identity
      ? sql`phone = ${number}`
      : sql`number_digest = any(${numberDigests(context.secrets, number)})`;
  // Concurrent attempts on one number lock its certificates in the same order.
  const counted = await sql<Candidate>`
    with candidates as materialized (
      select certificate_id from certificates
      where ${condition} and state = 'active' and expires_at > ${now}
      order by certificate_id for no key update)
    update certificates c set failed_attempts = failed_attempts + 1,
      locked_at = case when failed_attempts >= ${PIN_FAILURES_MAX} then coalesce(locked_at, ${now}::timestamptz) else locked_at end
    from certificate_balances b
    where b.certificate_id = c.certificate_id and c.certificate_id in (select certificate_id from candidates)
      and c.phone is not null and c.number_last4 is not null and c.pin_digest is not null
      and c.pin_key_version is not null
    returning c.certificate_id, c.phone, c.buyer_name, coalesce(c.holder_name, c.recipient_name) as recipient_name,
      c.amount_minor, b.balance_minor, b.held_minor,
      c.currency, c.number_last4, c.pin_digest, c.pin_key_version, c.issued_at, c.locked_at, c.expires_at`.execute(
    context.db,
  );
  return counted.rows;
}

async function createVerification(
  context: ShopContext,
  opened: readonly Candidate[],
  candidates: readonly Candidate[],
  caller: Caller,
): Promise<Verification> {
  const now = context.clock();
  const expires = addMs(now, VERIFICATION_MINUTES * MINUTE_MS);
  const token = newToken('verified', context.random);
  const verificationId = newId();
  const phone = opened[0]?.phone ?? '';
  await inTransaction(context.db, async (tx) => {
    // The attempt does not count against certificates of the same number with another PIN.
    await sql`
      with unlocked as materialized (
        select certificate_id from certificates
        where certificate_id = any(${idsOf(candidates)}::uuid[]) and locked_at is null
        order by certificate_id for no key update)
      update certificates
      set failed_attempts = case when certificate_id = any(${idsOf(opened)}::uuid[]) then 0
        else greatest(failed_attempts - 1, 0) end
      where certificate_id in (select certificate_id from unlocked)`.execute(tx);
    await sql`
      insert into verifications (verification_id, token_digest, terminal_id, phone, expires_at, created_at)
      values (${verificationId}, ${tokenDigest(token)}, ${caller.terminal_id}, ${phone}, ${expires}, ${now})`.execute(
      tx,
    );
    await sql`
      insert into verified_certificates (verification_id, certificate_id)
      select ${verificationId}, unnest(${idsOf(opened)}::uuid[])`.execute(tx);
  });
  return {
    verification_token: token,
    expires_at: expires.toISOString(),
    certificates: opened.map((certificate) => ({
      certificate_id: certificate.certificate_id,
      buyer_name: maskName(certificate.buyer_name),
      recipient_name: maskName(certificate.recipient_name),
      amount_minor: minorToJson(certificate.amount_minor),
      balance_minor: minorToJson(certificate.balance_minor - certificate.held_minor),
      currency: certificate.currency,
      last4: certificate.number_last4,
      issued: certificate.issued_at !== null,
      expires_at: certificate.expires_at.toISOString(),
    })),
  };
}

/** Does as much counting, writing and hashing as for a number that has a certificate. */
async function refuseUnknown(
  context: ShopContext,
  number: string,
  pin: string,
): Promise<'pin_or_phone_wrong' | 'certificate_locked'> {
  const counted = await context.limits.nobodyByPhone.consume(number);
  pinDigest(context.secrets.keyRing('pin_hmac'), { certificate_id: newId(), phone: number, pin });
  return counted.ok ? 'pin_or_phone_wrong' : 'certificate_locked';
}

function idsOf(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ certificate_id }) => certificate_id);
}

/** An invalid number has no certificates and gets the same refusal, after the same work. */
function phoneOf(raw: string): string {
  const parsed = parsePhone(raw);
  return parsed.ok ? parsed.e164 : raw;
}
