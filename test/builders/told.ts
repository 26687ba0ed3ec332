import { expect } from 'vitest';
import { sql } from '../../kit/db/sql.ts';
import type { Executor } from '../../kit/db/transaction.ts';
import { renderAgain } from '../../kit/journal/render.ts';

type Told = { party: string; range_no: bigint; first_position: bigint; entries: number; seq: bigint };

/**
 * Checks that each row of the journal is in exactly one range, that a party's ranges and positions have no gap, that facts
 * about a subject are in their order, and that each range still has its bytes. Returns how many rows there are.
 */
export async function checkOrder(executor: Executor): Promise<number> {
  const told = await sql<Told & { subject_id: string | null; entry_no: bigint | null }>`
    select r.party, r.range_no, r.first_position, r.entries, j.seq, j.subject_id, j.entry_no
    from journal_ranges r join journal j on j.party = r.party and r.seqs @> j.seq
    order by r.party, r.range_no, j.seq`.execute(executor);
  const written = await sql<{ seq: bigint }>`select seq from journal order by seq`.execute(executor);
  expect(told.rows.map(({ seq }) => seq).sort((a, b) => Number(a - b))).toEqual(
    written.rows.map(({ seq }) => seq),
  );
  const entries = new Map<string, bigint>();
  for (const { subject_id, entry_no } of told.rows) {
    if (subject_id === null || entry_no === null) continue;
    expect(entry_no).toBe((entries.get(subject_id) ?? 0n) + 1n);
    entries.set(subject_id, entry_no);
  }
  for (const [party, rows] of Map.groupBy(told.rows, (row) => row.party)) {
    const ranges = [...Map.groupBy(rows, ({ range_no }) => range_no)];
    expect(ranges.map(([range_no]) => range_no)).toEqual(ranges.map((_range, at) => BigInt(at + 1)));
    let position = 1n;
    for (const [range_no, [first, ...others]] of ranges) {
      expect([first?.first_position, first?.entries]).toEqual([position, others.length + 1]);
      position += BigInt(others.length + 1);
      expect((await renderAgain(executor, party, range_no)).body).toBeDefined();
    }
  }
  return written.rows.length;
}
