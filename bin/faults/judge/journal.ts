import { digestOf, renderNotice, renderRange, type Told } from '../../../kit/journal/render.ts';
import type { Finding } from '../record/checks.ts';
import { type Books, differences, type Row } from './books.ts';

const KEEP_JOURNALS = ['management', 'settlement', 'shop'] as const;

/** Each range's bytes, made again of its rows, have its digest; and what a party has taken has the same digest. */
export async function judgeJournal(books: Books): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const role of KEEP_JOURNALS) found.push(...(await judgeRanges(books, role)));
  const sent = await books.shop.rows(
    `select range_no::text as no, encode(digest, 'hex') as digest from journal_ranges
     where party = 'management' and acknowledged_at is not null`,
  );
  const taken = await books.management.rows(
    `select batch_no::text as no, encode(digest, 'hex') as digest from inbox_batches where sender = 'shop:haneul'`,
  );
  for (const about of differences(['management', taken], ['the shop', sent], (row) => String(row.no)))
    found.push({ check: 'journal', about });
  return found;
}

async function judgeRanges(books: Books, role: (typeof KEEP_JOURNALS)[number]): Promise<Finding[]> {
  const ranges = await books[role].rows(
    `select party, range_no, first_position, previous_digest, entries, digest, from_at, until_at,
       array(select lower(r)::text || '-' || upper(r)::text from unnest(seqs) r) as seqs
     from journal_ranges order by party, range_no`,
  );
  const rows = await books[role].rows(
    'select seq, party, fact_id::text, kind, at, trace_id, body from journal order by seq',
  );
  const ofParty = Map.groupBy(rows, (row) => String(row.party));
  const finds = (about: string): Finding => ({ check: 'journal', about: `${role}: ${about}` });
  const found: Finding[] = [];
  const taken = new Map<string, number>();
  for (const range of ranges) {
    const party = String(range.party);
    const told = rowsIn(ofParty.get(party) ?? [], range.seqs as string[]);
    taken.set(party, (taken.get(party) ?? 0) + told.length);
    const place = {
      range_no: range.range_no as bigint,
      first_position: range.first_position as bigint,
      previous_digest: range.previous_digest as Buffer | null,
    };
    const body = renderRange(
      place,
      told.map((row) => renderNotice(row as Told)),
    );
    if (!digestOf(body).equals(range.digest as Buffer))
      found.push(finds(`range ${range.range_no} of ${party} has other bytes`));
  }
  for (const [party, all] of ofParty)
    if ((taken.get(party) ?? 0) !== all.length)
      found.push(finds(`${all.length} facts for ${party}, of which ${taken.get(party) ?? 0} are in ranges`));
  return found;
}

/** Rows are in the order of their numbers, so each run of numbers is found by halving. */
function rowsIn(rows: readonly Row[], seqs: readonly string[]): Row[] {
  return seqs.flatMap((run) => {
    const [low = 0n, high = 0n] = run.split('-').map(BigInt);
    return rows.slice(firstFrom(rows, low), firstFrom(rows, high));
  });
}

function firstFrom(rows: readonly Row[], seq: bigint): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((rows[middle]?.seq as bigint | undefined) ?? 0n) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
