import { type Sql, sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
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
  /** Of what caused it, where that is not what is running now. */
  trace_id?: string;
  /** The epoch in which it was restored from what another server held. */
  restored_in?: bigint;
};

/**
 * Parts of a statement's `with`: they write a fact, or none, beside what it reports, if `from` has a row. Call them after
 * locking the subject's row, which keeps the facts about one subject in order. A fact that is there already violates the
 * primary key of `journal_ids`.
 */
export function factParts(fact: Fact | null, from = sql`(select) always`): Sql {
  const entry = fact?.entry;
  return sql`
    noted as (
      insert into journal (at, party, kind, fact_id, parent_id, line_no, subject_id, entry_no, before_minor, delta_minor,
        after_minor, currency, original_minor, reversed_minor, store_id, terminal_id, clerk_id, staff_id, reference, trace_id,
        restored_in, body)
      select ${fact?.at ?? null}::timestamptz, ${fact?.party ?? null}::text, ${fact?.kind ?? null}::text,
        ${fact?.fact_id ?? null}::uuid, ${fact?.parent_id ?? null}::uuid, ${fact?.line_no ?? null}::integer,
        ${fact?.subject_id ?? null}::uuid, ${entry?.entry_no ?? null}::bigint, ${entry?.before_minor ?? null}::bigint,
        ${entry?.delta_minor ?? null}::bigint, ${entry?.after_minor ?? null}::bigint, ${fact?.currency ?? null}::char(3),
        ${fact?.original_minor ?? null}::bigint, ${fact?.reversed_minor ?? null}::bigint, ${fact?.store_id ?? null}::uuid,
        ${fact?.terminal_id ?? null}::uuid, ${fact?.clerk_id ?? null}::uuid, ${fact?.staff_id ?? null}::uuid,
        ${fact?.reference ?? null}::text, ${fact?.trace_id ?? currentTraceId()}::text,
        ${fact?.restored_in ?? null}::bigint, ${canonicalJson(fact?.content ?? {})}::text
      from ${from} where ${fact?.fact_id ?? null}::uuid is not null
      returning fact_id, at, seq),
    named as (insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from noted)`;
}

/** Writes a fact alone, in the transaction of what it reports. */
export async function writeFact(tx: Executor, fact: Fact): Promise<void> {
  await sql`with ${factParts(fact)} select 1 from noted`.execute(tx);
}

/** A fact without an entry that concerns no party but the server itself. */
export type OwnFact = Pick<Fact, 'party' | 'kind' | 'fact_id' | 'at' | 'content' | 'trace_id'> & {
  subject_id: string;
};

/** Writes facts of a set in one statement, in their order. */
export async function writeFacts(tx: Tx, facts: readonly OwnFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    with noted as (
      insert into journal (at, party, kind, fact_id, subject_id, trace_id, body)
      select * from unnest(${facts.map(({ at }) => at)}::timestamptz[], ${facts.map(({ party }) => party)}::text[],
        ${facts.map(({ kind }) => kind)}::text[], ${facts.map(({ fact_id }) => fact_id)}::uuid[],
        ${facts.map(({ subject_id }) => subject_id)}::uuid[],
        ${facts.map(({ trace_id }) => trace_id ?? currentTraceId())}::text[],
        ${facts.map(({ content }) => canonicalJson(content))}::text[])
      returning fact_id, at, seq)
    insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from noted`.execute(tx);
}
