import type {
  PaymentMethod,
  PaymentMethodSetup,
  READ_PAYMENT_METHOD_REFUSALS,
} from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Acquirer, Card } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';

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
): Promise<Done<PaymentMethodSetup>> {
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

export const ENTER_CARD_REFUSALS = refusals(
  'payment_method_not_found', // no such place, or it was used
  'payment_method_expired', // the place or the card
  'service_unavailable', // the acquirer is away
  'payment_declined', // not a card number; with decline_reason
);

/** Whether a card may still be given at this place, and where its giver goes then. */
export async function findSetup(
  executor: Executor,
  token: string,
  now: Date,
): Promise<Result<{ return_url: string | null }, RefusalOf<typeof ENTER_CARD_REFUSALS>>> {
  const found = await sql<{ return_url: string | null; expires_at: Date }>`
    select return_url, expires_at from payment_method_setups
    where token_digest = ${tokenDigest(token)} and used_at is null`.execute(executor);
  const setup = found.rows[0];
  if (setup === undefined) return refuse('payment_method_not_found');
  return setup.expires_at <= now ? refuse('payment_method_expired') : done({ return_url: setup.return_url });
}

export type Tokenised = Awaited<ReturnType<Acquirer['tokenise']>>;

/**
 * Gives a card to the acquirer for its token, outside of any transaction; `enterCard` then takes the token. A number that
 * is none, or for which there is no place, is given to nobody.
 */
export async function tokeniseCard(
  context: SettlementContext,
  token: string,
  card: Card,
): Promise<Tokenised> {
  const setup = await findSetup(context.db, token, context.clock());
  const card_number = plainNumber(card);
  if (!setup.ok || !passesLuhn(card_number)) return { kind: 'refused' };
  return context.acquirer.tokenise({ ...card, card_number });
}

/** Takes a card from its holder and gives our own token for it. The number and the security code are not stored. */
export async function enterCard(
  context: SettlementContext,
  tx: Executor,
  token: string,
  card: Card,
  tokenised: Tokenised,
): Promise<
  Result<{ payment_method_id: string; brand: string; last4: string }, RefusalOf<typeof ENTER_CARD_REFUSALS>>
> {
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
  if (tokenised.kind === 'unknown') return refuse('service_unavailable');
  if (tokenised.kind === 'refused') return refuse('payment_declined', { decline_reason: 'incorrect_number' });

  const { brand, last4, token: acquirerToken } = tokenised.card;
  const id = newToken('pm', (bytes) => context.random(bytes).subarray(0, 18)).replaceAll('-', '_');
  await sql`
    insert into payment_methods (payment_method_id, payer_party, payer_reference, brand, last4, expiry_month,
      expiry_year, acquirer, acquirer_token, setup_id, created_at)
    values (${id}, ${setup.payer_party}, ${setup.payer_reference}, ${brand}, ${last4}, ${card.expiry_month},
      ${card.expiry_year}, ${context.acquirer.name}, ${acquirerToken}, ${setup.setup_id}, ${now})`.execute(
    tx,
  );
  await sql`update payment_method_setups set used_at = ${now} where setup_id = ${setup.setup_id}`.execute(tx);
  return done({ payment_method_id: id, brand, last4 });
}

/** A party sees only the methods of its own customers. */
export async function readPaymentMethod(
  executor: Executor,
  payerParty: string,
  paymentMethodId: string,
): Promise<Result<PaymentMethod, RefusalOf<typeof READ_PAYMENT_METHOD_REFUSALS>>> {
  const found = await sql<PaymentMethod>`
    select payment_method_id, payer_reference, brand, last4, expiry_month, expiry_year from payment_methods
    where payment_method_id = ${paymentMethodId} and payer_party = ${payerParty}`.execute(executor);
  const method = found.rows[0];
  return method === undefined ? refuse('payment_method_not_found') : done(method);
}

function plainNumber({ card_number }: Card): string {
  return card_number.replace(/[ -]/g, '');
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
