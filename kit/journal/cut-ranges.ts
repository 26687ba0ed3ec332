import { addMs } from '../clock.ts';
import { digestOf, type Place, renderNotice, renderRange, type Told } from './render.ts';

/** A row of the journal that is in no range yet. */
export type Seen = Told & { seq: bigint; party: string };

/** A range to be written. */
export type CutRange = Place & {
  entries: number;
  /** A multirange: the party's rows with these numbers. */
  seqs: string;
  from_at: Date;
  until_at: Date;
  body: string;
  digest: Buffer;
};

export type StreamEnd = { last_range_no: bigint; last_position: bigint; last_digest: Buffer | null };

/** What a range has around its notices, at the most. */
const FRAME_BYTES = 512;

/** Cuts a party's rows, in the order in which they were seen, into ranges within the contract's limits. */
export function cutRanges(
  seen: readonly Seen[],
  party: string,
  after: StreamEnd,
  { entriesMax, bytesMax }: { entriesMax: number; bytesMax: number },
): CutRange[] {
  const cut: CutRange[] = [];
  let rows: { row: Seen; at: number; notice: string }[] = [];
  let bytes = FRAME_BYTES;
  const close = () => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    const before = cut.at(-1);
    const place: Place = {
      range_no: (before?.range_no ?? after.last_range_no) + 1n,
      first_position:
        (before === undefined ? after.last_position : before.first_position + BigInt(before.entries) - 1n) +
        1n,
      previous_digest: before?.digest ?? after.last_digest,
    };
    const body = renderRange(
      place,
      rows.map(({ notice }) => notice),
    );
    const times = rows.map(({ row }) => row.at.getTime());
    cut.push({
      ...place,
      entries: rows.length,
      // Numbers of other parties' rows between them are no gaps: the party selects its own.
      seqs: seqsOf(seen.slice(first.at, last.at + 1)),
      from_at: new Date(times.reduce((a, b) => Math.min(a, b))),
      until_at: addMs(new Date(times.reduce((a, b) => Math.max(a, b))), 1),
      body,
      digest: digestOf(body),
    });
    rows = [];
    bytes = FRAME_BYTES;
  };
  for (const [at, row] of seen.entries()) {
    if (row.party !== party) continue;
    const notice = renderNotice(row);
    const length = Buffer.byteLength(notice) + 1;
    if (rows.length === entriesMax || bytes + length > bytesMax) close();
    rows.push({ row, at, notice });
    bytes += length;
  }
  close();
  return cut;
}

/** The numbers of rows in ascending order, as the text of a multirange. */
export function seqsOf(rows: readonly { seq: bigint }[]): string {
  const runs: { low: bigint; high: bigint }[] = [];
  for (const { seq } of rows) {
    const run = runs.at(-1);
    if (run !== undefined && seq === run.high + 1n) run.high = seq;
    else runs.push({ low: seq, high: seq });
  }
  return `{${runs.map(({ low, high }) => `[${low},${high}]`).join(',')}}`;
}
