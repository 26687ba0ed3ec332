import type { OrderState } from '../../../servers/management/orders/order-states.ts';

export type ShopId = 'haneul' | 'haneul-mall';
export type CardName = 'approved' | 'declined' | 'secondStep' | 'late' | 'never';

/** A certificate as it should be at the shop. */
export type Certificate = {
  state: 'none' | 'registered' | 'active' | 'frozen' | 'cancelled' | 'expired';
  balance: number;
  held: number;
  expiresAt: number;
  /** The phone that opens it. */
  phone: string;
};

/** A gift as it should be by the few rules that a person would state. An accepted one may have been issued. */
export type Gift = {
  order_id: string;
  /** For one of several gifts with one payment: the group whose payment it shares. */
  group_id?: string;
  shop_id: ShopId;
  card: CardName;
  amount: number;
  createdAt: number;
  /** When the request reached settlement; its authorisation runs from then. */
  authorisedAt: number | undefined;
  deliverAt: number | undefined;
  state: OrderState;
  /** Whether management waits for an answer that was lost. */
  unknown: boolean;
  actionUrl: string | undefined;
  /** The outcome of the second step, which management may not know yet. */
  stepTaken: 'authorised' | 'declined' | undefined;
  readBacks: string[];
  named: { phone: string | undefined } | undefined;
  answerBy: number;
  /** Until when the buyer may have it refunded after its acceptance. */
  refundUntil: number;
  endReason: 'refused' | 'cancelled_by_buyer' | 'withdrawn_by_buyer' | 'not_answered' | undefined;
  offerToken: string | undefined;
  /** Whether the capture and the refund are in settlement's books and in management's. */
  captured: boolean;
  captureBooked: boolean;
  refunded: boolean;
  refundBooked: boolean;
  /** How often its payment was disputed, and what was left of it when such a dispute was lost. */
  disputes: number;
  chargedBack: number | undefined;
  certificate: Certificate;
};

export type Use = {
  redemption_id: string;
  gift: Gift;
  amount: number;
  reversed: number;
  till: number | undefined;
};
export type Hold = { hold_id: string; gift: Gift; amount: number; expiresAt: number; till: number };
export type Checkout = {
  checkout_id: string;
  code: string;
  expiresAt: number;
  parts: { gift: Gift; amount: number }[];
  /** Whether it was found to have expired, though its holds are not released yet. */
  hasExpired: boolean;
};

/** What the shop sends notices of, in the order in which it happened. */
export type Fact = {
  kind: 'issued' | 'redeemed' | 'reversed' | 'expired';
  gift: Gift;
  amount: number;
  /** It reached management while the gift's cancellation was in flight, and waits for the answer to that. */
  waits?: boolean;
};

export type Payout = { shop_id: ShopId; gross: number; commission: number; paid: boolean };

export type Model = ReturnType<typeof aModel>;

export function aModel() {
  return {
    gifts: [] as Gift[],
    uses: [] as Use[],
    holds: [] as Hold[],
    checkouts: [] as Checkout[],
    /** What a phone number and PIN opened, by till. */
    verifications: new Map<string, { token: string; opened: Gift[]; expiresAt: number }>(),
    facts: [] as Fact[],
    /** How many facts have reached management: always the first ones. */
    told: 0,
    payouts: [] as Payout[],
    /** What was used in each shop, has reached management, and is in no payout yet. */
    unpaid: { haneul: 0, 'haneul-mall': 0 },
    nextPayoutAt: 0,
    /** Whether a batch of notices or its acknowledgement was lost. */
    batchLost: false,
    /** Look-ups of a name that reached the carrier, and the shop. */
    lookUps: { carrier: 0, shop: 0 },
  };
}

export function sumOf<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}

/** Settlement's books as they should be. */
export function expectedOfSettlement({ gifts, payouts }: Model) {
  const paid = payouts.filter((payout) => payout.paid);
  const captured = sumOf(gifts, (gift) => (gift.captured ? gift.amount : 0));
  const refunded = sumOf(gifts, (gift) => (gift.refunded ? gift.amount : (gift.chargedBack ?? 0)));
  const commission = sumOf(paid, (payout) => payout.commission);
  const paidOut = sumOf(paid, (payout) => payout.gross) - commission;
  return { captured, refunded, paidOut, commission, inTrust: captured - refunded - paidOut - commission };
}

export function expectedOfShop({ gifts, facts, holds, checkouts }: Model) {
  const known = gifts.filter(({ certificate }) => certificate.state !== 'none');
  return {
    issued: sumOf(known, ({ amount }) => amount),
    outstanding: sumOf(known, ({ certificate }) => certificate.balance),
    refunded: sumOf(known, ({ certificate, amount, chargedBack }) =>
      certificate.state === 'cancelled' ? (chargedBack ?? amount) : 0,
    ),
    ...movedBy(facts),
    held:
      sumOf(holds, ({ amount }) => amount) +
      sumOf(checkouts, ({ parts }) => sumOf(parts, ({ amount }) => amount)),
  };
}

/** Management's books as they should be: of the shop's facts, only those that have reached it. */
export function expectedOfManagement({ gifts, facts, told }: Model) {
  const issued = sumOf(gifts, (gift) => (gift.captureBooked ? gift.amount : 0));
  const refunded = sumOf(gifts, (gift) => (gift.refundBooked ? gift.amount : (gift.chargedBack ?? 0)));
  const { redeemed, expired } = movedBy(facts.slice(0, told).filter(({ waits }) => waits !== true));
  return { issued, refunded, redeemed, expired, outstanding: issued - refunded - redeemed - expired };
}

function movedBy(facts: readonly Fact[]) {
  const of = (kind: Fact['kind']) => sumOf(facts, (fact) => (fact.kind === kind ? fact.amount : 0));
  return { redeemed: of('redeemed') - of('reversed'), expired: of('expired') };
}
