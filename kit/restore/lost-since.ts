import { addMs, HOUR_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { lastCommonRange } from './restore-stream.ts';

/** Clocks of two servers differ, and a call is settled after it is made. */
const MARGIN_MS = HOUR_MS;
const BEGINNING = new Date(0);

/** Something may be missing since the last range that each party and this server both have. */
export async function lostSinceLastRange(db: Db, parties: readonly string[]): Promise<Date> {
  let since = BEGINNING;
  for (const [at, party] of parties.entries()) {
    const range_no = await lastCommonRange(db, party);
    const found = await sql<{ until_at: Date }>`
      select until_at from journal_ranges where party = ${party} and range_no = ${range_no}`.execute(db);
    const until = found.rows[0] === undefined ? BEGINNING : addMs(found.rows[0].until_at, -MARGIN_MS);
    since = at === 0 || until < since ? until : since;
  }
  return since;
}

/** Of a server that tells nobody: since the last fact in its journal. */
export async function lostSinceLastFact(db: Db): Promise<Date> {
  const last = await lastFactAt(db);
  return last === undefined ? BEGINNING : addMs(last, -MARGIN_MS);
}

export async function lastFactAt(db: Db): Promise<Date | undefined> {
  const found = await sql<{ at: Date | null }>`
    select max(at) as at from (select at from journal order by seq desc limit 100) latest`.execute(db);
  return found.rows[0]?.at ?? undefined;
}
