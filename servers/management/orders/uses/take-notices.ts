import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ExpiredNotice, IssuedNotice } from '../../../../contracts/shop-notices.ts';
import { SHOP_NOTICES } from '../../../../contracts/shop-notices.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import type { StoredNotice } from '../../../../kit/notices/stored-notices.ts';
import type { ManagementContext } from '../../context.ts';
import {
  type Doubt,
  doubtExpiry,
  doubtIssue,
  doubtState,
  doubtUse,
  isKnownExpiry,
  knownEntry,
  type Use,
  type UseKind,
} from './check-notice.ts';
import { type Doubted, recordDoubts, recordTaken, waitingNotices } from './doubtful-notices.ts';
import { bookExpiry, bookIssue, bookUse, type Effects, noEffects } from './effects.ts';
import { type Locked, lockStandings, type NamedEntry, type Standing } from './standing.ts';
import { writeEffects } from './write-effects.ts';

type Kind = keyof typeof SHOP_NOTICES;
export const SHOP_NOTICE_KINDS: ReadonlySet<string> = new Set(Object.keys(SHOP_NOTICES));

const CHECKS = {
  certificate_issued: Compile(SHOP_NOTICES.certificate_issued),
  certificate_redeemed: Compile(SHOP_NOTICES.certificate_redeemed),
  redemption_reversed: Compile(SHOP_NOTICES.redemption_reversed),
  certificate_expired: Compile(SHOP_NOTICES.certificate_expired),
} satisfies Record<Kind, unknown>;
const USE_KINDS: Readonly<Record<string, UseKind>> = {
  certificate_redeemed: 'redeemed',
  redemption_reversed: 'reversed',
};

export type Taken = {
  doubted: readonly Doubted[];
  /** Orders that somebody else has locked; nothing that was told of them has been taken. */
  busy: ReadonlySet<string>;
};

/**
 * Receipt 8 and 10: a shop's notices about certificates, in their order, are checked against what management knows. Those that
 * agree are booked and people are told; the others are kept as doubtful, neither booked nor paid nor told, and hold up
 * nothing else. Each order is locked once, and a notice is checked against what those before it have changed.
 */
export async function takeNotices(
  context: ManagementContext,
  tx: Tx,
  sender: string,
  notices: readonly StoredNotice[],
): Promise<Taken> {
  const taken = await bookNotices(context, tx, sender, notices);
  await recordDoubts(context, tx, sender, taken.doubted);
  return taken;
}

/** Checks notices again that arrived while the order's cancellation was on its way, in the order of arrival. */
export async function retryWaitingNotices(
  context: ManagementContext,
  tx: Tx,
  orderId: string,
): Promise<void> {
  const waiting = await waitingNotices(tx, orderId);
  for (const [sender, notices] of Map.groupBy(waiting, (notice) => notice.sender)) {
    const { doubted } = await bookNotices(context, tx, sender, notices);
    const still = new Set(doubted.map(({ notice }) => notice.notice_id));
    const booked = notices.filter(({ notice_id }) => !still.has(notice_id));
    await recordTaken(tx, sender, booked, context.clock());
    await recordDoubts(context, tx, sender, doubted);
  }
}

async function bookNotices(
  context: ManagementContext,
  tx: Tx,
  sender: string,
  notices: readonly StoredNotice[],
): Promise<Taken> {
  const wellFormed = notices.filter(isWellFormed);
  const orders = new Set(wellFormed.map(orderOf));
  const issued = wellFormed.filter(({ kind }) => kind === 'certificate_issued').map(orderOf);
  const named = { entries: wellFormed.flatMap(entryOf), issued: [...new Set(issued)] };
  const locked = await lockStandings(tx, sender, [...orders], named);
  const effects = noEffects();
  const doubted: Doubted[] = [];
  const readable = new Set(wellFormed);
  for (const notice of notices) {
    const reason = readable.has(notice) ? take(effects, locked, notice) : 'malformed';
    if (reason !== null) doubted.push({ notice, reason });
  }
  await writeEffects(context, tx, effects);
  return { doubted, busy: locked.busy };
}

function isWellFormed({ kind, content, occurred_at }: StoredNotice): boolean {
  return isKnownKind(kind) && CHECKS[kind].Check(content) && !Number.isNaN(Date.parse(occurred_at));
}

function isKnownKind(kind: string): kind is Kind {
  return Object.hasOwn(SHOP_NOTICES, kind);
}

function orderOf({ content }: StoredNotice): string {
  return String(content.order_id).toLowerCase();
}

function entryOf(notice: StoredNotice): NamedEntry[] {
  const kind = USE_KINDS[notice.kind];
  if (kind === undefined) return [];
  const { entry_no, redemption_id } = notice.content as Use;
  const isReversal = kind === 'reversed';
  return [{ order_id: orderOf(notice), entry_no, redemption_id: redemption_id.toLowerCase(), isReversal }];
}

/** Books a notice, or says why it is doubtful. */
function take(effects: Effects, { standings, busy, ofOthers }: Locked, notice: StoredNotice): Doubt | null {
  const orderId = orderOf(notice);
  if (busy.has(orderId)) return null;
  const standing = standings.get(orderId);
  const { content }: { content: unknown } = notice;
  const { certificate_id } = content as Static<typeof IssuedNotice>;
  if (certificate_id.toLowerCase() !== orderId) return 'certificate_unknown';
  if (standing === undefined)
    return ofOthers.has(orderId) ? 'certificate_of_another_shop' : 'certificate_unknown';
  const useKind = USE_KINDS[notice.kind];
  if (useKind !== undefined) return takeUse(effects, standing, notice, useKind, content as Use);
  if (notice.kind === 'certificate_issued')
    return takeIssue(effects, standing, notice, content as Static<typeof IssuedNotice>);
  const expiry = content as Static<typeof ExpiredNotice>;
  if (isKnownExpiry(standing, expiry)) return null;
  const doubt = doubtState(standing) ?? doubtExpiry(standing, expiry);
  if (doubt === null) bookExpiry(effects, standing, notice, expiry);
  return doubt;
}

function takeIssue(
  effects: Effects,
  standing: Standing,
  notice: StoredNotice,
  issue: Static<typeof IssuedNotice>,
): Doubt | null {
  if (standing.issues.has(issue.issue_id.toLowerCase())) return null;
  const doubt = doubtIssue(standing);
  if (doubt === null) bookIssue(effects, standing, notice, issue);
  return doubt;
}

function takeUse(
  effects: Effects,
  standing: Standing,
  notice: StoredNotice,
  kind: UseKind,
  use: Use,
): Doubt | null {
  const known = knownEntry(standing, kind, use);
  if (known === 'same') return null;
  const doubt = known ?? doubtState(standing) ?? doubtUse(standing, kind, use);
  if (doubt === null) bookUse(effects, standing, notice, kind, use);
  return doubt;
}
