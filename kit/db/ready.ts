import { sql } from './sql.ts';
import type { Executor } from './transaction.ts';
import { troubleCodeOf } from './trouble.ts';

/** Why the database can't be worked with now, as a code; undefined if it can. */
export async function whyDatabaseNotReady(executor: Executor): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ is_read_only: boolean | null }>`
      select current_setting('transaction_read_only') = 'on' as is_read_only`.execute(executor);
    return rows[0]?.is_read_only === true ? 'database_read_only' : undefined;
  } catch (error) {
    return troubleCodeOf(error);
  }
}
