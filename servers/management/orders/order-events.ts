import { type Sql, sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { currentTraceId } from '../../../kit/trace.ts';
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
};

export function eventOf(
  orderId: string,
  before: OrderState | null,
  after: OrderState,
  change: { kind: string; detail?: Record<string, unknown>; callId?: string; evidenceId?: string },
): OrderEvent {
  const { kind, detail = {}, callId: call_id = null, evidenceId: evidence_id = null } = change;
  return { event_id: newId(), order_id: orderId, kind, before, after, detail, call_id, evidence_id };
}

/** Records an event, or none: a statement, or part of a larger one. */
export function insertEvent(event: OrderEvent | null, now: Date): Sql {
  return sql`
    insert into order_events (event_id, order_id, kind, state_before, state_after, detail, call_id, evidence_id, trace_id,
      at)
    select ${event?.event_id ?? null}::uuid, ${event?.order_id ?? null}::uuid, ${event?.kind ?? null}::text,
      ${event?.before ?? null}::text, ${event?.after ?? null}::text, ${JSON.stringify(event?.detail ?? {})}::jsonb,
      ${event?.call_id ?? null}::uuid, ${event?.evidence_id ?? null}::uuid, ${currentTraceId()}::text,
      ${now}::timestamptz
    where ${event?.event_id ?? null}::uuid is not null`;
}
