import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** What is told of a row of the journal. */
export type Told = { fact_id: string; kind: string; at: Date; trace_id: string; body: string };

/** A range's place in its party's stream. */
export type Place = { range_no: bigint; first_position: bigint; previous_digest: Buffer | null };

/** A row as the party reads it: a notice (`contracts/notices.ts`). */
export function renderNotice({ fact_id, kind, at, trace_id, body }: Told): string {
  return `{"notice_id":"${fact_id}","kind":${JSON.stringify(kind)},"occurred_at":"${at.toISOString()}","trace_id":"${trace_id}","content":${body}}`;
}

/** A range's bytes: a batch of notices that also says where it stands. The same rows always have the same bytes. */
export function renderRange(place: Place, notices: readonly string[]): string {
  const { range_no, first_position, previous_digest } = place;
  const before = previous_digest === null ? '' : `,"previous_digest":"${previous_digest.toString('hex')}"`;
  return `{"batch_no":${range_no},"notices":[${notices.join(',')}],"first_position":${first_position}${before}}`;
}

export function digestOf(body: string): Buffer {
  return createHash('sha256').update(body).digest();
}

/** A range that was fixed before, with its bytes if they are still those of its digest, or why there are none. */
export type Rendered =
  | { body: string; problem?: undefined }
  | { body?: undefined; problem: 'bytes_differ' | 'month_dropped' };

/** Renders a range again, from its rows; the bytes of a batch from before the journal were kept. */
export async function renderAgain(executor: Executor, party: string, rangeNo: bigint): Promise<Rendered> {
  const found = await sql<Place & { entries: number; digest: Buffer; is_dropped: boolean }>`
    select range_no, first_position, previous_digest, entries, digest,
      exists (select from journal_dropped_months m where m.ends_at > from_at) as is_dropped
    from journal_ranges
    where party = ${party} and range_no = ${rangeNo} and seqs <> '{}'`.execute(executor);
  const range = found.rows[0];
  if (range === undefined) return renderBefore(executor, party, rangeNo);
  const told = await sql<Told>`
    select j.fact_id, j.kind, j.at, j.trace_id, j.body
    from journal_ranges r join journal j on j.party = r.party and j.at >= r.from_at and j.at < r.until_at
      and j.seq >= lower(r.seqs) and j.seq < upper(r.seqs) and r.seqs @> j.seq
    where r.party = ${party} and r.range_no = ${rangeNo} order by j.seq`.execute(executor);
  const body = renderRange(range, told.rows.map(renderNotice));
  if (digestOf(body).equals(range.digest)) return { body };
  return { problem: range.is_dropped ? 'month_dropped' : 'bytes_differ' };
}

async function renderBefore(executor: Executor, party: string, rangeNo: bigint): Promise<Rendered> {
  const found = await sql<{ body: string }>`
    select body from notice_batches where party = ${party} and batch_no = ${rangeNo}`.execute(executor);
  return found.rows[0] ?? { problem: 'bytes_differ' };
}
