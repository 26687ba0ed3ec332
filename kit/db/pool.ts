import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { prepareStatements } from './prepared.ts';
import { readValues } from './values.ts';

export type Database<Tables> = { readonly pool: Pool; readonly db: Kysely<Tables>; close(): Promise<void> };

export type PoolSettings = {
  applicationName: string;
  connectionsMax?: number;
  /** How long a request waits for a connection, to be free or to be made. */
  connectionWait_ms?: number;
};

/**
 * Opens the server's own database. `bigint` columns come as BigInt, because money must not pass through
 * a floating point number; `date` columns stay text, because a date has no time zone.
 * Nothing waits without bound: a statement ends after 15 s, a wait for a lock after 5 s, a transaction in which nothing
 * is asked after 20 s; who gets no connection in time gets an error, which `isDatabaseAway` knows.
 */
export function openDatabase<Tables>(
  url: string,
  { applicationName, connectionsMax = 10, connectionWait_ms = 10_000 }: PoolSettings,
): Database<Tables> {
  readValues();
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: connectionsMax,
    connectionTimeoutMillis: connectionWait_ms,
    options: '-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=20000',
  });
  // A connection that breaks is replaced by the pool, and who uses it gets an error of its statement. Without
  // listeners, the pool's while it is idle and its own while it is used, it would end the process as well.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  prepareStatements(pool);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}
