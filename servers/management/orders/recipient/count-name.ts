import { consumeAll, giveBack, type LimitAnswer, type LimitUse } from '../../../../kit/limits.ts';
import type { ManagementContext } from '../../context.ts';
import { buyerStanding, PAID_COUNTED_MIN } from '../buyer-standing.ts';
import type { Gift } from '../gift.ts';

/** Whose name is looked up for which order, with a digest of the card that it will be paid with, if there is one. */
type Named = { order_id: string; member_id: string; cardFingerprint: string | null };

export function namedIn({ order: { order_id, member_id }, cardFingerprint }: Gift): Named {
  return { order_id, member_id, cardFingerprint };
}

/** Whoever has really paid for so many people has names read back as often as a company needs. */
const KNOWN_BUYER_PAID = PAID_COUNTED_MIN;

/**
 * Counts a name that is looked up: the read-back is not a telephone directory. New buyers, and all accounts with one card
 * together, may leave only so many names unpaid; each that they pay for is given back.
 */
export async function countName(context: ManagementContext, order: Named): Promise<LimitAnswer> {
  const { limits } = context;
  const byBuyer: LimitUse[] = (await isKnownBuyer(context, order.member_id))
    ? [[limits.knownReadBackByMember, order.member_id]]
    : unpaidUses(context, order);
  return consumeAll([[limits.readBackByOrder, order.order_id], ...byBuyer]);
}

/** Gives names back whose gifts are paid for. */
export async function giveNamesBack(context: ManagementContext, orders: readonly Named[]): Promise<void> {
  for (const order of orders) await giveBack(unpaidUses(context, order));
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

function unpaidUses({ limits }: ManagementContext, { member_id, cardFingerprint }: Named): LimitUse[] {
  const byMember: LimitUse = [limits.readBackByMember, member_id];
  return cardFingerprint === null ? [byMember] : [byMember, [limits.readBackByCard, cardFingerprint]];
}
