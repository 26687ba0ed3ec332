import { newId } from '../../../kit/ids.ts';
import type { OwnFact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { OWN_PARTY } from '../context.ts';
import type { OrderState } from './order-states.ts';

/** A line of an order's history: its state before and after, and what caused it. */
export type OrderEvent = {
  event_id: string;
  order_id: string;
  kind: string;
  before: OrderState | null;
  after: OrderState;
  detail: Record<string, unknown>;
  call_id: string | null;
  evidence_id: string | null;
  /** What the journal says beyond the history: about money, and what makes it known when it is told again. */
  terms?: Record<string, unknown>;
};

export function eventOf(
  orderId: string,
  before: OrderState | null,
  after: OrderState,
  change: {
    kind: string;
    detail?: Record<string, unknown>;
    callId?: string;
    evidenceId?: string;
    terms?: Record<string, unknown>;
  },
): OrderEvent {
  const { kind, detail = {}, callId: call_id = null, evidenceId: evidence_id = null, terms = {} } = change;
  return { event_id: newId(), order_id: orderId, kind, before, after, detail, call_id, evidence_id, terms };
}

type Terms = {
  member_id: string;
  shop_id: string;
  payment_method_id: string;
  payment_route: string;
  commission_bp: number;
  amount_minor: bigint;
  currency: string;
};

/** What was ordered: the terms of the money, and nothing that was written to the recipient. */
export function orderTerms({ amount_minor, ...terms }: Terms): Record<string, unknown> {
  const { member_id, shop_id, payment_method_id, payment_route, commission_bp, currency } = terms;
  const amount = minorToJson(amount_minor);
  return {
    member_id,
    shop_id,
    payment_method_id,
    payment_route,
    commission_bp,
    amount_minor: amount,
    currency,
  };
}

/** What was captured or refunded: always all of it. */
export function moneyMoved(
  what: 'captured' | 'refunded',
  { amount_minor, currency }: { amount_minor: bigint; currency: string },
): Record<string, unknown> {
  return { [`${what}_minor`]: minorToJson(amount_minor), currency };
}

/**
 * An event as its fact. The prefix tells orders' kinds from others'; `order_events` is the view of them. It is written in
 * the statement that changes the order, which is locked.
 */
export function orderFact(event: OrderEvent & { trace_id?: string }, now: Date): OwnFact {
  const { event_id, order_id, kind, before, after, detail, call_id, evidence_id, terms, trace_id } = event;
  return {
    party: OWN_PARTY,
    kind: `order_${kind}`,
    fact_id: event_id,
    at: now,
    subject_id: order_id,
    content: {
      ...terms,
      order_id,
      state_before: before,
      state_after: after,
      detail,
      ...(call_id === null ? {} : { call_id }),
      ...(evidence_id === null ? {} : { evidence_id }),
    },
    ...(trace_id === undefined ? {} : { trace_id }),
  };
}
