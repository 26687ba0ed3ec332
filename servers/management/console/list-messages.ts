import { inDays } from '../../../kit/db/in-days.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import { maskEmail } from '../../../kit/email.ts';
import { maskPhone } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';
import type { Channel } from '../messages/reach.ts';
import { presentFields } from './story-step.ts';

export const MESSAGE_STATES = [
  'due',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'suppressed',
] as const;

export type MessageSearch = {
  state?: string;
  channel?: string;
  /** Such as `recipient.gift_arrived`. */
  kind?: string;
  /** Korean days on which it was planned, inclusive. */
  from?: string;
  until?: string;
};

/** A message to somebody, without what it says. */
export type ListedMessage = {
  message_id: string;
  kind: string;
  channel: Channel;
  masked_address: string;
  state: string;
  attempts: number;
  /** The gift that it is about, if it is about one. */
  order_id?: string;
  problem?: string;
  created_at: string;
  sent_at?: string;
  delivered_at?: string;
};

/** Messages, newest first; with `before`, only those older than that message. */
export async function listMessages(
  { db }: Pick<ManagementContext, 'db'>,
  { state, channel, kind, from, until }: MessageSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<ListedMessage[]> {
  const found = await sql<{
    message_id: string;
    kind: string;
    channel: Channel;
    address: string;
    state: string;
    attempts: number;
    order_id: string | null;
    problem: string | null;
    created_at: Date;
    sent_at: Date | null;
    delivered_at: Date | null;
  }>`
    select m.message_id, m.kind, m.channel, m.address, m.state, m.attempts,
      (select o.order_id from orders o where o.order_id = m.subject_id) as order_id, m.problem, m.created_at, m.sent_at,
      m.delivered_at
    from messages m
    where ${state === undefined ? sql`true` : sql`m.state = ${state}`}
      and ${channel === undefined ? sql`true` : sql`m.channel = ${channel}`}
      and ${kind === undefined ? sql`true` : sql`m.kind = ${kind}`}
      and ${inDays(sql`m.created_at`, { from, until })}
      and ${before === undefined ? sql`true` : sql`m.message_id < ${before}`}
    order by m.message_id desc limit ${limit}`.execute(db, FOR_THESE_VALUES);
  return found.rows.map(({ address, order_id, problem, created_at, sent_at, delivered_at, ...message }) => ({
    ...message,
    masked_address: masked(address),
    created_at: created_at.toISOString(),
    ...presentFields({ order_id, problem, sent_at, delivered_at }),
  }));
}

/** Addresses are erased a while after the gift was over. */
function masked(address: string): string {
  return address.includes('@') ? maskEmail(address) : maskPhone(address);
}
