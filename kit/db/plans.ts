import { sql } from './sql.ts';
import type { Executor } from './transaction.ts';

/**
 * Makes this transaction's statements use plans that do not depend on how many rows they are given: a set of thousands looks up
 * each row by its key, as one does, instead of reading whole tables.
 */
export async function planForAnySet(tx: Executor): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx);
}
