import { sql } from './sql.ts';
import type { Executor, Planning } from './transaction.ts';

/**
 * For a statement outside a transaction that is asked again and again with sets: its plan does not depend on how many rows
 * it is given, so it is made once per connection. To plan a set of many parts takes longer than to do it.
 */
export const FOR_ANY_SET: Planning = 'force_generic_plan';

/**
 * The same for all statements of this transaction: a set of thousands looks up each row by its key, as one does, instead of
 * reading whole tables.
 */
export async function planForAnySet(tx: Executor): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx);
}
