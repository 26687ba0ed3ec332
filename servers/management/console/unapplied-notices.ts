import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { retryUnapplied } from '../../../kit/notices/retry-unapplied.ts';
import { readBatches } from '../../../kit/notices/stored-notices.ts';
import type { UnappliedReason } from '../../../kit/notices/unapplied.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { noticeReader } from '../orders/uses/notice-reader.ts';

export type UnappliedNotice = {
  unapplied_no: number;
  sender: string;
  batch_no: number;
  /** 0 where nothing can be made of this many lines of the batch. */
  line_no: number;
  lines: number;
  notice_id?: string;
  kind?: string;
  order_id?: string;
  reason: UnappliedReason;
  /** Why the last attempt failed. */
  problem?: string;
  attempts: number;
  first_seen_at: string;
  next_attempt_at?: string;
  applied_at?: string;
  /** Given up by staff, and why. */
  dismissed_at?: string;
  dismissed_because?: string;
  /** What the shop reported, where anything can be made of it. */
  content?: Record<string, unknown>;
  evidence_id: string;
};

type Row = {
  unapplied_no: bigint;
  sender: string;
  batch_no: bigint;
  line_no: number;
  lines: number;
  notice_id: string | null;
  kind: string | null;
  subject_id: string | null;
  reason: UnappliedReason;
  problem: string | null;
  attempts: number;
  first_seen_at: Date;
  next_attempt_at: Date | null;
  applied_at: Date | null;
  dismissed_at: Date | null;
  dismissed_because: string | null;
  evidence_id: string;
};

const ROWS = sql`
  select n.unapplied_no, n.sender, n.batch_no, n.line_no, n.lines, n.notice_id, n.kind, n.subject_id, n.reason, n.problem,
    n.attempts, n.first_seen_at, n.next_attempt_at, n.applied_at, d.at as dismissed_at, d.reason as dismissed_because,
    b.evidence_id
  from unapplied_notices n join inbox_batches b using (sender, batch_no) left join dismissed_notices d using (unapplied_no)`;

/** Notices that were received and wait to be applied, newest first, only those older than `before` if given. */
export async function listUnapplied(
  { db }: ManagementContext,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<UnappliedNotice[]> {
  const found = await sql<Row>`
    ${ROWS} where n.applied_at is null and d.at is null and ${before === undefined ? sql`true` : sql`n.unapplied_no < ${before}`}
    order by n.unapplied_no desc limit ${limit}`.execute(db);
  return Promise.all(found.rows.map((row) => view(db, row)));
}

export async function readUnapplied(
  executor: Executor,
  unappliedNo: bigint,
): Promise<UnappliedNotice | undefined> {
  const found = await sql<Row>`${ROWS} where n.unapplied_no = ${unappliedNo}`.execute(executor);
  const [row] = found.rows;
  return row && (await view(executor, row));
}

export const REPLAY_NOTICE_REFUSALS = refusals('not_found');

/**
 * Applies a notice that could not be applied, after those about the same gift before it; then those that waited behind it.
 * Answers what became of it. One that was applied already stays as it is.
 */
export async function replayNotice(
  context: ManagementContext,
  unappliedNo: number,
): Promise<Result<UnappliedNotice, RefusalOf<typeof REPLAY_NOTICE_REFUSALS>>> {
  await retryUnapplied(context, noticeReader(context), BigInt(unappliedNo));
  const notice = await readUnapplied(context.db, BigInt(unappliedNo));
  return notice === undefined ? refuse('not_found') : done(notice);
}

async function view(executor: Executor, row: Row): Promise<UnappliedNotice> {
  const {
    unapplied_no,
    sender,
    batch_no,
    line_no,
    lines: count,
    subject_id,
    first_seen_at,
    reason,
    attempts,
  } = row;
  const lines = await readBatches(executor, sender, [batch_no]);
  const notice = lines.find((line) => line.line_no === line_no)?.notice;
  return {
    unapplied_no: Number(unapplied_no),
    sender,
    batch_no: Number(batch_no),
    line_no,
    lines: count,
    ...present('notice_id', row.notice_id),
    ...present('kind', row.kind),
    ...present('order_id', subject_id),
    reason,
    ...present('problem', row.problem),
    attempts,
    first_seen_at: first_seen_at.toISOString(),
    ...present('next_attempt_at', row.next_attempt_at?.toISOString()),
    ...present('applied_at', row.applied_at?.toISOString()),
    ...present('dismissed_at', row.dismissed_at?.toISOString()),
    ...present('dismissed_because', row.dismissed_because),
    ...present('content', notice?.content),
    evidence_id: row.evidence_id,
  };
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { [Key in Name]?: Value } {
  return value == null ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}
