import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { processGauge, type Sample, serverGauge } from '../metrics/definition.ts';
import { gaugeOf, measure } from '../metrics/measure.ts';
import { sql } from './sql.ts';
import type { Db } from './transaction.ts';

export const CONNECTIONS = processGauge(
  'seonmul_database_connections',
  'Connections of this process to its database, by state: in_use or idle.',
  ['state'],
);
export const CONNECTIONS_MAX = processGauge(
  'seonmul_database_connections_max',
  'The most connections that this process opens (DATABASE_CONNECTIONS).',
);
export const CONNECTIONS_AWAITED = processGauge(
  'seonmul_database_connections_awaited',
  'What waits in this process for a connection, and gets a 503 after DATABASE_WAIT_MS.',
);
export const LOCK_WAITERS = serverGauge(
  'seonmul_database_lock_waiters',
  'Connections of this server that wait for somebody else’s lock at the moment.',
);
export const TRANSACTION_AGE = serverGauge(
  'seonmul_database_transaction_oldest_seconds',
  'For how long the oldest open transaction of this server is open.',
);

export function measureDatabase(registry: Registry, { pool, db }: { pool: Pool; db: Db }): void {
  const connections = gaugeOf(registry, CONNECTIONS, async () => {
    connections.set({ state: 'in_use' }, pool.totalCount - pool.idleCount);
    connections.set({ state: 'idle' }, pool.idleCount);
  });
  const most = gaugeOf(registry, CONNECTIONS_MAX, async () => most.set(pool.options.max));
  const awaited = gaugeOf(registry, CONNECTIONS_AWAITED, async () => awaited.set(pool.waitingCount));
  measure(registry, { db }, [LOCK_WAITERS, TRANSACTION_AGE], async (tx) => {
    const found = await sql<{ waiting: bigint; oldest_s: number }>`
      select count(*) filter (where wait_event_type = 'Lock') as waiting,
        coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 as oldest_s
      from pg_stat_activity where usename = current_user`.execute(tx);
    const { waiting = 0n, oldest_s = 0 } = found.rows[0] ?? {};
    const samples: Sample[] = [
      [LOCK_WAITERS, waiting],
      [TRANSACTION_AGE, oldest_s],
    ];
    return samples;
  });
}
