import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { prepareStatements } from './prepared.ts';
import { readValues } from './values.ts';

export type Database<Tables> = { readonly pool: Pool; readonly db: Kysely<Tables>; close(): Promise<void> };

/**
 * Opens the server's own database; what its values become, `readValues` says.
 * Every statement ends after 15 s and every lock wait after 5 s: nothing waits without bound.
 */
export function openDatabase<Tables>(
  url: string,
  { applicationName, connectionsMax = 10 }: { applicationName: string; connectionsMax?: number },
): Database<Tables> {
  readValues();
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: connectionsMax,
    connectionTimeoutMillis: 10_000,
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
