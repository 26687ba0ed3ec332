import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { type StoredBody, unpackBody } from '../signing/stored-body.ts';

/** A notice that has what every notice needs. What its content is depends on its kind. */
export type IncomingNotice = {
  notice_id: string;
  kind: string;
  occurred_at: string;
  trace_id: string;
  content: Record<string, unknown>;
};

/** A notice, and where it stands in what its sender signed. */
export type StoredNotice = IncomingNotice & { batch_no: bigint; evidence_id: string; received_at: Date };

/** One line of a stored batch, or several in a row of which nothing can be made, and which have no notice. */
export type Line = {
  batch_no: bigint;
  /** Of the last of them. */
  line_no: number;
  lines: number;
  isLast: boolean;
  notice: StoredNotice | undefined;
};

type StoredBatch = StoredBody & { batch_no: bigint; evidence_id: string; received_at: Date };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KIND = /^[a-z_]{1,64}$/;
const TRACE_ID = /^[0-9a-f]{32}$/;
const NO_TRACE = '0'.repeat(32);

/** How many batches are looked at for one set: with few notices each, there may be many. */
const BATCHES_MAX = 200;

/**
 * The next lines of a sender's batches after a position: whole batches of `linesMax` lines or a little more together, or a
 * part of one that is larger than all that.
 */
export async function readLines(
  executor: Executor,
  sender: string,
  from: { batch_no: bigint; lines: number },
  linesMax: number,
): Promise<Line[]> {
  const found = await sql<StoredBatch>`
    select b.batch_no, b.evidence_id, b.received_at, m.body, m.encoding
    from (
      select batch_no, evidence_id, received_at,
        sum(notice_count) over (order by batch_no) - coalesce(notice_count, 0) as before
      from inbox_batches
      where sender = ${sender} and batch_no > ${from.batch_no}
        and batch_no <= (select last_batch_no from inbox_positions where sender = ${sender})
      order by batch_no limit ${BATCHES_MAX}) b
    join signed_messages m on m.message_id = b.evidence_id
    where coalesce(b.before, 0) < ${linesMax} order by b.batch_no`.execute(executor);
  const lines = found.rows.flatMap((batch, at) => linesOf(batch, at === 0 ? from.lines : 0));
  return lines.slice(0, 2 * linesMax);
}

/** The lines of these batches. */
export async function readBatches(
  executor: Executor,
  sender: string,
  batchNos: readonly bigint[],
): Promise<Line[]> {
  const found = await sql<StoredBatch>`
    select b.batch_no, b.evidence_id, b.received_at, m.body, m.encoding
    from inbox_batches b join signed_messages m on m.message_id = b.evidence_id
    where b.sender = ${sender} and b.batch_no = any(${batchNos}::bigint[]) order by b.batch_no`.execute(
    executor,
  );
  return found.rows.flatMap((batch) => linesOf(batch));
}

/** All notices of these signed batches, with who sent them. */
export async function readSigned(
  executor: Executor,
  evidenceIds: readonly string[],
): Promise<(StoredNotice & { sender: string })[]> {
  const found = await sql<Omit<StoredBatch, 'batch_no'> & { sender: string }>`
    select party as sender, message_id as evidence_id, received_at, body, encoding from signed_messages
    where message_id = any(${evidenceIds}::uuid[])`.execute(executor);
  return found.rows.flatMap(({ sender, ...batch }) => {
    const { batch_no }: { batch_no: number } = JSON.parse(unpackBody(batch).toString());
    const lines = linesOf({ ...batch, batch_no: BigInt(batch_no) });
    return lines.flatMap(({ notice }) => (notice === undefined ? [] : { ...notice, sender }));
  });
}

function linesOf({ body, encoding, ...batch }: StoredBatch, after = 0): Line[] {
  const { notices }: { notices: unknown[] } = JSON.parse(unpackBody({ body, encoding }).toString());
  const lines: Line[] = [];
  for (let at = after; at < notices.length; at++) {
    const notice = noticeIn(notices[at]);
    const place = { line_no: at + 1, isLast: at === notices.length - 1 };
    const before = lines.at(-1);
    if (notice === undefined && before !== undefined && before.notice === undefined)
      Object.assign(before, place, { lines: before.lines + 1 });
    else
      lines.push({
        batch_no: batch.batch_no,
        lines: 1,
        ...place,
        notice: notice && { ...notice, ...batch },
      });
  }
  return lines;
}

function noticeIn(told: unknown): IncomingNotice | undefined {
  if (!isObject(told)) return undefined;
  const { notice_id, kind, occurred_at, trace_id, content } = told;
  if (typeof notice_id !== 'string' || !UUID.test(notice_id)) return undefined;
  if (typeof kind !== 'string' || !KIND.test(kind)) return undefined;
  if (typeof occurred_at !== 'string' || !isObject(content)) return undefined;
  const traced = typeof trace_id === 'string' && TRACE_ID.test(trace_id) ? trace_id : NO_TRACE;
  return { notice_id: notice_id.toLowerCase(), kind, occurred_at, trace_id: traced, content };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
