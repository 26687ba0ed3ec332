import { sql } from 'kysely';
import type { DECLINE_REASONS } from '../../../contracts/settlement-payments.ts';
import { addMs } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import type { SettlementContext } from '../context.ts';

export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What the card's bank says to an authorisation. */
export type AcquirerAnswer =
  | { kind: 'approved' }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'second_step' }
  /** No answer yet; `due` says when there will be one, or null for never. */
  | { kind: 'silent'; due: Date | null };

const LATE_MS = 5_000;

/**
 * Stands where a card network would: the cards in `test_cards` behave as their row says, in the manner of the test
 * cards of payment providers. Behaviours: approved, declined:<reason>, second_step, late, never.
 */
export async function askAcquirer(
  executor: Executor,
  cardDigest: Buffer,
  now: Date,
): Promise<AcquirerAnswer> {
  const found = await sql<{ behaviour: string }>`
    select behaviour from test_cards where card_digest = ${cardDigest}`.execute(executor);
  const [behaviour, reason] = (found.rows[0]?.behaviour ?? 'declined:do_not_honor').split(':');
  switch (behaviour) {
    case 'approved':
      return { kind: 'approved' };
    case 'second_step':
      return { kind: 'second_step' };
    case 'late':
      return { kind: 'silent', due: addMs(now, LATE_MS) };
    case 'never':
      return { kind: 'silent', due: null };
    default:
      return { kind: 'declined', reason: (reason ?? 'do_not_honor') as DeclineReason };
  }
}

/** How a card is known without its number: a digest under a key that is not in the database. */
export function cardDigest(context: SettlementContext, cardNumber: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), 'card_number', cardNumber).digest;
}
