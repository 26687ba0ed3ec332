import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Card } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { type FingerprintedCard, hasExpired, saveCard, TOKENISE_REFUSALS, tokenise } from './save-card.ts';

const OPEN_SESSION_REFUSALS = [
  'payment_method_not_found', // no such session, or it was used
  'payment_method_expired', // the session or the card
] as const;
export const ENTER_CARD_REFUSALS = refusals(...OPEN_SESSION_REFUSALS, ...TOKENISE_REFUSALS);
type TokenisedCard = Result<FingerprintedCard, RefusalOf<typeof ENTER_CARD_REFUSALS>>;

/** A card session: where the browser goes afterwards, and whether others use the device after the payer. */
export type CardSession = {
  return_url: string | null;
  shared_device: boolean;
  used_at: Date | null;
  expires_at: Date;
  acquirer: string;
};

export async function findSession(executor: Executor, token: string): Promise<CardSession | undefined> {
  const found = await sql<CardSession>`
    select return_url, shared_device, used_at, expires_at, acquirer from payment_method_setups
    where token_digest = ${tokenDigest(token)}`.execute(executor);
  return found.rows[0];
}

/** Whether a card can still be entered in this session. */
export function openSession(
  session: CardSession | undefined,
  now: Date,
): Result<CardSession, RefusalOf<typeof OPEN_SESSION_REFUSALS>> {
  if (session === undefined || session.used_at !== null) return refuse('payment_method_not_found');
  return session.expires_at <= now ? refuse('payment_method_expired') : done(session);
}

/** Has a card tokenised, if its session is open, outside any transaction; pass the result to `enterCard`. */
export async function tokeniseCard(
  context: SettlementContext,
  token: string,
  card: Card,
): Promise<TokenisedCard> {
  const session = openSession(await findSession(context.db, token), context.clock());
  if (!session.ok) return session;
  const acquirer = context.acquirers.find(session.value.acquirer);
  // It is not used any more, or its cards are entered at a page of its own.
  if (acquirer?.tokenise === undefined) return refuse('payment_method_not_found');
  return tokenise(context, acquirer, { ...card, card_number: card.card_number.replace(/[ -]/g, '') });
}

/** Saves a card as a payment method, under a token of our own. Its number and security code are not stored. */
export async function enterCard(
  context: SettlementContext,
  tx: Tx,
  token: string,
  card: Card,
  tokenised: TokenisedCard,
): Promise<
  Result<{ payment_method_id: string; brand: string; last4: string }, RefusalOf<typeof ENTER_CARD_REFUSALS>>
> {
  const now = context.clock();
  const found = await sql<{
    setup_id: string;
    payer_party: string;
    payer_reference: string;
    expires_at: Date;
    acquirer: string;
  }>`
    select setup_id, payer_party, payer_reference, expires_at, acquirer from payment_method_setups
    where token_digest = ${tokenDigest(token)} and used_at is null for update`.execute(tx);
  const setup = found.rows[0];
  if (setup === undefined) return refuse('payment_method_not_found');
  if (setup.expires_at <= now || hasExpired(card, now)) return refuse('payment_method_expired');
  if (!tokenised.ok) return tokenised;
  const { payment_method_id, brand, last4 } = await saveCard(context, tx, setup, card, tokenised.value);
  await sql`update payment_method_setups set used_at = ${now} where setup_id = ${setup.setup_id}`.execute(tx);
  return done({ payment_method_id, brand, last4 });
}
