import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import type { IncomingNotice } from '../../../../kit/notices/inbox.ts';
import type { ManagementContext } from '../../context.ts';
import type { Doubt } from './check-notice.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keeps a notice that is not believed. The notice itself, with the shop's signature, is in the inbox. */
export async function recordDoubt(
  { clock, log }: ManagementContext,
  tx: Executor,
  sender: string,
  { notice_id, kind, occurred_at, trace_id, content }: IncomingNotice,
  reason: Doubt,
): Promise<void> {
  const told = content.order_id;
  const order_id = typeof told === 'string' && UUID.test(told) ? told : null;
  await sql`
    insert into doubtful_notices (sender, notice_id, order_id, kind, reason, occurred_at, trace_id, at)
    values (${sender}, ${notice_id}, ${order_id}, ${kind}, ${reason}, ${occurred_at}, ${trace_id}, ${clock()})`.execute(
    tx,
  );
  const about = { sender, notice_id, order_id, kind, reason };
  if (reason === 'being_cancelled') log.warn(about, 'a notice waits for the answer to a cancellation');
  else log.error(about, "a shop's notice disagrees with our books");
}

/** Records that a doubtful notice turned out to be true and was booked. */
export async function recordTaken(tx: Executor, sender: string, noticeId: string, now: Date): Promise<void> {
  await sql`
    insert into doubtful_notices_taken (sender, notice_id, at) values (${sender}, ${noticeId}, ${now})`.execute(
    tx,
  );
}

/** The open doubts: the latest one for each notice that was not booked after all. */
const OPEN_DOUBTS = sql`
  select distinct on (d.sender, d.notice_id) d.doubt_no, d.notice_id, d.sender, d.order_id, d.kind, d.reason, d.occurred_at,
    d.trace_id, d.at, i.content, i.evidence_id
  from doubtful_notices d join inbox i on i.sender = d.sender and i.message_id = d.notice_id
  where not exists (
    select 1 from doubtful_notices_taken t where t.sender = d.sender and t.notice_id = d.notice_id)`;
const LATEST_FIRST = sql`order by d.sender, d.notice_id, d.doubt_no desc`;

/** Notices about an order that arrived while its cancellation was on its way, in the order of arrival. */
export async function waitingNotices(
  tx: Executor,
  orderId: string,
): Promise<(IncomingNotice & { sender: string })[]> {
  const found = await sql<IncomingNotice & { sender: string }>`
    select s.sender, s.notice_id, s.kind, s.occurred_at, s.trace_id, s.content
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
