import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { canonicalJson } from '../../../kit/journal/canonical-json.ts';
import { lineOf, type RefusedSale } from './sale-answers.ts';

/**
 * Writes that sales were refused, as facts with the ids of their first lines, so that of two processes with one key only
 * one decides. If one of the sales has been decided since, nothing is written: that violates the primary key of
 * `journal_ids`.
 */
export async function writeRefusals(
  executor: Executor,
  sales: readonly Omit<RefusedSale, 'answer'>[],
  { now, own }: { now: Date; own: string },
): Promise<void> {
  if (sales.length === 0) return;
  const bodies = sales.map(({ certificate_id, code }) => canonicalJson({ certificate_id, code }));
  await sql`
    with refused as materialized (
      select * from unnest(${sales.map(({ operation }) => lineOf(operation, 0).redemption_id)}::uuid[],
        ${sales.map(({ operation }) => operation.saleId)}::uuid[], ${sales.map(({ operation }) => operation.fingerprint)}::bytea[],
        ${sales.map(({ operation }) => operation.traceId)}::text[], ${bodies}::text[])
        as r (fact_id, sale_id, fingerprint, trace_id, body)),
    written as (
      insert into journal (at, party, kind, fact_id, parent_id, fingerprint, trace_id, body)
      select ${now}::timestamptz, ${own}, 'sale_refused', fact_id, sale_id, fingerprint, trace_id, body from refused
      returning fact_id, at, seq)
    insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from written order by fact_id`.execute(
    executor,
  );
}

/**
 * Keeps the answers to refused sales under their keys, since texts change with versions. Returns the sales whose answer is
 * the kept one now; the others were kept by another process at the same time.
 */
export async function keepRefusals(
  executor: Executor,
  sales: readonly RefusedSale[],
  now: Date,
): Promise<Set<string>> {
  if (sales.length === 0) return new Set();
  const kept = await sql<{ resource_id: string }>`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
      body, answered_at)
    select scope, key, fingerprint, sale_id, ${now}::timestamptz, ${now}::timestamptz, status, content_type, body,
      ${now}::timestamptz
    from unnest(${sales.map(({ operation }) => operation.scope)}::text[], ${sales.map(({ operation }) => operation.key)}::text[],
      ${sales.map(({ operation }) => operation.fingerprint)}::bytea[], ${sales.map(({ operation }) => operation.saleId)}::uuid[],
      ${sales.map(({ answer }) => answer.status)}::int[], ${sales.map(({ answer }) => answer.content_type)}::text[],
      ${sales.map(({ answer }) => answer.body)}::text[])
      as r (scope, key, fingerprint, sale_id, status, content_type, body)
    order by scope, key
    on conflict (scope, key) do nothing returning resource_id`.execute(executor);
  return new Set(kept.rows.map(({ resource_id }) => resource_id));
}
