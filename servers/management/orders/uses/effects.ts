import type { Static } from 'typebox';
import { isCash } from '../../../../contracts/cash.ts';
import type { ExpiredNotice, IssuedNotice } from '../../../../contracts/shop-notices.ts';
import { newId } from '../../../../kit/ids.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import type { StoredNotice } from '../../../../kit/notices/stored-notices.ts';
import type { CertificateMove } from '../../books/book-certificates.ts';
import type { OrderEvent } from '../order-events.ts';
import { mayMove, type OrderState } from '../order-states.ts';
import { isAccepted, type OrderRow } from '../orders.ts';
import type { Use, UseKind } from './check-notice.ts';
import type { Standing } from './standing.ts';
import type { Telling } from './tell-uses.ts';
import { varsOfUse } from './vars-of-use.ts';

export type BookedUse = {
  order_id: string;
  kind: UseKind;
  use: Use;
  notice: StoredNotice;
  /** For a reversal: the use, and all that has been taken back of it. */
  reversed: { use_minor: bigint | null; reversed_minor: bigint } | undefined;
  /** Its line in the order's history. */
  event_id: string;
  state: OrderState;
};

export type BookedEvent = OrderEvent & { trace_id: string };

/** What a set of believed notices changes, in their order; it is written in a few statements. */
export type Effects = {
  uses: BookedUse[];
  moves: CertificateMove[];
  events: BookedEvent[];
  /** Orders whose state has changed. */
  moved: Map<string, Standing>;
  /** Of those, the ones that a notice proved to be accepted. */
  accepted: Set<string>;
  tellings: Telling[];
};

export function noEffects(): Effects {
  return { uses: [], moves: [], events: [], moved: new Map(), accepted: new Set(), tellings: [] };
}

export function bookIssue(
  effects: Effects,
  standing: Standing,
  notice: StoredNotice,
  { store_name, issue_id }: Static<typeof IssuedNotice>,
): void {
  ensureAccepted(effects, standing, notice);
  standing.issues.add(issue_id.toLowerCase());
  // A reprint is reported again and changes nothing here.
  const to = standing.order.state === 'accepted' ? 'issued' : standing.order.state;
  const event = { to, kind: 'issued', detail: { store_name }, terms: { issue_id: issue_id.toLowerCase() } };
  moveOn(effects, standing, notice, { ...event, evidence_id: notice.evidence_id });
  // A buyer who is being refunded is not told any more.
  if (!isAccepted(standing.order) && standing.order.state !== 'cancelling') return;
  const more = () => ({ store_name, issued_at: notice.occurred_at });
  tell(effects, standing, notice, 'buyer', 'buyer.certificate_issued', more);
}

export function bookUse(
  effects: Effects,
  standing: Standing,
  notice: StoredNotice,
  kind: UseKind,
  use: Use,
): void {
  ensureAccepted(effects, standing, notice);
  const { order } = standing;
  const { amount_minor, balance_minor, currency, store_name } = use;
  const amount = minorFromJson(amount_minor);
  const redemption_id = use.redemption_id.toLowerCase();
  const isReversal = kind === 'reversed';
  const before = standing.uses.get(redemption_id);
  const known = isReversal
    ? { use_minor: before?.use_minor ?? null, reversed_minor: (before?.reversed_minor ?? 0n) + amount }
    : { use_minor: amount, reversed_minor: before?.reversed_minor ?? 0n };
  standing.uses.set(redemption_id, known);
  standing.entries.set(BigInt(use.entry_no), { kind, redemption_id, amount_minor: amount });
  standing.last_no = BigInt(use.entry_no);
  effects.uses.push({
    order_id: order.order_id,
    kind,
    use,
    notice,
    reversed: isReversal ? known : undefined,
    event_id: newId(),
    state: order.state,
  });
  moveBalance(effects, standing, isReversal ? 'reverse' : 'redeem', amount);
  const at = new Date(notice.occurred_at);
  const booked = { kind, amount_minor: amount, balance_minor: minorFromJson(balance_minor), store_name, at };
  const more = () => varsOfUse(booked, currency);
  const toBuyer = isReversal ? 'buyer.use_reversed' : 'buyer.certificate_used';
  tell(effects, standing, notice, 'buyer', toBuyer, more, use.entry_no);
  // The recipient is told at once if somebody else uses it. Whoever it was handed over to is the shop's business, not
  // ours.
  if (use.handed_over !== false) return;
  const toRecipient = isReversal ? 'recipient.use_reversed' : 'recipient.certificate_used';
  tell(effects, standing, notice, 'recipient', toRecipient, more, use.entry_no);
}

export function bookExpiry(
  effects: Effects,
  standing: Standing,
  notice: StoredNotice,
  { amount_minor, currency }: Static<typeof ExpiredNotice>,
): void {
  ensureAccepted(effects, standing, notice);
  moveBalance(effects, standing, 'expire', minorFromJson(amount_minor));
  standing.expired_minor = minorFromJson(amount_minor);
  const detail = { amount_minor, currency };
  const event = { to: standing.order.state, kind: 'certificate_expired', detail };
  moveOn(effects, standing, notice, { ...event, evidence_id: notice.evidence_id });
}

/** A notice that overtook the shop's answer to the acceptance proves that it was accepted; both sides are told. */
function ensureAccepted(effects: Effects, standing: Standing, notice: StoredNotice): void {
  if (standing.order.state !== 'accepting') return;
  moveOn(effects, standing, notice, { to: 'accepted', kind: 'accepted', detail: {}, evidence_id: null });
  standing.was_accepted = true;
  effects.accepted.add(standing.order.order_id);
  tell(effects, standing, notice, 'recipient', 'recipient.gift_accepted', () => ({}));
  tell(effects, standing, notice, 'buyer', 'buyer.gift_accepted', () => ({}));
}

function moveBalance(
  effects: Effects,
  standing: Standing,
  code: CertificateMove['code'],
  amount: bigint,
): void {
  const { order, account_id } = standing;
  if (account_id === null) throw new Error(`Order ${order.order_id} has no certificate's account.`);
  standing.balance_minor += code === 'reverse' ? amount : -amount;
  const { shop_id, currency } = order;
  const paid_in_cash = isCash(order.payment_method_id);
  effects.moves.push({ account_id, shop_id, currency, code, amount_minor: amount, paid_in_cash });
}

function moveOn(
  effects: Effects,
  standing: Standing,
  { trace_id }: StoredNotice,
  { to, ...event }: Pick<BookedEvent, 'kind' | 'detail' | 'evidence_id' | 'terms'> & { to: OrderState },
): void {
  const { order_id, state } = standing.order;
  if (to !== state) {
    if (!mayMove(state, to)) throw new Error(`Order ${order_id} can't go from ${state} to ${to}.`);
    standing.order = { ...standing.order, state: to };
    effects.moved.set(order_id, standing);
  }
  const event_id = newId();
  effects.events.push({ ...event, event_id, order_id, before: state, after: to, call_id: null, trace_id });
}

function tell(
  effects: Effects,
  { order, shop }: Standing,
  { trace_id }: StoredNotice,
  audience: Telling['audience'],
  kind: Telling['kind'],
  more: Telling['more'],
  entry_no?: number,
): void {
  const of = entry_no === undefined ? {} : { entry_no };
  effects.tellings.push({ order: order satisfies OrderRow, shop, audience, kind, more, trace_id, ...of });
}
