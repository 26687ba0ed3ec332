import type { PaymentMethod } from '../../../contracts/settlement-payment-methods.ts';
import { passesLuhn } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { newToken } from '../../../kit/tokens.ts';
import type { Acquirer, Card, CardExpiry, CardToken } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { methodOf, type StoredExpiry } from './stored-method.ts';

export const TOKENISE_REFUSALS = [
  'payment_declined', // not a card number, or the acquirer refuses the card; with decline_reason
  'service_unavailable', // the acquirer can't be reached
] as const;

/** With a keyed digest of the number, which tells that two payers entered one card; null if nothing does. */
export type FingerprintedCard = CardToken & { card_fingerprint: string | null };

/** Has the acquirer tokenise a card, outside any transaction. A number that is no card number is not sent to it. */
export async function tokenise(
  { secrets }: SettlementContext,
  acquirer: Acquirer,
  card: Card,
): Promise<Result<FingerprintedCard, RefusalOf<typeof TOKENISE_REFUSALS>>> {
  const tokenised =
    passesLuhn(card.card_number) && acquirer.tokenise !== undefined
      ? await acquirer.tokenise(card)
      : { kind: 'refused' as const };
  if (tokenised.kind === 'refused') return refuse('payment_declined', { decline_reason: 'incorrect_number' });
  if (tokenised.kind === 'unknown') return refuse('service_unavailable');
  return done({ ...tokenised.card, card_fingerprint: fingerprintOf({ secrets }, card.card_number) });
}

/** A keyed digest of what tells one card from others: its number, or what an acquirer that doesn't tell us has instead. */
export function fingerprintOf({ secrets }: Pick<SettlementContext, 'secrets'>, card: string): string {
  const { digest } = keyedDigest(secrets.keyRing('token_pepper'), 'card_fingerprint', card);
  return digest.toString('base64url');
}

/** Whether a card is known to have expired. */
export function hasExpired({ expiry_month, expiry_year }: StoredExpiry, now: Date): boolean {
  if (expiry_month === null || expiry_year === null) return false;
  return new Date(Date.UTC(expiry_year, expiry_month, 1)) <= now;
}

type Setup = { setup_id: string; payer_party: string; payer_reference: string; acquirer: string };

/** Saves a card as a payment method, under a token of our own. Its number and security code are not stored. */
export async function saveCard(
  context: SettlementContext,
  tx: Tx,
  { setup_id, payer_party, payer_reference, acquirer }: Setup,
  expiry: CardExpiry | null,
  { brand, last4, token, card_fingerprint }: FingerprintedCard,
): Promise<PaymentMethod> {
  const { expiry_month, expiry_year } = expiry ?? { expiry_month: null, expiry_year: null };
  const id = newToken('pm', (bytes) => context.random(bytes).subarray(0, 18)).replaceAll('-', '_');
  await sql`
    insert into payment_methods (payment_method_id, payer_party, payer_reference, brand, last4, expiry_month,
      expiry_year, acquirer, acquirer_token, card_fingerprint, setup_id, created_at)
    values (${id}, ${payer_party}, ${payer_reference}, ${brand}, ${last4}, ${expiry_month}, ${expiry_year},
      ${acquirer}, ${token}, ${card_fingerprint}, ${setup_id}, ${context.clock()})`.execute(tx);
  const method = { payment_method_id: id, payer_reference, brand, last4, acquirer };
  return methodOf(context, { ...method, expiry_month, expiry_year, card_fingerprint });
}
