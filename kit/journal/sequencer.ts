import { type Clock, SECOND_MS } from '../clock.ts';
import { boundIdle } from '../db/bounds.ts';
import { type Sql, sql } from '../db/sql.ts';
import { type Db, type Executor, inTransaction, type Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { takeLease } from '../lease.ts';
import { type CutRange, cutRanges, type Seen, seqsOf } from './cut-ranges.ts';
import { IS_RECONCILED } from './epoch.ts';
import type { FreshRanges } from './fresh-ranges.ts';

export type SequencerContext = {
  db: Db;
  clock: Clock;
  /** The server's own name: facts that concern nobody else are put in order too, and not sent. */
  party: string;
  /** The most entries and bytes of a range, as in the contract. */
  entriesMax: number;
  bytesMax: number;
  /** Where the bytes of what is sent are kept for this process's sender. */
  fresh?: FreshRanges;
};

/** How long the holder keeps others from taking turns with it. Whoever finds work after that is the next holder. */
const LEASE_MS = 2 * SECOND_MS;
/** How many rows are put in order in one transaction. */
const ROWS_MAX = 4_000;

type MadeRange = { party: string; range: CutRange };

type State = {
  floor_seq: bigint;
  taken: string;
  next_floor_seq: bigint | null;
  /** Whether every transaction older than next_xid has ended. */
  older_ended: boolean | null;
};

/**
 * Fixes the order in which parties are told what the journal has, in small rows (`journal_ranges`), off the fast path. It
 * takes every row that is visible and not in a range yet, in the order of `seq`. A row that commits late is taken when it
 * is there, however much later: no position is read past. Facts about one subject stay in their order, since who writes
 * the later one has waited for the earlier one, and drew a higher number.
 *
 * What is taken is kept as a set above a floor. The floor is raised to a number that was drawn before a transaction of
 * ours began, once all transactions older than that one have ended: a younger one has drawn a higher number, because
 * numbers are drawn only by a transaction that has its own (see the default of `journal.seq`). So a long transaction, of
 * another database of the cluster, say, only makes the set longer. Nothing here relies on the transaction numbers of
 * rows, so a dump restored in another cluster goes on where it was.
 */
export class Sequencer {
  readonly #context: SequencerContext;
  readonly #holder = newId();

  constructor(context: SequencerContext) {
    this.#context = context;
  }

  /**
   * For a job: more than 0 after a whole piece, since more may be waiting. Under load it still looks only so often, so
   * that ranges are large: each costs a signature, a request and a commit.
   */
  async round(): Promise<number> {
    return Math.floor((await this.fixOrder()) / ROWS_MAX);
  }

  /** Puts what is there in order, a piece at a time. Returns how many rows it took. */
  async fixOrder(): Promise<number> {
    const { db, clock } = this.#context;
    const { drawn_seq, has_work } = await lookAround(db);
    if (!has_work) return 0;
    const { taken, made } = await inTransaction(db, async (tx) => {
      await boundIdle(tx);
      const mine = { name: 'journal_order', holder: this.#holder };
      const lease = await takeLease(tx, mine, clock(), LEASE_MS);
      const state = lease && (await lockState(tx));
      if (lease === undefined || state === undefined) return { taken: 0, made: [] };
      // Its own statement: a look in the statement that waited for the lock could be older than the lock.
      const seen = await readUnseen(tx, state);
      const made = await this.#makeRanges(tx, seen, lease.fence);
      await keep(tx, state, seen, drawn_seq);
      return { taken: seen.length, made };
    });
    const { fresh, party: own } = this.#context;
    for (const { party, range } of made) if (party !== own) fresh?.keep(party, range.range_no, range);
    return taken;
  }

  async #makeRanges(tx: Tx, seen: readonly Seen[], fence: bigint): Promise<MadeRange[]> {
    const { clock, party: own, entriesMax, bytesMax } = this.#context;
    const now = clock();
    const made: MadeRange[] = [];
    for (const party of new Set(seen.map((row) => row.party))) {
      await sql`insert into journal_parties (party) values (${party}) on conflict do nothing`.execute(tx);
      const found = await sql<{ last_range_no: bigint; last_position: bigint; last_digest: Buffer | null }>`
        select last_range_no, last_position, last_digest from journal_parties where party = ${party} for update`.execute(
        tx,
      );
      const [last] = found.rows;
      if (last === undefined) throw new Error(`${party} has no stream.`);
      const ranges = cutRanges(seen, party, last, { entriesMax, bytesMax });
      for (const range of ranges)
        await sql`
          insert into journal_ranges (party, range_no, first_position, entries, seqs, from_at, until_at, digest,
            previous_digest, fence, created_at, next_attempt_at, acknowledged_at)
          values (${party}, ${range.range_no}, ${range.first_position}, ${range.entries}, ${range.seqs}::text::int8multirange,
            ${range.from_at}, ${range.until_at}, ${range.digest}, ${range.previous_digest}, ${fence}, ${now}, ${now},
            ${party === own ? now : null})`.execute(tx);
      made.push(...ranges.map((range) => ({ party, range })));
      const end = ranges.at(-1);
      if (end !== undefined)
        await sql`
          update journal_parties set last_range_no = ${end.range_no},
            last_position = ${end.first_position + BigInt(end.entries) - 1n}, last_digest = ${end.digest}
          where party = ${party}`.execute(tx);
    }
    return made;
  }
}

/**
 * Undefined while a process of the version before is at it, which has a lease of its own, and after a restore until everything
 * is here again that others hold: new ranges come after those.
 */
async function lockState(tx: Tx): Promise<State | undefined> {
  const locked = await sql<State>`
    select floor_seq, taken::text, next_floor_seq,
      next_xid <= pg_snapshot_xmin(pg_current_snapshot())
        or system_identifier <> (select c.system_identifier from pg_control_system() c) as older_ended
    from journal_sequencer where ${IS_RECONCILED} for update skip locked`.execute(tx);
  return locked.rows[0];
}

async function keep(tx: Tx, state: State, seen: readonly Seen[], drawnSeq: bigint): Promise<void> {
  const last = seen.length === ROWS_MAX ? seen.at(-1)?.seq : undefined;
  const isAllTaken = state.next_floor_seq !== null && (last === undefined || last >= state.next_floor_seq);
  const floor = state.older_ended === true && isAllTaken ? state.next_floor_seq : null;
  // After a restore in another cluster, what the old one's transactions allowed is void; a new number is drawn.
  const isNext = state.next_floor_seq === null || floor !== null;
  await sql`
    update journal_sequencer set floor_seq = coalesce(${floor}::bigint, floor_seq),
      taken = (taken + ${seqsOf(seen)}::text::int8multirange)
        * int8multirange(int8range(coalesce(${floor}::bigint, floor_seq) + 1, null)),
      next_floor_seq = case when ${isNext} then ${drawnSeq}::bigint else next_floor_seq end,
      next_xid = case when ${isNext} then pg_current_xact_id() else next_xid end,
      system_identifier = case when ${isNext} then (select c.system_identifier from pg_control_system() c)
        else system_identifier end`.execute(tx);
}

/** The last number drawn, and whether there is anything to take or to tidy up. Costs little when there is not. */
async function lookAround(db: Db): Promise<{ drawn_seq: bigint; has_work: boolean }> {
  const found = await sql<{ drawn_seq: bigint; has_work: boolean }>`
    with state as materialized (
      select floor_seq, taken, next_xid, system_identifier, coalesce(pg_sequence_last_value('journal_seq'), 0) as drawn_seq
      from journal_sequencer)
    select s.drawn_seq, (exists (${unseen(sql`s.floor_seq`, sql`s.taken`, 1)})
      or (s.floor_seq < s.drawn_seq and (s.next_xid is null
        or s.next_xid <= pg_snapshot_xmin(pg_current_snapshot())
        or s.system_identifier <> (select c.system_identifier from pg_control_system() c)))) is true as has_work
    from state s`.execute(db);
  const [row] = found.rows;
  if (row === undefined) throw new Error('The journal has no sequencer.');
  return row;
}

async function readUnseen(tx: Tx, { floor_seq, taken }: State): Promise<Seen[]> {
  const found = await sql<Seen>`
    ${unseen(sql`${floor_seq}::bigint`, sql`${taken}::text::int8multirange`, ROWS_MAX)}`.execute(tx);
  return found.rows;
}

/** When the first fact came true that is in no range yet. */
export async function oldestUnordered(executor: Executor): Promise<Date | undefined> {
  const found = await sql<{ at: Date }>`
    select f.at from journal_sequencer s cross join lateral (
      ${unseen(sql`s.floor_seq`, sql`s.taken`, 1)}) f`.execute(executor);
  return found.rows[0]?.at;
}

/** The rows above the floor that are not taken, by their numbers. It goes from gap to gap, so what is taken costs nothing. */
function unseen(floor: Sql, taken: Sql, limit: number): Sql {
  return sql`
    select found.seq, found.party, found.fact_id, found.kind, found.at, found.trace_id, found.body
    from unnest(int8multirange(int8range(${floor} + 1, null)) - ${taken}) gap
    cross join lateral (
      select j.seq, j.party, j.fact_id, j.kind, j.at, j.trace_id, j.body from journal j
      where j.seq >= lower(gap) and j.seq < coalesce(upper(gap), 9223372036854775807)
      order by j.seq limit ${limit}) found
    order by found.seq limit ${limit}`;
}
