import type { OrderState } from '../../../servers/management/orders/order-states.ts';

export type ShopId = 'haneul' | 'haneul-mall';
export type CardName = 'approved' | 'declined' | 'secondStep' | 'late' | 'never';

/** What a certificate should be at the shop. */
export type Certificate = {
  state: 'none' | 'registered' | 'active' | 'cancelled' | 'expired';
  balance: number;
  held: number;
  expiresAt: number;
  /** The phone that opens it. */
  phone: string;
};

/** What a gift should be, by the few rules that a person would state; an accepted one may have been issued. */
export type Gift = {
  order_id: string;
  /** Of several gifts with one payment: whose payment its own is a share of. */
  group_id?: string;
  shop_id: ShopId;
  card: CardName;
  amount: number;
  createdAt: number;
  /** When settlement heard of it; its authorisation runs from then. */
  authorisedAt: number | undefined;
  deliverAt: number | undefined;
  state: OrderState;
  /** Whether management waits for an answer that was lost on the way. */
  unknown: boolean;
  actionUrl: string | undefined;
  /** What became of the second step, which management may not have heard of yet. */
  stepTaken: 'authorised' | 'declined' | undefined;
  readBacks: string[];
  named: { phone: string | undefined } | undefined;
  answerBy: number;
  /** Until when the buyer may take it back after its acceptance. */
  refundUntil: number;
  endReason: 'refused' | 'cancelled_by_buyer' | 'withdrawn_by_buyer' | 'not_answered' | undefined;
  offerToken: string | undefined;
  /** Which of the books know what: settlement's, then management's, for the capture and for the refund. */
  captured: boolean;
  captureBooked: boolean;
  refunded: boolean;
  refundBooked: boolean;
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
  /** Whether its time was found to have run out, though its holds are not let go yet. */
  lapsed: boolean;
};

/** What the shop has to tell, in the order in which it happened. */
export type Fact = {
  kind: 'issued' | 'redeemed' | 'reversed' | 'expired';
  gift: Gift;
  amount: number;
  /** Management heard it while the gift's cancellation was on its way, and waits for the answer to that. */
  waits?: boolean;
};

export type Payout = { shop_id: ShopId; gross: number; commission: number; paid: boolean; booked: boolean };

export type Model = ReturnType<typeof aModel>;

export function aModel() {
  return {
    gifts: [] as Gift[],
    uses: [] as Use[],
    holds: [] as Hold[],
    checkouts: [] as Checkout[],
    /** What phone number and PIN opened at which till. */
    verifications: new Map<string, { token: string; opened: Gift[]; expiresAt: number }>(),
    facts: [] as Fact[],
    /** How many of the facts management has heard: always the first so many. */
    told: 0,
    payouts: [] as Payout[],
    /** What was used in each shop and told, and is in no payout yet. */
    unpaid: { haneul: 0, 'haneul-mall': 0 },
    nextPayoutAt: 0,
    /** Whether a batch of notices was lost on the way, or its acknowledgement. */
    batchLost: false,
    /** Questions about a number that came to the carrier, and to the shop. */
    lookUps: { carrier: 0, shop: 0 },
  };
}

export function sumOf<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}

/** What was captured and given back, as settlement should have it. */
export function expectedOfSettlement({ gifts, payouts }: Model) {
  const paid = payouts.filter((payout) => payout.paid);
  const captured = sumOf(gifts, (gift) => (gift.captured ? gift.amount : 0));
  const refunded = sumOf(gifts, (gift) => (gift.refunded ? gift.amount : 0));
  const commission = sumOf(paid, (payout) => payout.commission);
  const paidOut = sumOf(paid, (payout) => payout.gross) - commission;
  return { captured, refunded, paidOut, commission, inTrust: captured - refunded - paidOut - commission };
}

export function expectedOfShop({ gifts, facts, holds, checkouts }: Model) {
  const known = gifts.filter(({ certificate }) => certificate.state !== 'none');
  return {
    issued: sumOf(known, ({ amount }) => amount),
    outstanding: sumOf(known, ({ certificate }) => certificate.balance),
    refunded: sumOf(known, ({ certificate, amount }) => (certificate.state === 'cancelled' ? amount : 0)),
    ...movedBy(facts),
    held:
      sumOf(holds, ({ amount }) => amount) +
      sumOf(checkouts, ({ parts }) => sumOf(parts, ({ amount }) => amount)),
  };
}

/** Management's books: of what happened at the shop only what it was told. */
export function expectedOfManagement({ gifts, facts, told }: Model) {
  const issued = sumOf(gifts, (gift) => (gift.captureBooked ? gift.amount : 0));
  const refunded = sumOf(gifts, (gift) => (gift.refundBooked ? gift.amount : 0));
  const { redeemed, expired } = movedBy(facts.slice(0, told).filter(({ waits }) => waits !== true));
  return { issued, refunded, redeemed, expired, outstanding: issued - refunded - redeemed - expired };
}

function movedBy(facts: readonly Fact[]) {
  const of = (kind: Fact['kind']) => sumOf(facts, (fact) => (fact.kind === kind ? fact.amount : 0));
  return { redeemed: of('redeemed') - of('reversed'), expired: of('expired') };
}
