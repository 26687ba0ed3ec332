import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Acquirer, Card } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';

export const ENTER_CARD_REFUSALS = refusals(
  'payment_method_not_found', // no such session, or it was used
  'payment_method_expired', // the session or the card
  'service_unavailable', // the acquirer cannot be reached
  'payment_declined', // not a card number; with decline_reason
);

/** Whether a card can still be entered in this session, and where the browser goes afterwards. */
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

type Tokenised = Awaited<ReturnType<Acquirer['tokenise']>>;

/**
 * Has the acquirer tokenise a card, outside any transaction; pass the result to `enterCard`. An invalid card number, or
 * one without an open session, is not sent to the acquirer.
 */
export async function tokeniseCard(
  context: SettlementContext,
  token: string,
  card: Card,
): Promise<Tokenised> {
  const setup = await findSetup(context.db, token, context.clock());
  const card_number = card.card_number.replace(/[ -]/g, '');
  if (!setup.ok || !passesLuhn(card_number)) return { kind: 'refused' };
  return context.acquirer.tokenise({ ...card, card_number });
}

/** Saves a card as a payment method, under a token of our own. Its number and security code are not stored. */
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

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(number: string): boolean {
  if (!/^[0-9]{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
