import { type ClientBase, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { MINUTE_MS } from '../clock.ts';
import { arrayText } from './array-text.ts';
import { isPlanOutdated, StatementNames } from './prepared.ts';
import { type Db, type Executor, holdsConnection, type Planning } from './transaction.ts';
import { readValues } from './values.ts';

export type Database = { readonly pool: Pool; readonly db: Db; close(): Promise<void> };

export type PoolSettings = {
  applicationName: string;
  connectionsMax?: number;
  /** How long a request waits for a free or new connection. */
  connectionWait_ms?: number;
};

const CONNECTION_IDLE_MS = 5 * MINUTE_MS;

/**
 * Opens the server's own database; `readValues` defines how its values are read. Every wait is bounded: statements time
 * out after 15 s, lock waits after 5 s, idle transactions after 20 s. A request that gets no connection in time gets an
 * error that `isDatabaseUnavailable` recognises.
 */
export function openDatabase(
  url: string,
  { applicationName, connectionsMax = 10, connectionWait_ms = 10_000 }: PoolSettings,
): Database {
  readValues();
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: connectionsMax,
    connectionTimeoutMillis: connectionWait_ms,
    // A new connection has to log in, read the catalogue, and plan each statement some times.
    idleTimeoutMillis: CONNECTION_IDLE_MS,
    options: '-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=20000',
  });
  // The pool replaces a broken connection, and its user gets an error from the statement. Without these listeners, the
  // pool's for idle connections and the client's for those in use, it would also crash the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, db: databaseOf(pool), close: () => pool.end() };
}

function databaseOf(pool: Pool): Db {
  const names = new StatementNames();

  const executorOf = (client: ClientBase): Executor => ({
    async ask<Row>(text: string, values: readonly unknown[]) {
      const name = names.nameOf(text);
      try {
        const { rows } = await client.query<Row & QueryResultRow>({
          text,
          values: values.map((value) => (Array.isArray(value) ? (arrayText(value) ?? value) : value)),
          ...(name === undefined ? {} : { name }),
        });
        return { rows };
      } catch (error) {
        if (isPlanOutdated(error)) names.reset();
        throw error;
      }
    },
  });

  const plannings = new WeakMap<ClientBase, Planning>();

  /** Between transactions only: a rollback would undo it. */
  async function planAs(client: ClientBase, planning: Planning): Promise<void> {
    if ((plannings.get(client) ?? 'auto') === planning) return;
    await client.query(`set plan_cache_mode = ${planning}`);
    plannings.set(client, planning);
  }

  return {
    async ask<Row>(text: string, values: readonly unknown[], planning: Planning = 'auto') {
      const client = await pool.connect();
      try {
        await planAs(client, planning);
        const executor = executorOf(client);
        return await executor.ask<Row>(text, values).catch((error: unknown) => {
          if (!isPlanOutdated(error)) throw error;
          return executor.ask<Row>(text, values);
        });
      } finally {
        client.release();
      }
    },
    async transaction(work, mode) {
      const client = await pool.connect();
      let broken: unknown;
      try {
        await planAs(client, 'auto');
        await client.query(mode === undefined ? 'begin' : `begin ${mode}`);
        const result = await work({ ...executorOf(client), [holdsConnection]: true });
        await client.query('commit');
        return result;
      } catch (error) {
        broken = await rollBack(client);
        throw error;
      } finally {
        // A connection that can't be rolled back is destroyed, not reused.
        client.release(broken !== undefined);
      }
    },
  };
}

/** Returns the error, if any. */
function rollBack(client: PoolClient): Promise<unknown> {
  return client.query('rollback').then(
    () => undefined,
    (error: unknown) => error,
  );
}
