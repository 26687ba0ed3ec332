import { sql } from '../../../kit/db/sql.ts';
import type { ManagementContext } from '../context.ts';
import type { Channel } from '../messages/reach.ts';

export type TimelineEntry = { at: string; kind: string; state: string; detail: unknown; trace_id: string };
export type MessageEntry = {
  at: string;
  kind: string;
  channel: Channel;
  state: string;
  delivered_at?: string;
  /** Why the last attempt failed. */
  problem?: string;
};

/** What happened to a gift and which messages were sent about it, oldest first. */
export async function readTimeline(
  context: ManagementContext,
  orderId: string,
): Promise<{ events: TimelineEntry[]; messages: MessageEntry[] }> {
  const events = await sql<Omit<TimelineEntry, 'at'> & { at: Date }>`
    select at, kind, state_after as state, detail, trace_id from order_events
    where order_id = ${orderId} order by event_id limit 500`.execute(context.db);
  const messages = await sql<{
    at: Date;
    kind: string;
    channel: Channel;
    state: string;
    delivered_at: Date | null;
    problem: string | null;
  }>`
    select created_at as at, kind, channel, state, delivered_at, problem from messages
    where subject_id = ${orderId} order by message_id limit 500`.execute(context.db);
  return {
    events: events.rows.map((event) => ({ ...event, at: event.at.toISOString() })),
    messages: messages.rows.map(({ at, delivered_at, problem, ...message }) => ({
      at: at.toISOString(),
      ...message,
      ...(delivered_at === null ? {} : { delivered_at: delivered_at.toISOString() }),
      ...(problem === null ? {} : { problem }),
    })),
  };
}
