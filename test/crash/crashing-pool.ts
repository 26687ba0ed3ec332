import type { Pool, PoolClient, QueryConfig } from 'pg';
import { type Database, openDatabase } from '../../kit/db/pool.ts';

export type Crashes = {
  /** Reads the same database over a connection that survives the crash. */
  observer: Pick<Database, 'pool'>;
  /** The process dies after this many more statements; nothing that it sends afterwards arrives. */
  dieAfter(statements: number): void;
  /** Restarts it. Says whether it had died, and whether it had committed anything before. */
  restart(): { died: boolean; committed: boolean };
  close(): Promise<void>;
};

/** One request in 128 also does this. It is not counted, so that each verb always has the same statements. */
const HOUSEKEEPING = /^delete from peer_nonces/;

/** A statement that begins with `with` may write and select. */
function isWriting(text: string, command: string): boolean {
  return command !== 'SELECT' || /\b(insert into|update|delete from)\b/.test(text);
}

/**
 * Simulates the death of a server's process between two statements, without the server's code knowing: connections break,
 * so the database rolls back what was open, and every later statement fails, `rollback` and clean-up included.
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
        if (!HOUSEKEEPING.test(text)) left -= 1;
        const last = died();
        const result = await client.query(asked);
        if (text === 'begin') open = true;
        else if (text === 'commit' || !open)
          committed ||= text !== 'rollback' && isWriting(text, result.command);
        if (last) throw new Error('The process dies.');
        return result;
      },
      // The connection is destroyed rather than returned, so the database rolls back its transaction.
      release: () => client.release(died()),
    };
  }

  Object.assign(pool, {
    // Rate limits query the pool itself, which connects with a callback; they are not part of what may be half done.
    connect: (callback?: Parameters<Pool['connect']>[0]) =>
      callback === undefined ? connect().then(guarded) : connect(callback),
  });
  const observer = openDatabase(String(pool.options.connectionString), {
    applicationName: 'observer',
    connectionsMax: 1,
  });
  return {
    observer,
    close: observer.close,
    dieAfter(statements) {
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
