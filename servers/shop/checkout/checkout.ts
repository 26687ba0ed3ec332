import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import {
  done,
  type Refusal,
  type RefusalOf,
  type Result,
  refusals,
  refuse,
  rollBack,
} from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { CODE_DIGITS } from '../../../kit/typed/code.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import type { OpenedCertificate } from '../opening/openable.ts';
import { codeUse } from '../opening/phone-codes.ts';
import { type AfarCaller, type AfarProof, VERIFY_AFAR_REFUSALS, verifyAfar } from '../opening/verify-afar.ts';
import { allocate, type Source } from '../redeem/allocate.ts';
import { PLACE_HOLD_REFUSALS, placeHold } from '../redeem/holds.ts';
import { checkoutCodeDigest } from './confirm-checkout.ts';

export type Checkout = AfarProof & {
  amount_minor: number;
  currency: string;
  order_reference: string;
  /** Whether the certificates may pay only part; the rest is paid by other means. */
  part_allowed?: boolean;
  locale: Locale;
  by?: SentBy;
};

export type StartedCheckout = {
  checkout_id: string;
  expires_at: string;
  sent_by: SentBy;
  /** What the certificates pay, and what is left to pay by other means. */
  amount_minor: number;
  left_over_minor: number;
  currency: string;
  parts: { hold_id: string; certificate_id: string; last4: string; amount_minor: number }[];
};

/** Whom the code is told to, and whose phone line calls them. */
type Holder = { phone: string; operator: string };

const CODE_MINUTES = 15;

export const BEGIN_CHECKOUT_REFUSALS = refusals(
  ...VERIFY_AFAR_REFUSALS,
  'insufficient_balance', // says what the certificates could pay
  'code_limit_reached', // codes for payments, sent to this phone
  ...PLACE_HOLD_REFUSALS,
);

/**
 * Starts an online payment: phone number and PIN hold the value, on one certificate or several (`allocate` says on
 * which), all or nothing, and a code is told to the phone.
 */
export async function beginCheckout(
  context: ShopContext,
  checkoutId: string,
  input: Checkout,
  caller: AfarCaller,
): Promise<Result<StartedCheckout, RefusalOf<typeof BEGIN_CHECKOUT_REFUSALS>>> {
  // A retry after a crash: the checkout may already exist.
  const existing = await readCheckout(context.db, checkoutId, input.by);
  if (existing !== undefined) return done(existing);
  const verified = await verifyAfar(context, input, caller);
  if (!verified.ok) return verified;
  const opened = verified.value.certificates.filter(({ currency }) => currency === input.currency);
  const short = checkCovered(input, opened.map(sourceOf));
  if (short !== undefined) return short;
  const holder = await holderOf(context, opened);
  const allowed = await consumeAll([codeUse(context, 'checkout', holder.phone)]);
  if (!allowed.ok) return refuse('code_limit_reached', { retry_after_s: allowed.retry_after_s });

  return inTransaction(context.db, async (tx) => {
    // Balances may have changed since the PIN was checked.
    const sources = await lockSources(tx, opened);
    const nowShort = checkCovered(input, sources);
    if (nowShort !== undefined) return nowShort;
    const placed = await placeHolds(context, tx, checkoutId, input, holder, sources);
    if (!placed.ok) return rollBack(placed);
    const held = await readCheckout(tx, checkoutId, input.by);
    if (held === undefined) throw new Error(`Checkout ${checkoutId} was just started and can't be found.`);
    return done(held);
  });
}

async function placeHolds(
  context: ShopContext,
  tx: Tx,
  checkoutId: string,
  input: Checkout,
  { phone, operator }: Holder,
  sources: readonly Source[],
): Promise<Result<null, RefusalOf<typeof PLACE_HOLD_REFUSALS>>> {
  const now = context.clock();
  const { currency, order_reference: sale_reference, locale, by } = input;
  const asked = minorFromJson(input.amount_minor);
  const { parts, left_over_minor } = allocate(asked, sources);
  const held = asked - left_over_minor;
  const code = newNumericCode(context.random, CODE_DIGITS);
  await sql`
    insert into checkouts (checkout_id, asked_minor, held_minor, currency, code_digest, created_at)
    values (${checkoutId}, ${asked}, ${held}, ${currency}, ${checkoutCodeDigest(context, checkoutId, code)}, ${now})`.execute(
    tx,
  );
  for (const { certificate_id, amount_minor } of parts) {
    const placed = await placeHold(context, tx, newId(), {
      certificate_id,
      amount_minor: minorToJson(amount_minor),
      sale_reference,
      terminal_id: null,
      checkout_id: checkoutId,
    });
    if (!placed.ok) return placed;
  }
  const amount = { amount_minor: minorToJson(held), currency };
  const expires_at = addMs(now, CODE_MINUTES * MINUTE_MS);
  const notice = { kind: 'account.checkout_code', code, expires_at, amount, operator } as const;
  await tell(context, tx, { phone, locale, by }, notice);
  return done(null);
}

function checkCovered(
  input: Checkout,
  sources: readonly Source[],
): Refusal<'insufficient_balance'> | undefined {
  const asked = minorFromJson(input.amount_minor);
  const { left_over_minor } = allocate(asked, sources);
  const payable = asked - left_over_minor;
  if (left_over_minor === 0n || (input.part_allowed === true && payable > 0n)) return undefined;
  return refuse('insufficient_balance', {
    payable_minor: minorToJson(payable),
    left_over_minor: minorToJson(left_over_minor),
  });
}

function sourceOf({ certificate_id, balance_minor, expires_at }: OpenedCertificate): Source {
  return {
    certificate_id,
    available_minor: minorFromJson(balance_minor),
    expires_at: new Date(expires_at),
  };
}

/** Locks the balances in the order of the certificates' ids, so that concurrent payments can't deadlock. */
async function lockSources(tx: Tx, opened: readonly OpenedCertificate[]): Promise<Source[]> {
  const locked = await sql<Source>`
    select certificate_id, b.balance_minor - b.held_minor as available_minor, c.expires_at
    from certificates c join certificate_balances b using (certificate_id)
    where certificate_id = any(${opened.map(({ certificate_id }) => certificate_id)}::uuid[])
    order by certificate_id for update of b`.execute(tx);
  return locked.rows;
}

async function holderOf(context: ShopContext, [first]: readonly OpenedCertificate[]): Promise<Holder> {
  const found = await sql<Holder>`
    select phone, operator from certificates
    where certificate_id = ${first?.certificate_id ?? null} and phone is not null`.execute(context.db);
  const [holder] = found.rows;
  if (holder === undefined) throw new Error('A certificate that phone and PIN opened has no phone.');
  return holder;
}

async function readCheckout(
  executor: Executor,
  checkoutId: string,
  by: SentBy | undefined,
): Promise<StartedCheckout | undefined> {
  const found = await sql<{
    phone: string;
    asked_minor: bigint;
    checkout_minor: bigint;
    currency: string;
    expires_at: Date;
    hold_id: string;
    certificate_id: string;
    last4: string;
    amount_minor: bigint;
  }>`
    select k.asked_minor, k.held_minor as checkout_minor, k.currency, h.expires_at, h.hold_id, h.certificate_id,
      c.number_last4 as last4, h.amount_minor, c.phone
    from checkouts k join holds h using (checkout_id) join certificates c using (certificate_id)
    where checkout_id = ${checkoutId} and c.number_last4 is not null and c.phone is not null
    order by c.expires_at, certificate_id`.execute(executor);
  const [first] = found.rows;
  if (first === undefined) return undefined;
  return {
    checkout_id: checkoutId,
    expires_at: first.expires_at.toISOString(),
    sent_by: sentBy(first.phone, by),
    amount_minor: minorToJson(first.checkout_minor),
    left_over_minor: minorToJson(first.asked_minor - first.checkout_minor),
    currency: first.currency,
    parts: found.rows.map(({ hold_id, certificate_id, last4, amount_minor }) => ({
      hold_id,
      certificate_id,
      last4,
      amount_minor: minorToJson(amount_minor),
    })),
  };
}
