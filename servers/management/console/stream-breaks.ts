import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { BREAK_REASONS } from '../../../kit/notices/stream-breaks.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import type { Dismissal } from './dismiss-notice.ts';

/** A batch that does not go on where its sender was. */
export type StreamBreak = {
  break_no: number;
  sender: string;
  batch_no: number;
  reason: (typeof BREAK_REASONS)[number];
  found_at: string;
  /** The signed batch. */
  evidence_id: string;
  /** The signed batch that is held under its number, where this one was refused; else under the number before it. */
  held_evidence_id?: string;
  dismissed_at?: string;
  dismissed_because?: string;
};

type Row = {
  break_no: bigint;
  sender: string;
  batch_no: bigint;
  reason: StreamBreak['reason'];
  found_at: Date;
  evidence_id: string;
  held_evidence_id: string | null;
  dismissed_at: Date | null;
  dismissed_because: string | null;
};

const ROWS = sql`
  select k.break_no, k.sender, k.batch_no, k.reason, k.found_at, m.message_id as evidence_id,
    h.evidence_id as held_evidence_id, s.at as dismissed_at, s.reason as dismissed_because
  from inbox_breaks k
    left join inbox_batches b on b.sender = k.sender and b.batch_no = k.batch_no
    join signed_messages m on m.message_id = coalesce(k.refused_evidence_id, b.evidence_id)
    left join inbox_batches h on h.sender = k.sender
      and h.batch_no = k.batch_no - (k.refused_evidence_id is null)::int
    left join dismissed_breaks s using (break_no)`;

/** Breaks that staff have not cleared up, newest first, only those older than `before` if given. */
export async function listBreaks(
  { db }: ManagementContext,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<StreamBreak[]> {
  const found = await sql<Row>`
    ${ROWS} where s.break_no is null and ${before === undefined ? sql`true` : sql`k.break_no < ${before}`}
    order by k.break_no desc limit ${limit}`.execute(db);
  return found.rows.map(view);
}

export const DISMISS_BREAK_REFUSALS = refusals('not_found');

/** Staff have cleared it up with the sender. The first reason stays. */
export async function dismissBreak(
  { clock }: ManagementContext,
  tx: Tx,
  breakNo: number,
  { reason, staff_id }: Dismissal,
): Promise<Result<StreamBreak, RefusalOf<typeof DISMISS_BREAK_REFUSALS>>> {
  const known = await readBreak(tx, breakNo);
  if (known === undefined) return refuse('not_found');
  await sql`
    insert into dismissed_breaks (break_no, reason, staff_id, at)
    values (${breakNo}, ${reason}, ${staff_id}, ${clock()}) on conflict do nothing`.execute(tx);
  return done((await readBreak(tx, breakNo)) ?? known);
}

async function readBreak(tx: Tx, breakNo: number): Promise<StreamBreak | undefined> {
  const found = await sql<Row>`${ROWS} where k.break_no = ${breakNo}`.execute(tx);
  return found.rows.map(view)[0];
}

function view({
  break_no,
  batch_no,
  found_at,
  held_evidence_id,
  dismissed_at,
  dismissed_because,
  ...row
}: Row): StreamBreak {
  return {
    ...row,
    ...(held_evidence_id === null ? {} : { held_evidence_id }),
    break_no: Number(break_no),
    batch_no: Number(batch_no),
    found_at: found_at.toISOString(),
    ...(dismissed_at === null || dismissed_because === null
      ? {}
      : { dismissed_at: dismissed_at.toISOString(), dismissed_because }),
  };
}
