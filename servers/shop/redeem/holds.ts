import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { postToBooks } from '../books/books.ts';
import { moveBalance } from '../certificates/certificates.ts';
import type { ShopContext } from '../context.ts';
import { checkVerified } from '../opening/verified.ts';
import type { Place, Till } from '../stores/places.ts';
import { tellUse } from './tell-use.ts';

export type Hold = {
  hold_id: string;
  certificate_id: string;
  amount_minor: number;
  currency: string;
  expires_at: string;
};

type HeldRow = {
  hold_id: string;
  certificate_id: string;
  order_id: string;
  operator: string;
  amount_minor: bigint;
  currency: string;
  state: string;
  expires_at: Date;
  sale_reference: string;
  checkout_id: string | null;
  handed_over: boolean;
};

const HOLD_MINUTES = 15;

export const PLACE_HOLD_REFUSALS = refusals(
  'certificate_not_found',
  'certificate_frozen',
  'certificate_not_active',
  'insufficient_balance',
);

export const HOLD_REFUSALS = refusals('verification_expired', ...PLACE_HOLD_REFUSALS);

/** Holds value at a till until the sale is final. */
export async function hold(
  context: ShopContext,
  tx: Tx,
  till: Till,
  holdId: string,
  input: { verification_token: string; certificate_id: string; amount_minor: number; sale_reference: string },
): Promise<Result<Hold, RefusalOf<typeof HOLD_REFUSALS>>> {
  const verified = await checkVerified(context, tx, till, input.verification_token, input.certificate_id);
  if (!verified.ok) return verified;
  return placeHold(context, tx, holdId, { ...input, terminal_id: till.terminal_id, checkout_id: null });
}

/** As `hold`, for a certificate that the caller has already been shown to own. */
export async function placeHold(
  context: ShopContext,
  tx: Tx,
  holdId: string,
  input: {
    certificate_id: string;
    amount_minor: number;
    sale_reference: string;
    terminal_id: string | null;
    checkout_id: string | null;
  },
): Promise<Result<Hold, RefusalOf<typeof PLACE_HOLD_REFUSALS>>> {
  const now = context.clock();
  const amount = minorFromJson(input.amount_minor);
  const found = await sql<{
    currency: string;
    state: string;
    is_locked: boolean;
    expires_at: Date;
    available_minor: bigint;
  }>`
    select c.currency, c.state, c.locked_since is not null as is_locked, c.expires_at, b.balance_minor - b.held_minor as available_minor
    from certificates c join certificate_balances b using (certificate_id)
    where certificate_id = ${input.certificate_id} for update of b`.execute(tx);
  const certificate = found.rows[0];
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.state === 'frozen' || certificate.is_locked) return refuse('certificate_frozen');
  if (certificate.state !== 'active' || certificate.expires_at <= now)
    return refuse('certificate_not_active');
  if (certificate.available_minor < amount) return refuse('insufficient_balance');
  const expires = addMs(now, HOLD_MINUTES * MINUTE_MS);
  await sql`
    update certificate_balances set held_minor = held_minor + ${amount}
    where certificate_id = ${input.certificate_id}`.execute(tx);
  await sql`
    insert into holds (hold_id, certificate_id, terminal_id, checkout_id, amount_minor, state, expires_at,
      sale_reference, created_at)
    values (${holdId}, ${input.certificate_id}, ${input.terminal_id}, ${input.checkout_id}, ${amount}, 'held', ${expires},
      ${input.sale_reference}, ${now})`.execute(tx);
  const { certificate_id, amount_minor } = input;
  return done({
    hold_id: holdId,
    certificate_id,
    amount_minor,
    currency: certificate.currency,
    expires_at: expires.toISOString(),
  });
}

export type ConfirmedHold = {
  hold_id: string;
  redemption_id: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
};

export const CONFIRM_HOLD_REFUSALS = refusals(
  'hold_not_found',
  'hold_expired',
  'wrong_state',
  'insufficient_balance', // more than was held
);

/** Captures a hold, in full or in part; the rest is released. */
export async function confirmHold(
  context: ShopContext,
  tx: Tx,
  place: Place,
  holdId: string,
  amountMinor: number | undefined,
): Promise<Result<ConfirmedHold, RefusalOf<typeof CONFIRM_HOLD_REFUSALS>>> {
  const now = context.clock();
  const held = await lockHold(tx, place.terminal_id, holdId);
  if (held === undefined) return refuse('hold_not_found');
  if (held.state === 'expired' || (held.state === 'held' && held.expires_at <= now))
    return refuse('hold_expired');
  if (held.state !== 'held') return refuse('wrong_state', { state_now: held.state });
  const amount = amountMinor === undefined ? held.amount_minor : minorFromJson(amountMinor);
  if (amount > held.amount_minor) return refuse('insufficient_balance');

  const redemptionId = derivedId('certificate_redeemed', holdId);
  await endHold(tx, held, 'confirmed');
  const { certificate_id, order_id, currency, sale_reference } = held;
  // All redemptions of one checkout are one sale.
  const saleId = held.checkout_id ?? holdId;
  const entry = await moveBalance(tx, certificate_id, -amount);
  await sql`update holds set redemption_id = ${redemptionId} where hold_id = ${holdId}`.execute(tx);
  const transfer = {
    debit: 'outstanding',
    credit: 'redeemed',
    code: 'redeem',
    subject_id: place.store_id,
  } as const;
  await postToBooks(tx, { ...transfer, amount_minor: amount, currency }, now);
  const amount_minor = minorToJson(amount);
  const balance_minor = minorToJson(entry.after_minor);
  const { store_id, store_name, channel } = place;
  const content = {
    certificate_id,
    order_id,
    redemption_id: redemptionId,
    amount_minor,
    balance_minor,
    currency,
    store_id,
    store_name,
    entry_no: minorToJson(entry.entry_no),
    channel,
    handed_over: held.handed_over,
  };
  await writeFact(tx, {
    party: held.operator,
    kind: 'certificate_redeemed',
    fact_id: redemptionId,
    parent_id: saleId,
    subject_id: certificate_id,
    entry,
    currency,
    store_id,
    terminal_id: place.terminal_id,
    reference: sale_reference,
    content,
    at: now,
  });
  if (held.handed_over) {
    const use = { amount_minor: amount, after_minor: entry.after_minor, currency, store_name };
    await tellUse(context, tx, certificate_id, 'recipient.certificate_used', use);
  }
  return done({ hold_id: holdId, redemption_id: redemptionId, amount_minor, balance_minor, currency });
}

export const RELEASE_HOLD_REFUSALS = refusals(
  'hold_not_found',
  'wrong_state', // it was captured
);

/** Releases a hold. Releasing it again changes nothing. */
export async function releaseHold(
  tx: Tx,
  terminalId: string | null,
  holdId: string,
): Promise<
  Result<{ hold_id: string; state: 'released' | 'expired' }, RefusalOf<typeof RELEASE_HOLD_REFUSALS>>
> {
  const held = await lockHold(tx, terminalId, holdId);
  if (held === undefined) return refuse('hold_not_found');
  if (held.state === 'confirmed') return refuse('wrong_state', { state_now: held.state });
  if (held.state === 'held') await endHold(tx, held, 'released');
  return done({ hold_id: holdId, state: held.state === 'expired' ? 'expired' : 'released' });
}

/** Releases holds that have expired. Returns how many. */
export function expireHolds(context: ShopContext): Promise<number> {
  const due = (now: Date) => sql`
    select hold_id::text as subject_id, expires_at as due_at from holds where state = 'held' and expires_at <= ${now}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'expire_holds', find, (_within, { subject_id }) => expireHold(context, subject_id));
}

async function expireHold(context: ShopContext, holdId: string): Promise<void> {
  const found = await sql<{ terminal_id: string | null }>`
    select terminal_id from holds where hold_id = ${holdId}`.execute(context.db);
  for (const { terminal_id } of found.rows)
    await inTransaction(context.db, async (tx) => {
      const held = await lockHold(tx, terminal_id, holdId);
      if (held?.state === 'held') await endHold(tx, held, 'expired');
    });
}

async function lockHold(tx: Tx, terminalId: string | null, holdId: string): Promise<HeldRow | undefined> {
  const found = await sql<HeldRow>`
    select h.hold_id, h.certificate_id, c.order_id, c.operator, h.amount_minor, c.currency, h.state, h.expires_at,
      h.sale_reference, h.checkout_id, c.holder_name is not null as handed_over
    from holds h join certificates c using (certificate_id) join certificate_balances b using (certificate_id)
    where h.hold_id = ${holdId} and h.terminal_id is not distinct from ${terminalId} for update of b, h`.execute(
    tx,
  );
  return found.rows[0];
}

async function endHold(tx: Tx, held: HeldRow, state: 'confirmed' | 'released' | 'expired'): Promise<void> {
  await sql`update holds set state = ${state} where hold_id = ${held.hold_id}`.execute(tx);
  await sql`
    update certificate_balances set held_minor = held_minor - ${held.amount_minor}
    where certificate_id = ${held.certificate_id}`.execute(tx);
}
