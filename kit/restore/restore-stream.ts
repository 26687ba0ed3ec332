import { addMs } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Db, inTransaction, type Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { seqsOf } from '../journal/cut-ranges.ts';
import { beginEpoch, readEpoch } from '../journal/epoch.ts';
import { digestOf, renderNotice, renderRange, type Told } from '../journal/render.ts';
import type { IncomingNotice } from '../notices/stored-notices.ts';
import type { Party } from '../signing/index.ts';
import { keepFinding } from './findings.ts';
import { type AskContext, askHeld, type Held } from './held-by-party.ts';

export type StreamContext = AskContext & { db: Db };

/** What a server does with its own facts that it lacks: it writes them, as they were told, with all that follows from them. */
export type Replay = (
  tx: Tx,
  party: string,
  facts: readonly IncomingNotice[],
  epochNo: bigint,
) => Promise<void>;

type Batch = { notices: IncomingNotice[]; first_position?: number; previous_digest?: string };

/**
 * Restores what a party was told and this database lacks, range by range: with the same numbers, facts and bytes, by our own
 * signature. What was told to nobody yet, or something else under these numbers, is put in order again afterwards. False if
 * the party can't be asked now; whatever was restored stays.
 */
export async function restoreStream(context: StreamContext, replay: Replay, party: Party): Promise<boolean> {
  const { db, clock } = context;
  await sql`select take_back_ranges(${party.party})`.execute(db);
  for (let after = await lastCommonRange(db, party.party); ; ) {
    const answer = await askHeld(context, party, after);
    if (answer.kind === 'unknown') return false;
    if (answer.kind === 'not_kept') {
      const { epoch_no } = await readEpoch(db);
      await keepFinding(db, epoch_no, { kind: 'batches_not_kept', party: party.party, about: '' }, clock());
      return true;
    }
    const last = answer.batches.at(-1);
    if (last === undefined) return true;
    for (const held of answer.batches) await restoreHeld(context, replay, party.party, held);
    after = last.batch_no;
  }
}

/** The last range before one that is missing, if it has been told any. */
export async function lastCommonRange(db: Db, party: string): Promise<bigint> {
  const found = await sql<{ range_no: bigint }>`
    select r.range_no from journal_ranges r
    where r.party = ${party} and r.acknowledged_at is not null and not exists (
      select from journal_ranges n
      where n.party = r.party and n.range_no = r.range_no + 1 and n.acknowledged_at is not null)
    union all
    select last_range_no from journal_parties p
    where p.party = ${party} and not exists (select from journal_ranges r where r.party = p.party)
    order by range_no limit 1`.execute(db);
  return found.rows[0]?.range_no ?? 0n;
}

async function restoreHeld(
  { db, clock }: StreamContext,
  replay: Replay,
  party: string,
  held: Held,
): Promise<void> {
  const { epoch_no, reason, party: noticedBy } = await readEpoch(db);
  if (!held.isOurs) {
    const kind = held.body === undefined ? 'batch_forgotten' : 'batch_not_signed_by_us';
    await keepFinding(db, epoch_no, { kind, party, about: `${held.batch_no}` }, clock());
    return;
  }
  // This database is older than an epoch in which it was restored before.
  if (held.epoch_no >= epoch_no)
    await beginEpoch(db, { reason, party: noticedBy, least: held.epoch_no + 1n }, clock());
  await inTransaction(db, (tx) => restoreRange(tx, replay, { party, held, epoch_no }, clock()));
}

async function restoreRange(
  tx: Tx,
  replay: Replay,
  { party, held, epoch_no }: { party: string; held: Held; epoch_no: bigint },
  now: Date,
): Promise<void> {
  // Nobody else writes ranges until the commit.
  await sql`select 1 from journal_sequencer for update`.execute(tx);
  const there = await sql`
    select 1 from journal_ranges where party = ${party} and range_no = ${held.batch_no}`.execute(tx);
  if (there.rows.length > 0) return;
  const batch: Batch = JSON.parse(held.body ?? '');
  const ids = batch.notices.map(({ notice_id }) => notice_id);
  const known = await sql<{ fact_id: string }>`
    select fact_id from journal_ids where fact_id = any(${ids}::uuid[])`.execute(tx);
  const written = new Set(known.rows.map(({ fact_id }) => fact_id));
  await replay(
    tx,
    party,
    batch.notices.filter(({ notice_id }) => !written.has(notice_id)),
    epoch_no,
  );
  const rows = await sql<Told & { seq: bigint }>`
    select j.seq, j.fact_id, j.kind, j.at, j.trace_id, j.body
    from journal_ids i join journal j on j.at = i.at and j.seq = i.seq
    where i.fact_id = any(${ids}::uuid[]) order by j.seq`.execute(tx);
  await keepRange(tx, party, held, batch, rows.rows, now);
}

async function keepRange(
  tx: Tx,
  party: string,
  { batch_no: range_no, body = '', digest }: Held,
  batch: Batch,
  rows: readonly (Told & { seq: bigint })[],
  now: Date,
): Promise<void> {
  await sql`insert into journal_parties (party) values (${party}) on conflict do nothing`.execute(tx);
  const found = await sql<{ last_range_no: bigint; last_position: bigint }>`
    select last_range_no, last_position from journal_parties where party = ${party} for update`.execute(tx);
  const last = found.rows[0] ?? { last_range_no: 0n, last_position: 0n };
  const first_position =
    batch.first_position === undefined ? last.last_position + 1n : BigInt(batch.first_position);
  const previous_digest =
    batch.previous_digest === undefined ? null : Buffer.from(batch.previous_digest, 'hex');
  const times = batch.notices.map(({ occurred_at }) => Date.parse(occurred_at));
  const from_at = new Date(times.reduce((a, b) => Math.min(a, b)));
  const until_at = addMs(new Date(times.reduce((a, b) => Math.max(a, b))), 1);
  const place = { range_no, first_position, previous_digest };
  // Facts that were written before the backup and told after it may stand in another order than they were told in.
  const isAsTold = digestOf(renderRange(place, rows.map(renderNotice))).equals(digest);
  if (!isAsTold) await keepBody(tx, party, { range_no, body, notices: batch.notices.length }, now);
  await sql`
    insert into journal_ranges (party, range_no, first_position, entries, seqs, from_at, until_at, digest,
      previous_digest, fence, created_at, next_attempt_at, acknowledged_at)
    values (${party}, ${range_no}, ${first_position}, ${batch.notices.length},
      ${isAsTold ? seqsOf(rows) : '{}'}::text::int8multirange, ${from_at}, ${until_at}, ${digest}, ${previous_digest}, 0,
      ${now}, ${now}, ${now})`.execute(tx);
  await sql`
    update journal_sequencer set taken = taken + ${seqsOf(rows)}::text::int8multirange`.execute(tx);
  if (range_no > last.last_range_no)
    await sql`
      update journal_parties set last_range_no = ${range_no},
        last_position = ${first_position + BigInt(batch.notices.length) - 1n}, last_digest = ${digest}
      where party = ${party}`.execute(tx);
}

/** Keeps a range's bytes where they can't be rendered from rows, as those of batches from before the journal. */
async function keepBody(
  tx: Tx,
  party: string,
  { range_no, body, notices }: { range_no: bigint; body: string; notices: number },
  now: Date,
): Promise<void> {
  await sql`insert into notice_recipients (party) values (${party}) on conflict do nothing`.execute(tx);
  await sql`
    insert into notice_batches (party, batch_no, batch_id, notice_count, body, created_at, next_attempt_at, acknowledged_at)
    values (${party}, ${range_no}, ${newId()}, ${notices}, ${body}, ${now}, ${now}, ${now})`.execute(tx);
}
