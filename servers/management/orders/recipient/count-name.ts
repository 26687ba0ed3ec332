import { sql } from '../../../../kit/db/sql.ts';
import { consumeAll, giveBack, type LimitAnswer, type LimitUse } from '../../../../kit/limits.ts';
import type { ManagementContext } from '../../context.ts';
import { buyerStanding } from '../buyer-standing.ts';
import type { OrderRow } from '../orders.ts';

type Named = Pick<OrderRow, 'order_id' | 'member_id' | 'payment_method_id'>;

/** Whoever has really paid for so many people has names read back as often as a company needs. */
const KNOWN_BUYER_PAID = 10;

/**
 * Counts a name that is looked up: the read-back is not a telephone directory. New buyers, and all accounts with one card
 * together, may leave only so many names unpaid; each that they pay for is given back.
 */
export async function countName(context: ManagementContext, order: Named): Promise<LimitAnswer> {
  const { limits } = context;
  const byBuyer: LimitUse[] = (await isKnownBuyer(context, order.member_id))
    ? [[limits.knownReadBackByMember, order.member_id]]
    : await unpaidUses(context, order);
  return consumeAll([[limits.readBackByOrder, order.order_id], ...byBuyer]);
}

/** Gives names back whose gifts are paid for. */
export async function giveNamesBack(context: ManagementContext, orders: readonly Named[]): Promise<void> {
  for (const order of orders) await giveBack(await unpaidUses(context, order));
}

/** How many more names this buyer may have read back for now. */
export async function namesLeft(context: ManagementContext, memberId: string): Promise<number> {
  const { readBackByMember, knownReadBackByMember } = context.limits;
  const limit = (await isKnownBuyer(context, memberId)) ? knownReadBackByMember : readBackByMember;
  const { used } = await limit.usage(memberId);
  return Math.max(0, limit.points - used);
}

async function isKnownBuyer(context: ManagementContext, memberId: string): Promise<boolean> {
  const { paid_for, lifted } = await buyerStanding(context.db, memberId, context.clock());
  return lifted || paid_for >= KNOWN_BUYER_PAID;
}

async function unpaidUses(
  { db, limits }: ManagementContext,
  { member_id, payment_method_id }: Named,
): Promise<LimitUse[]> {
  const found = await sql<{ card_fingerprint: string | null }>`
    select card_fingerprint from payment_methods where payment_method_id = ${payment_method_id}`.execute(db);
  const card = found.rows[0]?.card_fingerprint ?? null;
  const byMember: LimitUse = [limits.readBackByMember, member_id];
  return card === null ? [byMember] : [byMember, [limits.readBackByCard, card]];
}
