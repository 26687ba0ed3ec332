import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { inTransactionOrRefused } from '../../../kit/db/transaction.ts';
import { words } from '../../../kit/messages/index.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { keyedDigest } from '../../../kit/pin-digest.ts';
import { Refused, type Result, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { type ConfirmedHold, confirmHold, type Hold, type Place, placeHold } from './holds.ts';
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

const CODE_DIGITS = 6;
const CODE_MINUTES = 15;
const ATTEMPTS_MAX = 5;

/**
 * Use online: phone number + PIN hold the value, and a code is sent to the phone. The certificate that covers the
 * amount and has the least left is taken.
 * Refusals in order: those of `verify`, insufficient_balance, those of a hold.
 */
export async function beginCheckout(
  context: ShopContext,
  checkoutId: string,
  input: Checkout,
  address: string,
): Promise<Result<{ checkout_id: string; expires_at: string; amount_minor: number; currency: string }>> {
  const verified = await verify(context, input, { terminal_id: null, key: `web:${address}` });
  if (!verified.ok) return verified;
  const [certificate] = verified.value.certificates
    .filter(
      ({ balance_minor, currency }) => balance_minor >= input.amount_minor && currency === input.currency,
    )
    .sort((a, b) => a.balance_minor - b.balance_minor);
  if (certificate === undefined) return refuse('insufficient_balance');

  const now = context.clock();
  return inTransactionOrRefused(context.db, async (tx) => {
    const { certificate_id } = certificate;
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
    const phone = await sql<{ phone: string }>`
      select phone from certificates where certificate_id = ${certificate_id}`.execute(tx);
    const vars = {
      code,
      minutes: CODE_MINUTES,
      amount: { amount_minor: minorFromJson(amount_minor), currency: input.currency },
      shop_name: input.locale === 'en' ? context.settings.brandEn : context.settings.brandKo,
    };
    await queueText(
      tx,
      phone.rows[0]?.phone ?? '',
      words(input.locale).sms('account.checkout_code', vars),
      now,
    );
    const { expires_at, currency }: Hold = held.value;
    return { ok: true as const, value: { checkout_id: checkoutId, expires_at, amount_minor, currency } };
  });
}

/**
 * The code that the phone got makes the held value used. The attempt is counted and committed before it is compared.
 * Refusals in order: hold_not_found, verification_code_wrong (also after five attempts), those of a confirmation.
 */
export async function confirmCheckout(
  context: ShopContext,
  place: Place,
  checkoutId: string,
  code: string,
): Promise<Result<ConfirmedHold>> {
  const known = await sql`select 1 from checkouts where checkout_id = ${checkoutId}`.execute(context.db);
  if (known.rows.length === 0) return refuse('hold_not_found');
  const counted = await sql<{ code_digest: Buffer }>`
    update checkouts set attempts = attempts + 1
    where checkout_id = ${checkoutId} and attempts < ${ATTEMPTS_MAX} returning code_digest`.execute(
    context.db,
  );
  const digest = counted.rows[0]?.code_digest;
  if (digest === undefined || !timingSafeEqual(digest, codeDigest(context, checkoutId, code))) {
    return refuse('verification_code_wrong');
  }
  return inTransactionOrRefused(context.db, (tx) => confirmHold(context, tx, place, checkoutId, undefined));
}

function codeDigest(context: ShopContext, checkoutId: string, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), `checkout:${checkoutId}`, code).digest;
}
