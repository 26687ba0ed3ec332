import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { ageSeconds, type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';

export const CALLS_UNKNOWN = serverGauge(
  'seonmul_calls_unknown',
  'Calls to other servers whose outcome is unknown, and which are retried until it is known, by the server that was called.',
  ['party'],
);
export const CALLS_UNKNOWN_AGE = serverGauge(
  'seonmul_calls_unknown_oldest_seconds',
  'How long ago the oldest of these was planned.',
  ['party'],
);

/** `once` are the purposes of calls that are never retried. */
export function measureCalls(
  registry: Registry,
  context: { db: Db; clock: Clock },
  once: readonly string[] = [],
): void {
  measure(registry, context, [CALLS_UNKNOWN, CALLS_UNKNOWN_AGE], async (tx) => {
    const found = await sql<{ party: string; calls: bigint; since: Date }>`
      select party, count(*) as calls, min(created_at) as since from calls
      where state = 'unknown' and purpose <> all (${[...once]}::text[]) group by party`.execute(tx);
    const now = context.clock();
    return found.rows.flatMap(({ party, calls, since }): Sample[] => [
      [CALLS_UNKNOWN, calls, { party }],
      [CALLS_UNKNOWN_AGE, ageSeconds(since, now), { party }],
    ]);
  });
}
