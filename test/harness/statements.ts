import type { Pool, PoolClient, QueryConfig } from 'pg';

export type Recorder = {
  /** Returns what `work` returned, and remembers the statements that the pool ran meanwhile. */
  record<T>(work: () => Promise<T>): Promise<T>;
  /** In their order, those that begin and end transactions included. */
  readonly statements: readonly string[];
};

/** Plans are discarded now and then, which depends on the time and on which connections the pool hands out. */
const TRANSACTION = /^(begin|commit|rollback|discard plans)\b/;

/** Records what a server asks its database, from the outside. */
export function recordStatements(pool: Pool): Recorder {
  const connect = pool.connect.bind(pool);
  const statements: string[] = [];
  let recording = false;

  const watched = (client: PoolClient) => ({
    query(asked: string | QueryConfig) {
      if (recording) statements.push(typeof asked === 'string' ? asked : asked.text);
      return client.query(asked);
    },
    release: (broken?: boolean) => client.release(broken),
  });
  Object.assign(pool, { connect: () => connect().then(watched) });
  return {
    statements,
    async record(work) {
      recording = true;
      try {
        return await work();
      } finally {
        recording = false;
      }
    },
  };
}

/** Without those that begin and end transactions, and those that discard plans. */
export function withoutTransactions(statements: readonly string[]): string[] {
  return statements.filter((text) => !TRANSACTION.test(text));
}

/** One line a text, the most frequent first. */
export function byText(statements: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of statements) {
    const line = text.replaceAll(/\s+/g, ' ').trim().slice(0, 150);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([line, count]) => `${String(count).padStart(4)}  ${line}`)
    .join('\n');
}
