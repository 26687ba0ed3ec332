import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { digestMatches, keyedDigest } from '../../../kit/keyed-digest.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { parseCode } from '../../../kit/typed/code.ts';
import type { ShopContext } from '../context.ts';
import { CONFIRM_HOLD_REFUSALS, confirmHold, releaseHold } from '../redeem/holds.ts';
import type { Place } from '../stores/places.ts';

export type ConfirmedCheckout = {
  checkout_id: string;
  amount_minor: number;
  currency: string;
  parts: {
    hold_id: string;
    redemption_id: string;
    certificate_id: string;
    amount_minor: number;
    balance_minor: number;
  }[];
};

const ATTEMPTS_MAX = 5;

/** A counted attempt to enter the code. */
export type Guess = { right: boolean; attempts_left: number };

/** Counts and commits the attempt, and only then compares. Undefined if there is no such checkout. */
export async function guessCheckoutCode(
  context: ShopContext,
  checkoutId: string,
  typed: string,
): Promise<Result<Guess | undefined, 'code_not_digits'>> {
  const code = parseCode(typed);
  if (!code.ok) return code;
  const counted = await sql<{ code_digest: Buffer; attempts: number }>`
    update checkouts set attempts = least(attempts + 1, ${ATTEMPTS_MAX + 1})
    where checkout_id = ${checkoutId} returning code_digest, attempts`.execute(context.db);
  const row = counted.rows[0];
  if (row === undefined) return done(undefined);
  const ring = context.secrets.keyRing('token_pepper');
  const right = digestMatches(ring, labelOf(checkoutId), code.value, row.code_digest);
  return done({
    right: right && row.attempts <= ATTEMPTS_MAX,
    attempts_left: Math.max(0, ATTEMPTS_MAX - row.attempts),
  });
}

export const CONFIRM_CHECKOUT_REFUSALS = refusals(
  'code_not_digits', // what can't be a code is no guess
  'hold_not_found',
  'verification_code_wrong',
  ...CONFIRM_HOLD_REFUSALS,
);

/**
 * Captures the holds of a checkout, on all its certificates, with the code that the phone was told. After five wrong codes
 * they are released.
 */
export async function confirmCheckout(
  context: ShopContext,
  tx: Tx,
  place: Place,
  checkoutId: string,
  guess: Guess | undefined,
): Promise<Result<ConfirmedCheckout, RefusalOf<typeof CONFIRM_CHECKOUT_REFUSALS>>> {
  if (guess === undefined) return refuse('hold_not_found');
  const held = await sql<{ hold_id: string; certificate_id: string; currency: string; held_minor: bigint }>`
    select h.hold_id, h.certificate_id, k.currency, k.held_minor
    from checkouts k join holds h using (checkout_id)
    where checkout_id = ${checkoutId} order by h.certificate_id`.execute(tx);
  if (!guess.right) {
    if (guess.attempts_left === 0) for (const { hold_id } of held.rows) await releaseHold(tx, null, hold_id);
    return refuse('verification_code_wrong', { attempts_left: guess.attempts_left });
  }
  const parts: ConfirmedCheckout['parts'] = [];
  for (const { hold_id, certificate_id } of held.rows) {
    const confirmed = await confirmHold(context, tx, place, hold_id, undefined);
    // All or nothing: holds captured before this one are rolled back.
    if (!confirmed.ok) return rollBack(confirmed);
    const { redemption_id, amount_minor, balance_minor } = confirmed.value;
    parts.push({ hold_id, redemption_id, certificate_id, amount_minor, balance_minor });
  }
  const [first] = held.rows;
  if (first === undefined) return refuse('hold_not_found');
  const { held_minor, currency } = first;
  return done({ checkout_id: checkoutId, amount_minor: minorToJson(held_minor), currency, parts });
}

export function checkoutCodeDigest(context: ShopContext, checkoutId: string, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), labelOf(checkoutId), code).digest;
}

function labelOf(checkoutId: string): string {
  return `checkout:${checkoutId}`;
}
