import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { findApproval } from './approve-reversal.ts';
import { keepReason, type ReversalReason } from './reversal-reasons.ts';
import { REVERSE_REFUSALS, type Reversal, reverse } from './reverse.ts';

export const REVERSE_AT_TILL_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the till
  ...REVERSE_REFUSALS,
  'second_person_needed', // so much of this sale is not reversed by one clerk alone
);
type ReverseAtTillRefusal = RefusalOf<typeof REVERSE_AT_TILL_REFUSALS>;

type AtTill = { terminal_id: string; store_id: string; clerk_id: string | null };
type By = { reason?: ReversalReason; approval_id?: string };

/** A line of a sale, with what of it was reversed before. */
type Line = {
  redemption_id: string;
  certificate_id: string;
  sale_id: string;
  sale_reference: string;
  amount_minor: bigint;
  reversed_minor: bigint;
};

/** Reverses a redemption at a till, where a clerk has to be signed in, so that each reversal has a name. */
export async function reverseAtTill(
  context: ShopContext,
  tx: Tx,
  { clerk_id, ...till }: AtTill,
  { redemption_id, amount_minor, ...by }: By & { redemption_id: string; amount_minor?: number },
): Promise<Result<Reversal, ReverseAtTillRefusal>> {
  if (clerk_id === null) return refuse('clerk_required');
  const sale = await lockSale(tx, redemption_id, till.store_id);
  const chosen = sale.find((line) => line.redemption_id === redemption_id);
  if (chosen === undefined) return refuse('redemption_not_found');
  const amount =
    amount_minor === undefined ? chosen.amount_minor - chosen.reversed_minor : minorFromJson(amount_minor);
  const allowed = await mayReverse(context, tx, { ...till, clerk_id }, { sale, amount, by });
  const part = amount_minor === undefined ? { redemption_id } : { redemption_id, amount_minor };
  const reversed = await reverse(context, tx, { ...till, clerk_id }, part);
  if (!reversed.ok) return reversed;
  if (!allowed.ok) return rollBack(allowed);
  await keepReason(tx, reversed.value.reversal_id, { ...by, clerk_id, reason: by.reason, ...allowed.value });
  return reversed;
}

export type SaleReversal = { sale_id: string; sale_reference: string; reversals: Reversal[] };

/** Reverses all that is left of the sale that a redemption belongs to: all of its certificates, or none. */
export async function reverseSale(
  context: ShopContext,
  tx: Tx,
  { clerk_id, ...till }: AtTill,
  { redemption_id, ...by }: By & { redemption_id: string },
): Promise<Result<SaleReversal, ReverseAtTillRefusal>> {
  if (clerk_id === null) return refuse('clerk_required');
  const sale = await lockSale(tx, redemption_id, till.store_id);
  const [first] = sale;
  if (first === undefined) return refuse('redemption_not_found');
  const { sale_id, sale_reference } = first;
  const left = sale.filter(({ amount_minor, reversed_minor }) => reversed_minor < amount_minor);
  if (left.length === 0) return refuse('already_reversed');
  const amount = left.reduce((sum, line) => sum + line.amount_minor - line.reversed_minor, 0n);
  const allowed = await mayReverse(context, tx, { ...till, clerk_id }, { sale, amount, by });
  const reversals: Reversal[] = [];
  for (const line of left) {
    const { redemption_id: each } = line;
    const reversed = await reverse(context, tx, { ...till, clerk_id }, { redemption_id: each });
    if (!reversed.ok) return rollBack(reversed);
    reversals.push(reversed.value);
  }
  if (!allowed.ok) return rollBack(allowed);
  for (const { reversal_id } of reversals)
    await keepReason(tx, reversal_id, { clerk_id, reason: by.reason, ...allowed.value });
  return done({ sale_id, sale_reference, reversals });
}

/** Whether this clerk reverses so much more of a sale alone, or who agreed with them. */
async function mayReverse(
  context: ShopContext,
  tx: Tx,
  till: { terminal_id: string; clerk_id: string },
  { sale, amount, by }: { sale: readonly Line[]; amount: bigint; by: By },
): Promise<Result<{ second_clerk_id: string | null }, 'second_person_needed'>> {
  const redemption_ids = sale.map(({ redemption_id }) => redemption_id);
  const { approval_id } = by;
  const second_clerk_id =
    approval_id === undefined ? null : await findApproval(context, tx, till, { approval_id, redemption_ids });
  const before = sale.reduce((sum, { reversed_minor }) => sum + reversed_minor, 0n);
  const alone_max_minor = context.settings.reversalAloneMax;
  if (second_clerk_id !== null || before + amount <= BigInt(alone_max_minor))
    return done({ second_clerk_id });
  return refuse('second_person_needed', { alone_max_minor });
}

/**
 * All lines of the sale that a redemption in this store belongs to, by certificate; none if there is no such redemption.
 * Locks their balances in the order of their ids, so that two reversals of one sale follow each other.
 */
async function lockSale(tx: Tx, redemptionId: string, storeId: string): Promise<Line[]> {
  const found = await sql<{ at: Date }>`
    select at from redemptions_by_id where redemption_id = ${redemptionId} and store_id = ${storeId}`.execute(
    tx,
  );
  const [chosen] = found.rows;
  if (chosen === undefined) return [];
  // A sale is written at one instant.
  const together = await sql<Omit<Line, 'reversed_minor'>>`
    select redemption_id, certificate_id, sale_id, sale_reference, amount_minor from redemptions
    where store_id = ${storeId} and at = ${chosen.at} order by certificate_id`.execute(tx);
  const sale_id = together.rows.find(({ redemption_id }) => redemption_id === redemptionId)?.sale_id;
  const lines = together.rows.filter((line) => line.sale_id === sale_id);
  await sql`
    select 1 from certificate_balances where certificate_id = any(${lines.map(({ certificate_id }) => certificate_id)}::uuid[])
    order by certificate_id for update`.execute(tx);
  const reversed = await sql<{ redemption_id: string; reversed_minor: bigint }>`
    select redemption_id, sum(amount_minor)::bigint as reversed_minor from reversals
    where redemption_id = any(${lines.map(({ redemption_id }) => redemption_id)}::uuid[])
    group by redemption_id`.execute(tx);
  const of = new Map(reversed.rows.map((row) => [row.redemption_id, row.reversed_minor]));
  return lines.map((line) => ({ ...line, reversed_minor: of.get(line.redemption_id) ?? 0n }));
}
