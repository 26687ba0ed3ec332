import type { Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';

export const BOOKS_DIFFERENCES = serverGauge(
  'seonmul_books_differences',
  'What did not agree when the server last compared its books with each other, by check.',
  ['check'],
);
export const BOOKS_CHECKED_AT = serverGauge(
  'seonmul_books_check_timestamp_seconds',
  'When that was, in Unix time; before the first time, since when it is due.',
  ['check'],
);

export function measureBooks(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [BOOKS_DIFFERENCES, BOOKS_CHECKED_AT], async (tx) => {
    const found = await sql<{ check: string; at: Date; differences: number }>`
      select check_name as check, coalesce(checked_at, since) as at, cardinality(differences) as differences
      from book_checks`.execute(tx);
    return found.rows.flatMap(({ check, at, differences }): Sample[] => [
      [BOOKS_DIFFERENCES, differences, { check }],
      [BOOKS_CHECKED_AT, at.getTime() / 1_000, { check }],
    ]);
  });
}
