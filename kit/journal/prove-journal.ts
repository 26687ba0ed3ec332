import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { renderAgain } from './render.ts';

type Range = {
  party: string;
  range_no: bigint;
  entries: number;
  digest: Buffer;
  previous_digest: Buffer | null;
  first_position: bigint;
};

/** How many ranges are read in one statement, and how many differences are named. */
const RANGES_MAX = 500;
const NAMED_MAX = 10;

/**
 * What is wrong with a journal, a sentence each: a range that no longer has the bytes of its digest, because a row of it was
 * changed, deleted or added; and ranges that don't follow each other up to where their party is. Ranges of months that were
 * dropped have nothing but their digests left, and those are followed, too.
 */
export async function journalProblems(executor: Executor): Promise<{ ranges: number; problems: string[] }> {
  const problems: string[] = [];
  const last = new Map<string, Range>();
  let ranges = 0;
  let after = { party: '', range_no: 0n };
  for (;;) {
    const found = await sql<Range>`
      select party, range_no, entries, digest, previous_digest, first_position from journal_ranges
      where (party, range_no) > (${after.party}, ${after.range_no})
      order by party, range_no limit ${RANGES_MAX}`.execute(executor);
    for (const range of found.rows) {
      problems.push(...linkProblems(last.get(range.party), range));
      const { problem } = await renderAgain(executor, range.party, range.range_no);
      if (problem === 'bytes_differ')
        problems.push(`${nameOf(range)} does not have the bytes that were told: a row of it was changed`);
      last.set(range.party, range);
      ranges += 1;
    }
    const end = found.rows.at(-1);
    if (end === undefined || problems.length > NAMED_MAX) break;
    after = end;
  }
  if (problems.length > NAMED_MAX) return { ranges, problems: [...problems.slice(0, NAMED_MAX), 'and more'] };
  return { ranges, problems: [...problems, ...(await endProblems(executor, last))] };
}

const nameOf = ({ party, range_no }: Range) => `range ${range_no} for ${party}`;

function linkProblems(before: Range | undefined, range: Range): string[] {
  if (before === undefined) return [];
  const isNext = range.range_no === before.range_no + 1n;
  const continues = range.first_position === before.first_position + BigInt(before.entries);
  const isChained = range.previous_digest === null || range.previous_digest.equals(before.digest);
  return isNext && continues && isChained ? [] : [`${nameOf(range)} does not follow the one before it`];
}

/** Whether each party's stream ends where the party is said to be. Batches from before the journal have no ranges. */
async function endProblems(executor: Executor, last: ReadonlyMap<string, Range>): Promise<string[]> {
  const found = await sql<{
    party: string;
    last_range_no: bigint;
    last_digest: Buffer | null;
    is_before: boolean;
  }>`
    select p.party, p.last_range_no, p.last_digest,
      exists (select from notice_batches b where b.party = p.party and b.batch_no = p.last_range_no) as is_before
    from journal_parties p order by p.party`.execute(executor);
  return found.rows.flatMap(({ party, last_range_no, last_digest, is_before }) => {
    const range = last.get(party);
    const isThere =
      range === undefined
        ? is_before || last_range_no === 0n
        : range.range_no === last_range_no && (last_digest === null || last_digest.equals(range.digest));
    return isThere ? [] : [`ranges for ${party} do not end with the last one that was told`];
  });
}
