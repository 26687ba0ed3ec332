import { sql } from 'kysely';
import type { PaymentMethod, PaymentMethodSetup } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { SettlementContext } from '../context.ts';
import { cardDigest } from '../operations/test-acquirer.ts';

const SETUP_MINUTES = 30;

/** Makes the place where a payer's customer gives a card. Only its token's digest is kept. */
export async function setUpPaymentMethod(
  context: SettlementContext,
  tx: Executor,
  setupId: string,
  {
    payerParty,
    payerReference,
    returnUrl,
    evidence,
  }: { payerParty: string; payerReference: string; returnUrl?: string | undefined; evidence: Evidence },
): Promise<Result<PaymentMethodSetup>> {
  const now = context.clock();
  const expires = addMs(now, SETUP_MINUTES * MINUTE_MS);
  const token = newToken('setup', context.random);
  const evidenceId = await storeEvidence(tx, evidence);
  await sql`
    insert into payment_method_setups
      (setup_id, payer_party, payer_reference, return_url, token_digest, expires_at, evidence_id, created_at)
    values (${setupId}, ${payerParty}, ${payerReference}, ${returnUrl ?? null}, ${tokenDigest(token)}, ${expires},
      ${evidenceId}, ${now})`.execute(tx);
  return done({
    setup_id: setupId,
    card_entry_url: `${context.publicUrl}/v1/card-entries/${token}`,
    expires_at: expires.toISOString(),
  });
}

/** Whether a card may still be given at this place, and where its giver goes then. Refusals in order: as `enterCard`. */
export async function findSetup(
  executor: Executor,
  token: string,
  now: Date,
): Promise<Result<{ return_url: string | null }>> {
  const found = await sql<{ return_url: string | null; expires_at: Date }>`
    select return_url, expires_at from payment_method_setups
    where token_digest = ${tokenDigest(token)} and used_at is null`.execute(executor);
  const setup = found.rows[0];
  if (setup === undefined) return refuse('payment_method_not_found');
  return setup.expires_at <= now ? refuse('payment_method_expired') : done({ return_url: setup.return_url });
}

export type Card = { card_number: string; expiry_month: number; expiry_year: number; security_code: string };

/**
 * Takes a card from its holder and gives the token for it. The number and the security code are not stored.
 * Refusals in order: payment_method_not_found (no such place, or it was used), payment_method_expired (the place or
 * the card), payment_declined (not a card number, with decline_reason).
 */
export async function enterCard(
  context: SettlementContext,
  tx: Executor,
  token: string,
  card: Card,
): Promise<Result<{ payment_method_id: string; brand: string; last4: string }>> {
  const now = context.clock();
  const found = await sql<{
    setup_id: string;
    payer_party: string;
    payer_reference: string;
    expires_at: Date;
  }>`
    select setup_id, payer_party, payer_reference, expires_at from payment_method_setups
    where token_digest = ${tokenDigest(token)} and used_at is null for update`.execute(tx);
  const setup = found.rows[0];
  if (setup === undefined) return refuse('payment_method_not_found');
  const cardEnds = new Date(Date.UTC(card.expiry_year, card.expiry_month, 1));
  if (setup.expires_at <= now || cardEnds <= now) return refuse('payment_method_expired');
  const number = card.card_number.replace(/[ -]/g, '');
  if (!passesLuhn(number)) return refuse('payment_declined', { decline_reason: 'incorrect_number' });

  const digest = cardDigest(context, number);
  const known = await sql<{
    brand: string;
  }>`select brand from test_cards where card_digest = ${digest}`.execute(tx);
  const brand = known.rows[0]?.brand ?? 'unknown';
  const last4 = number.slice(-4);
  const id = newToken('pm', (bytes) => context.random(bytes).subarray(0, 18)).replaceAll('-', '_');
  await sql`
    insert into payment_methods (payment_method_id, payer_party, payer_reference, brand, last4, expiry_month,
      expiry_year, card_digest, setup_id, created_at)
    values (${id}, ${setup.payer_party}, ${setup.payer_reference}, ${brand}, ${last4}, ${card.expiry_month},
      ${card.expiry_year}, ${digest}, ${setup.setup_id}, ${now})`.execute(tx);
  await sql`update payment_method_setups set used_at = ${now} where setup_id = ${setup.setup_id}`.execute(tx);
  return done({ payment_method_id: id, brand, last4 });
}

/** A party sees only the methods of its own customers. Refusal: payment_method_not_found. */
export async function readPaymentMethod(
  executor: Executor,
  payerParty: string,
  paymentMethodId: string,
): Promise<Result<PaymentMethod>> {
  const found = await sql<PaymentMethod>`
    select payment_method_id, payer_reference, brand, last4, expiry_month, expiry_year from payment_methods
    where payment_method_id = ${paymentMethodId} and payer_party = ${payerParty}`.execute(executor);
  const method = found.rows[0];
  return method === undefined ? refuse('payment_method_not_found') : done(method);
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(number: string): boolean {
  if (!/^[0-9]{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
