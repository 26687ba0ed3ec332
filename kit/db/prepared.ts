import type { ClientBase, Pool } from 'pg';

/** Statements of varying text, such as lists, must not fill the database's memory. */
const PREPARED_MAX = 1_000;
/** Begin, commit and settings have no plan that would be worth keeping. */
const PLANNED = /^\s*(?:select|insert|update|delete|with)\b/i;

/**
 * Whether a statement was refused because a migration has since changed what it returns (0A000): another process, newer
 * than this one, has changed the table. It had no effect, and asked under a new name it succeeds.
 */
export function isPlanOutdated(error: unknown): boolean {
  return error instanceof Error && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/**
 * Has every connection of the pool prepare its statements, so that PostgreSQL parses and plans each once a connection and
 * not each time: with sets and many joins the planning is the larger part of what they cost.
 */
export function prepareStatements(pool: Pool): void {
  const names = new Map<string, string>();
  // Goes on when the names begin anew, so that none is given twice.
  let named = 0;
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < PREPARED_MAX && PLANNED.test(text)) names.set(text, `s${named++}`);
    return names.get(text);
  };

  function prepare(client: ClientBase): void {
    const ask = client.query.bind(client);
    async function prepared(name: string, text: string, values: unknown[]) {
      try {
        return await ask({ name, text, values });
      } catch (error) {
        if (!isPlanOutdated(error)) throw error;
        names.clear();
        // What was done before in a transaction is rolled back: who began it must do all of it again.
        if (client.getTransactionStatus() !== 'I') throw error;
        return await ask({ name: nameOf(text), text, values });
      }
    }
    Object.assign(client, {
      query(...asked: unknown[]) {
        const [text, values] = asked;
        const plain = asked.length === 2 && typeof text === 'string' && Array.isArray(values);
        const name = plain ? nameOf(text) : undefined;
        return plain && name !== undefined
          ? prepared(name, text, values)
          : Reflect.apply(ask, undefined, asked);
      },
    });
  }
  pool.on('connect', prepare);
}
