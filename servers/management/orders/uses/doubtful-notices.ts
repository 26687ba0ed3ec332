import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import type { StoredNotice } from '../../../../kit/notices/stored-notices.ts';
import type { ManagementContext } from '../../context.ts';
import type { Doubt } from './check-notice.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type Doubted = { notice: StoredNotice; reason: Doubt };

/** Keeps notices that are not believed. What the shop signed is in the batch. */
export async function recordDoubts(
  { clock, log }: ManagementContext,
  tx: Tx,
  sender: string,
  doubted: readonly Doubted[],
): Promise<void> {
  if (doubted.length === 0) return;
  const notices = doubted.map(({ notice }) => notice);
  const orderIds = notices.map(({ content }) => orderNamed(content));
  await sql`
    insert into inbox (sender, message_id, batch_no, kind, content, evidence_id, received_at)
    select ${sender}, message_id, batch_no, kind, content::jsonb, evidence_id, received_at
    from unnest(${notices.map(({ notice_id }) => notice_id)}::uuid[],
      ${notices.map(({ batch_no }) => batch_no)}::bigint[],
      ${notices.map(({ kind }) => kind)}::text[],
      ${notices.map(({ content }) => JSON.stringify(content))}::text[],
      ${notices.map(({ evidence_id }) => evidence_id)}::uuid[],
      ${notices.map(({ received_at }) => received_at)}::timestamptz[])
      as i(message_id, batch_no, kind, content, evidence_id, received_at)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into doubtful_notices (sender, notice_id, order_id, kind, reason, occurred_at, trace_id, at)
    select ${sender}, notice_id, order_id, kind, reason, occurred_at, trace_id, ${clock()}
    from unnest(${notices.map(({ notice_id }) => notice_id)}::uuid[],
      ${orderIds}::uuid[],
      ${notices.map(({ kind }) => kind)}::text[],
      ${doubted.map(({ reason }) => reason)}::text[],
      ${notices.map(({ occurred_at }) => occurred_at)}::text[],
      ${notices.map(({ trace_id }) => trace_id)}::text[])
      as d(notice_id, order_id, kind, reason, occurred_at, trace_id)`.execute(tx);
  doubted.forEach(({ notice: { notice_id, kind }, reason }, at) => {
    const about = { sender, notice_id, order_id: orderIds[at], kind, reason };
    if (reason === 'being_cancelled') log.warn(about, 'a notice waits for the answer to a cancellation');
    else log.error(about, "a shop's notice disagrees with our books");
  });
}

/** The order that a notice names, whether there is such an order or not. */
export function orderNamed({ order_id }: Record<string, unknown>): string | null {
  return typeof order_id === 'string' && UUID.test(order_id) ? order_id.toLowerCase() : null;
}

/** Records that doubtful notices turned out to be true and were booked. */
export async function recordTaken(
  tx: Tx,
  sender: string,
  notices: readonly StoredNotice[],
  now: Date,
): Promise<void> {
  if (notices.length === 0) return;
  await sql`
    insert into doubtful_notices_taken (sender, notice_id, at)
    select ${sender}, notice_id, ${now}
    from unnest(${notices.map(({ notice_id }) => notice_id)}::uuid[]) as t(notice_id)`.execute(tx);
}

/** The open doubts: the latest one for each notice that was not booked after all. */
const OPEN_DOUBTS = sql`
  select distinct on (d.sender, d.notice_id) d.doubt_no, d.notice_id, d.sender, d.order_id, d.kind, d.reason, d.occurred_at,
    d.trace_id, d.at, i.content, i.evidence_id, i.batch_no, i.received_at
  from doubtful_notices d join inbox i on i.sender = d.sender and i.message_id = d.notice_id
  where not exists (
    select 1 from doubtful_notices_taken t where t.sender = d.sender and t.notice_id = d.notice_id)`;
const LATEST_FIRST = sql`order by d.sender, d.notice_id, d.doubt_no desc`;

/** Notices about an order that arrived while its cancellation was on its way, in the order of arrival. */
export async function waitingNotices(
  tx: Tx,
  orderId: string,
): Promise<(StoredNotice & { sender: string })[]> {
  const found = await sql<StoredNotice & { sender: string }>`
    select s.sender, s.notice_id, s.kind, s.occurred_at, s.trace_id, s.content, s.batch_no, s.evidence_id, s.received_at
    from (${OPEN_DOUBTS} and d.order_id = ${orderId} ${LATEST_FIRST}) s
    where s.reason = 'being_cancelled' order by s.doubt_no`.execute(tx);
  return found.rows;
}

export type DoubtfulNotice = {
  doubt_no: number;
  notice_id: string;
  sender: string;
  order_id?: string;
  kind: string;
  reason: Doubt;
  /** What the shop reported; the message that this evidence is for was signed. */
  content: Record<string, unknown>;
  evidence_id: string;
  at: string;
};

/** Doubtful notices, newest first, only those older than `before` if given. */
export async function listDoubtful(
  { db }: ManagementContext,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<DoubtfulNotice[]> {
  const found = await sql<
    Omit<DoubtfulNotice, 'doubt_no' | 'order_id' | 'at'> & {
      doubt_no: bigint;
      order_id: string | null;
      at: Date;
    }
  >`
    select doubt_no, notice_id, sender, order_id, kind, reason, content, evidence_id, at
    from (${OPEN_DOUBTS} ${LATEST_FIRST}) s
    where ${before === undefined ? sql`true` : sql`doubt_no < ${before}`}
    order by doubt_no desc limit ${limit}`.execute(db);
  return found.rows.map(({ doubt_no, order_id, at, ...notice }) => ({
    doubt_no: Number(doubt_no),
    ...notice,
    ...(order_id === null ? {} : { order_id }),
    at: at.toISOString(),
  }));
}
