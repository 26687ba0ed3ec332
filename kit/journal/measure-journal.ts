import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { ageSeconds, type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';
import { oldestUnordered } from './sequencer.ts';

export const BATCHES_UNACKNOWLEDGED = serverGauge(
  'seonmul_batches_unacknowledged',
  'Batches of facts that the party they are for has not acknowledged.',
  ['party'],
);
export const BATCHES_UNACKNOWLEDGED_AGE = serverGauge(
  'seonmul_batches_unacknowledged_oldest_seconds',
  'How long ago the oldest of these was made.',
  ['party'],
);
export const JOURNAL_UNORDERED_AGE = serverGauge(
  'seonmul_journal_unordered_oldest_seconds',
  'How old the oldest fact is that is in no batch yet.',
);

/** What the journal has that others have not been told. */
export function measureJournal(registry: Registry, context: { db: Db; clock: Clock }): void {
  measure(registry, context, [BATCHES_UNACKNOWLEDGED, BATCHES_UNACKNOWLEDGED_AGE], async (tx) => {
    const found = await sql<{ party: string; batches: bigint; since: Date | null }>`
      select p.party, coalesce(r.batches, 0) as batches, r.since from journal_parties p cross join lateral (
        select count(*) as batches, min(created_at) as since from journal_ranges
        where party = p.party and acknowledged_at is null) r`.execute(tx);
    const now = context.clock();
    return found.rows.flatMap(({ party, batches, since }): Sample[] => [
      [BATCHES_UNACKNOWLEDGED, batches, { party }],
      [BATCHES_UNACKNOWLEDGED_AGE, ageSeconds(since, now), { party }],
    ]);
  });
  measure(registry, context, [JOURNAL_UNORDERED_AGE], async (tx) => [
    [JOURNAL_UNORDERED_AGE, ageSeconds(await oldestUnordered(tx), context.clock())],
  ]);
}
