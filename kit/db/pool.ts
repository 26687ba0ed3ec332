import type { Writable } from 'node:stream';
import { type ClientBase, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { arrayText } from './array-text.ts';
import { isUnbound } from './bounds.ts';
import { Patience } from './patience.ts';
import { isPlanOutdated, StatementNames } from './prepared.ts';
import { type Db, type Executor, holdsConnection, type Planning, type Tx } from './transaction.ts';
import { CommitUnconfirmed, isDatabaseUnavailable } from './unavailable.ts';
import { readValues } from './values.ts';

export type Database = { readonly pool: Pool; readonly db: Db; close(): Promise<void> };

export type PoolSettings = {
  applicationName: string;
  connectionsMax?: number;
  /** How long a request waits for a free or new connection. */
  connectionWait_ms?: number;
};

const CONNECTION_IDLE_MS = 5 * MINUTE_MS;
/** For the rest of the transaction only: behind a pooler, the connection is somebody else's afterwards. */
const PLAN_FOR_THESE_VALUES = 'set local plan_cache_mode = auto; set local enable_seqscan = on';

/** How long a connection keeps its plans: at first briefly, since tables grow fastest while they are small, then twice as long. */
const PLANS_KEPT_FIRST_MS = 2 * SECOND_MS;
const PLANS_KEPT_MAX_MS = 10 * MINUTE_MS;

/**
 * Longer than a statement may take (`role-settings.ts`): by then PostgreSQL's host is gone without a word, or a commit waits
 * for a standby that can't be reached.
 */
const ANSWER_MS = 20 * SECOND_MS;

/**
 * Opens the server's own database, directly or through PgBouncer, which may give each transaction another connection to
 * PostgreSQL: so nothing is set for longer than a transaction, and what holds for all of them is the role's
 * (`role-settings.ts`). Statements are planned once a connection, whatever their values (`plans.ts`); `readValues` defines how
 * values are read. Every wait is bounded: statements time out after 15 s, idle transactions after 20 s, and waits for locks
 * after 5 s, of which each quarter of a second has a connection of its own (`patience.ts`). A request that gets no connection
 * or no answer in time gets an error that `isDatabaseUnavailable` recognises.
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
    query_timeout: ANSWER_MS,
  });
  // The pool replaces a broken connection, and its user gets an error from the statement. Without these listeners, the
  // pool's for idle connections and the client's for those in use, it would also crash the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, db: databaseOf(pool, new Patience(connectionsMax)), close: () => pool.end() };
}

function databaseOf(pool: Pool, patience: Patience): Db {
  const names = new StatementNames();
  const unconfirmed = unconfirmedCommits(pool);

  const executorOf = (client: ClientBase): Executor => {
    const executor: Executor = {
      async ask<Row>(given: string, values: readonly unknown[]) {
        const { name, text } = names.nameOf(given);
        try {
          const { rows } = await client.query<Row & QueryResultRow>({
            text,
            values: values.map((value) => (Array.isArray(value) ? (arrayText(value) ?? value) : value)),
            ...(name === undefined ? {} : { name }),
            ...(isUnbound(executor) ? { query_timeout: DAY_MS } : {}),
          });
          return { rows };
        } catch (error) {
          if (isPlanOutdated(error)) names.reset();
          throw error;
        }
      },
    };
    return executor;
  };

  const plans = new WeakMap<ClientBase, { keptMs: number; until: number }>();

  /** Of whichever connection to PostgreSQL it comes to. */
  function discardOldPlans(client: ClientBase): Promise<unknown> | undefined {
    const now = performance.now();
    const known = plans.get(client) ?? { keptMs: PLANS_KEPT_FIRST_MS, until: now + PLANS_KEPT_FIRST_MS };
    if (now < known.until) {
      plans.set(client, known);
      return undefined;
    }
    const keptMs = Math.min(known.keptMs * 2, PLANS_KEPT_MAX_MS);
    plans.set(client, { keptMs, until: now + keptMs });
    return client.query('discard plans');
  }

  async function ask<Row>(text: string, values: readonly unknown[], planning: Planning) {
    const client = await pool.connect();
    const executor = executorOf(client);
    const once = async () => {
      const asked = await inOneWrite(client, () => {
        const begun = [discardOldPlans(client)];
        if (planning !== 'auto') return answerAmong(begun, executor.ask<Row>(text, values));
        begun.push(client.query(`begin; ${PLAN_FOR_THESE_VALUES}`));
        const answer = executor.ask<Row>(text, values);
        begun.push(client.query('commit'));
        return answerAmong(begun, answer);
      });
      if (unconfirmed.delete(client)) throw new CommitUnconfirmed();
      return asked;
    };
    let failed: unknown;
    try {
      return await once().catch((error: unknown) => {
        if (!isPlanOutdated(error)) throw error;
        return once();
      });
    } catch (error) {
      failed = error;
      throw error;
    } finally {
      // The next one may lead to where the primary is now.
      client.release(isDatabaseUnavailable(failed));
    }
  }

  async function transaction<T>(work: (tx: Tx) => Promise<T>, mode: string | undefined): Promise<T> {
    const client = await pool.connect();
    const begin = () =>
      Promise.all([
        discardOldPlans(client),
        client.query(mode === undefined ? 'begin' : `begin ${mode}; ${PLAN_FOR_THESE_VALUES}`),
      ]);
    let begun: Promise<unknown> = Promise.resolve();
    let isBroken = false;
    try {
      const result = await inOneWrite(client, async () => {
        begun = begin();
        const worked = work(Object.assign(executorOf(client), { [holdsConnection]: true as const }));
        return (await Promise.all([worked, begun]))[0];
      });
      await client.query('commit');
      if (unconfirmed.delete(client)) throw new CommitUnconfirmed();
      return result;
    } catch (error) {
      const broken = await begun.then(
        () => rollBack(client),
        (notBegun: unknown) => notBegun,
      );
      isBroken = broken !== undefined || isDatabaseUnavailable(error);
      throw error;
    } finally {
      // A connection that can't be rolled back is destroyed, not reused; so is one without a transaction, at which work may
      // still be going on, and one that leads to where the primary no longer is.
      client.release(isBroken);
    }
  }

  return {
    ask: (text, values, planning = 'force_generic_plan') => patience.run(() => ask(text, values, planning)),
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

/** Waits for all, so that nothing is under way afterwards. If several fail, the answer's own error tells why. */
async function answerAmong<T>(
  others: readonly (Promise<unknown> | undefined)[],
  answer: Promise<T>,
): Promise<T> {
  await Promise.allSettled([answer, ...others]);
  const asked = await answer;
  await Promise.all(others);
  return asked;
}

/**
 * The connections whose last commit is on the primary only: somebody cancelled its wait for a standby, for which PostgreSQL
 * has no error. It says so in a notice, which comes before the answer, and reports success.
 */
function unconfirmedCommits(pool: Pool): WeakSet<ClientBase> {
  const clients = new WeakSet<ClientBase>();
  pool.on('connect', (client) =>
    client.on('notice', ({ routine }) => {
      if (routine === 'SyncRepWaitForLSN') clients.add(client);
    }),
  );
  return clients;
}

/** Returns the error, if any. */
function rollBack(client: PoolClient): Promise<unknown> {
  return client.query('rollback').then(
    () => undefined,
    (error: unknown) => error,
  );
}
