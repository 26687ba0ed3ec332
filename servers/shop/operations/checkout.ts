import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { type Executor, inTransactionOrRefused } from '../../../kit/db/transaction.ts';
import { words } from '../../../kit/messages/index.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { keyedDigest } from '../../../kit/pin-digest.ts';
import { done, Refused, type Result, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { type ConfirmedHold, confirmHold, type Hold, type Place, placeHold, releaseHold } from './holds.ts';
import { queueText } from './text-messages.ts';
import { verify } from './verify.ts';

export type Checkout = {
  phone: string;
  pin: string;
  amount_minor: number;
  currency: string;
  order_reference: string;
  locale: 'ko' | 'en';
};

export type BegunCheckout = {
  checkout_id: string;
  expires_at: string;
  amount_minor: number;
  currency: string;
};

const CODE_DIGITS = 6;
const CODE_MINUTES = 15;
const ATTEMPTS_MAX = 5;

/**
 * Use online: phone number + PIN hold the value, and a code is sent to the phone. The certificate that covers the
 * amount and has the least left is taken.
 * Refusals in order: those of `verify`, insufficient_balance, rate_limited (codes to this phone), those of a hold.
 */
export async function beginCheckout(
  context: ShopContext,
  checkoutId: string,
  input: Checkout,
  address: string,
): Promise<Result<BegunCheckout>> {
  // Taken up again after a crash: what was begun stands.
  const begun = await readCheckout(context, checkoutId);
  if (begun !== undefined) return done(begun);
  const verified = await verify(context, input, { terminal_id: null, key: `web:${address}` });
  if (!verified.ok) return verified;
  const [certificate] = verified.value.certificates
    .filter(
      ({ balance_minor, currency }) => balance_minor >= input.amount_minor && currency === input.currency,
    )
    .sort((a, b) => a.balance_minor - b.balance_minor);
  if (certificate === undefined) return refuse('insufficient_balance');

  const now = context.clock();
  const { certificate_id } = certificate;
  const found = await sql<{ phone: string }>`
    select phone from certificates where certificate_id = ${certificate_id}`.execute(context.db);
  const phone = found.rows[0]?.phone ?? '';
  const allowed = await context.limits.codeByPhone.consume(phone);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });

  return inTransactionOrRefused(context.db, async (tx) => {
    const { amount_minor, order_reference: sale_reference } = input;
    const held = await placeHold(context, tx, checkoutId, {
      certificate_id,
      amount_minor,
      sale_reference,
      terminal_id: null,
    });
    if (!held.ok) throw new Refused(held);
    const code = newNumericCode(context.random, CODE_DIGITS);
    await sql`
      insert into checkouts (checkout_id, hold_id, code_digest, created_at)
      values (${checkoutId}, ${checkoutId}, ${codeDigest(context, checkoutId, code)}, ${now})`.execute(tx);
    const vars = {
      code,
      minutes: CODE_MINUTES,
      amount: { amount_minor: minorFromJson(amount_minor), currency: input.currency },
      shop_name: input.locale === 'en' ? context.settings.brandEn : context.settings.brandKo,
    };
    await queueText(tx, phone, words(input.locale).sms('account.checkout_code', vars), now);
    const { expires_at, currency }: Hold = held.value;
    return done({ checkout_id: checkoutId, expires_at, amount_minor, currency });
  });
}

/** A guess at a code that was counted; `right` only after the counting was committed. */
export type Guess = { right: boolean; attempts_left: number };

/** Counts and commits the attempt, and only then compares. Undefined when there is no such checkout. */
export async function guessCode(
  context: ShopContext,
  checkoutId: string,
  code: string,
): Promise<Guess | undefined> {
  const counted = await sql<{ code_digest: Buffer; attempts: number }>`
    update checkouts set attempts = least(attempts + 1, ${ATTEMPTS_MAX + 1})
    where checkout_id = ${checkoutId} returning code_digest, attempts`.execute(context.db);
  const row = counted.rows[0];
  if (row === undefined) return undefined;
  const right = timingSafeEqual(row.code_digest, codeDigest(context, checkoutId, code));
  return {
    right: right && row.attempts <= ATTEMPTS_MAX,
    attempts_left: Math.max(0, ATTEMPTS_MAX - row.attempts),
  };
}

/**
 * The code that the phone got makes the held value used. After five wrong ones what was held is let go.
 * Refusals in order: hold_not_found, verification_code_wrong, those of a confirmation.
 */
export async function confirmCheckout(
  context: ShopContext,
  tx: Executor,
  place: Place,
  checkoutId: string,
  guess: Guess | undefined,
): Promise<Result<ConfirmedHold>> {
  if (guess === undefined) return refuse('hold_not_found');
  if (!guess.right) {
    if (guess.attempts_left === 0) await releaseHold(tx, null, checkoutId);
    return refuse('verification_code_wrong', { attempts_left: guess.attempts_left });
  }
  return confirmHold(context, tx, place, checkoutId, undefined);
}

async function readCheckout(context: ShopContext, checkoutId: string): Promise<BegunCheckout | undefined> {
  const found = await sql<{ expires_at: Date; amount_minor: bigint; currency: string }>`
    select h.expires_at, h.amount_minor, c.currency
    from checkouts k join holds h using (hold_id) join certificates c using (certificate_id)
    where k.checkout_id = ${checkoutId}`.execute(context.db);
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const { expires_at, amount_minor, currency } = row;
  const amount = minorToJson(amount_minor);
  return { checkout_id: checkoutId, expires_at: expires_at.toISOString(), amount_minor: amount, currency };
}

function codeDigest(context: ShopContext, checkoutId: string, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), `checkout:${checkoutId}`, code).digest;
}
