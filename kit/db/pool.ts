import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { prepareStatements } from './prepared.ts';

const INT8_OID = 20;
const DATE_OID = 1082;

export type Database<Tables> = { readonly pool: Pool; readonly db: Kysely<Tables>; close(): Promise<void> };

/**
 * Opens the server's own database. `bigint` columns come as BigInt, because money must not pass through
 * a floating point number; `date` columns stay text, because a date has no time zone.
 * Every statement ends after 15 s and every lock wait after 5 s: nothing waits without bound.
 */
export function openDatabase<Tables>(
  url: string,
  { applicationName, connectionsMax = 10 }: { applicationName: string; connectionsMax?: number },
): Database<Tables> {
  types.setTypeParser(INT8_OID, (text) => BigInt(text));
  types.setTypeParser(DATE_OID, (text) => text);
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
