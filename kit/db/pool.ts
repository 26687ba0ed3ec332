import type { Writable } from 'node:stream';
import { type ClientBase, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { MINUTE_MS, SECOND_MS } from '../clock.ts';
import { arrayText } from './array-text.ts';
import { LOCK_WAIT_MS, Patience } from './patience.ts';
import { isPlanOutdated, StatementNames } from './prepared.ts';
import { type Db, type Executor, holdsConnection, type Planning, type Tx } from './transaction.ts';
import { readValues } from './values.ts';

export type Database = { readonly pool: Pool; readonly db: Db; close(): Promise<void> };

export type PoolSettings = {
  applicationName: string;
  connectionsMax?: number;
  /** How long a request waits for a free or new connection. */
  connectionWait_ms?: number;
};

const CONNECTION_IDLE_MS = 5 * MINUTE_MS;
const USUAL: Planning = 'force_generic_plan';
/** A plan that is kept looks rows up by index, however few there were when it was made. */
const readsWhole = (planning: Planning) => (planning === USUAL ? 'off' : 'on');

/** How long a connection keeps its plans: at first briefly, since tables grow fastest while they are small, then twice as long. */
const PLANS_KEPT_FIRST_MS = 2 * SECOND_MS;
const PLANS_KEPT_MAX_MS = 10 * MINUTE_MS;

/**
 * Opens the server's own database. Statements are planned once a connection, whatever their values (`plans.ts`); `readValues`
 * defines how values are read. Every wait is bounded: statements time out after 15 s, idle transactions after 20 s, and waits
 * for locks after 5 s, of which each quarter of a second has a connection of its own (`patience.ts`). A request that gets no
 * connection in time gets an error that `isDatabaseUnavailable` recognises.
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
    // What comes before a statement is written with it, and nobody waits for its answer.
    pipeline: true,
    options: `-c statement_timeout=15000 -c lock_timeout=${LOCK_WAIT_MS} -c idle_in_transaction_session_timeout=20000 -c plan_cache_mode=${USUAL} -c enable_seqscan=${readsWhole(USUAL)}`,
  });
  // The pool replaces a broken connection, and its user gets an error from the statement. Without these listeners, the
  // pool's for idle connections and the client's for those in use, it would also crash the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, db: databaseOf(pool, new Patience(connectionsMax)), close: () => pool.end() };
}

function databaseOf(pool: Pool, patience: Patience): Db {
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

  const states = new WeakMap<ClientBase, { planning: Planning; keptMs: number; until: number }>();

  /** Between transactions only: a rollback would undo it. */
  function planAs(client: ClientBase, planning: Planning): Promise<unknown> | undefined {
    const now = performance.now();
    const { keptMs: before, ...known } = states.get(client) ?? {
      planning: USUAL,
      keptMs: PLANS_KEPT_FIRST_MS,
      until: now + PLANS_KEPT_FIRST_MS,
    };
    const isOld = now >= known.until;
    const keptMs = isOld ? Math.min(before * 2, PLANS_KEPT_MAX_MS) : before;
    states.set(client, { planning, keptMs, until: isOld ? now + keptMs : known.until });
    const commands = [
      ...(isOld ? ['discard plans'] : []),
      ...(known.planning === planning
        ? []
        : [`set plan_cache_mode = ${planning}`, `set enable_seqscan = ${readsWhole(planning)}`]),
    ];
    return commands.length === 0 ? undefined : client.query(commands.join('; '));
  }

  async function ask<Row>(text: string, values: readonly unknown[], planning: Planning) {
    const client = await pool.connect();
    const executor = executorOf(client);
    const once = () =>
      inOneWrite(client, async () => {
        const [, asked] = await Promise.all([planAs(client, planning), executor.ask<Row>(text, values)]);
        return asked;
      });
    try {
      return await once().catch((error: unknown) => {
        if (!isPlanOutdated(error)) throw error;
        return once();
      });
    } finally {
      client.release();
    }
  }

  async function transaction<T>(work: (tx: Tx) => Promise<T>, mode: string | undefined): Promise<T> {
    const client = await pool.connect();
    const begin = () =>
      Promise.all([
        planAs(client, mode === undefined ? USUAL : 'auto'),
        client.query(mode === undefined ? 'begin' : `begin ${mode}`),
      ]);
    let begun: Promise<unknown> = Promise.resolve();
    let broken: unknown;
    try {
      const result = await inOneWrite(client, async () => {
        begun = begin();
        const worked = work({ ...executorOf(client), [holdsConnection]: true });
        return (await Promise.all([worked, begun]))[0];
      });
      await client.query('commit');
      return result;
    } catch (error) {
      broken = await begun.then(
        () => rollBack(client),
        (notBegun: unknown) => notBegun,
      );
      throw error;
    } finally {
      // A connection that can't be rolled back is destroyed, not reused; so is one without a transaction, at which work may
      // still be going on.
      client.release(broken !== undefined);
    }
  }

  return {
    ask: (text, values, planning = USUAL) => patience.run(() => ask(text, values, planning)),
    transaction: (work, mode, atLocks) =>
      atLocks === 'gives_way' ? transaction(work, mode) : patience.run(() => transaction(work, mode)),
  };
}

/** Whatever `send` asks before it waits is written to the network at once: a round trip, and one waking of PostgreSQL. */
function inOneWrite<T>(client: ClientBase & { connection?: { stream?: Writable } }, send: () => Promise<T>) {
  const stream = client.connection?.stream;
  stream?.cork();
  try {
    return send();
  } finally {
    stream?.uncork();
  }
}

/** Returns the error, if any. */
function rollBack(client: PoolClient): Promise<unknown> {
  return client.query('rollback').then(
    () => undefined,
    (error: unknown) => error,
  );
}
