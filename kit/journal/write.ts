import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { currentTraceId } from '../trace.ts';
import { canonicalJson } from './canonical-json.ts';

/** What an entry did to a value. */
export type Entry = { entry_no: bigint; before_minor: bigint; delta_minor: bigint; after_minor: bigint };

/** A fact as it is written to the journal; `kit/db/migrations/600-journal.sql` says what the columns are. */
export type Fact = {
  /** Who is told of it; the server's own name for what concerns nobody else. */
  party: string;
  kind: string;
  /** Unique for good: `derivedId` of what there is once, or a new id. */
  fact_id: string;
  at: Date;
  /** What is told. */
  content: Readonly<Record<string, unknown>>;
  parent_id?: string;
  line_no?: bigint | number;
  subject_id?: string;
  entry?: Entry;
  currency?: string;
  original_minor?: bigint;
  reversed_minor?: bigint;
  store_id?: string;
  terminal_id?: string | null;
  clerk_id?: string | null;
  staff_id?: string | null;
  reference?: string;
};

/**
 * Writes a fact in the transaction of what it reports. Call it after locking the subject's row, which keeps the facts about
 * one subject in order. A fact that is there already violates the primary key of `journal_ids`.
 */
export async function writeFact(tx: Executor, fact: Fact): Promise<void> {
  const { entry } = fact;
  await sql`
    with written as (
      insert into journal (at, party, kind, fact_id, parent_id, line_no, subject_id, entry_no, before_minor, delta_minor,
        after_minor, currency, original_minor, reversed_minor, store_id, terminal_id, clerk_id, staff_id, reference, trace_id,
        body)
      values (${fact.at}, ${fact.party}, ${fact.kind}, ${fact.fact_id}, ${fact.parent_id ?? null}, ${fact.line_no ?? null},
        ${fact.subject_id ?? null}, ${entry?.entry_no ?? null}, ${entry?.before_minor ?? null},
        ${entry?.delta_minor ?? null}, ${entry?.after_minor ?? null}, ${fact.currency ?? null},
        ${fact.original_minor ?? null}, ${fact.reversed_minor ?? null}, ${fact.store_id ?? null},
        ${fact.terminal_id ?? null}, ${fact.clerk_id ?? null}, ${fact.staff_id ?? null}, ${fact.reference ?? null},
        ${currentTraceId()}, ${canonicalJson(fact.content)})
      returning fact_id, at, seq)
    insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from written`.execute(tx);
}
