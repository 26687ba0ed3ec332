import type { Pool, PoolClient, QueryConfig } from 'pg';
import { type Database, openDatabase } from '../../kit/db/pool.ts';

export type Crashes = {
  /** Looks at the same database by a connection that outlives the process. */
  onlooker: Pick<Database, 'pool'>;
  /** The process dies when it has executed so many more statements; nothing that it sends after that arrives. */
  after(statements: number): void;
  /** Starts it again. Says whether it had died, and whether anything of its was committed before. */
  restart(): { died: boolean; committed: boolean };
  close(): Promise<void>;
};

/** One request in 128 does this besides; were it counted, the statement after a `commit` would seldom be passed over. */
const TIDYING = /^delete from peer_nonces/;

/**
 * Lets a server's process die between two statements, without a line of the server knowing of it: the connections break,
 * so the database rolls back what was open, and every later statement fails, `rollback` and clean-up too.
 */
export function crashesOf(pool: Pool): Crashes {
  const connect = pool.connect.bind(pool);
  let left = Number.POSITIVE_INFINITY;
  let committed = false;
  const died = () => left <= 0;

  function guarded(client: PoolClient) {
    let open = false;
    return {
      async query(asked: string | QueryConfig) {
        const text = typeof asked === 'string' ? asked : asked.text;
        if (died()) throw new Error('The process has died.');
        if (!TIDYING.test(text)) left -= 1;
        const last = died();
        const result = await client.query(asked);
        if (text === 'begin') open = true;
        else if (text === 'commit' || !open) committed ||= text !== 'rollback' && result.command !== 'SELECT';
        if (last) throw new Error('The process dies.');
        return result;
      },
      // A connection that is destroyed and not given back: the database rolls its transaction back.
      release: () => client.release(died()),
    };
  }

  Object.assign(pool, {
    // The rate limits ask the pool itself, which connects with a callback; they aren't part of what may be half done.
    connect: (callback?: Parameters<Pool['connect']>[0]) =>
      callback === undefined ? connect().then(guarded) : connect(callback),
  });
  const onlooker = openDatabase(String(pool.options.connectionString), {
    applicationName: 'onlooker',
    connectionsMax: 1,
  });
  return {
    onlooker,
    close: onlooker.close,
    after(statements) {
      left = statements;
      committed = false;
    },
    restart() {
      const was = { died: died(), committed };
      left = Number.POSITIVE_INFINITY;
      return was;
    },
  };
}
