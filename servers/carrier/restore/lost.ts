import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Lost } from '../../../kit/restore/reconcile-now.ts';

/**
 * What a restore has lost here, as far as this database can tell: since the last of each that is still there. Nobody holds any of it
 * with this server's signature. Whoever looked a number up knows what it was told, and not what this server has noted about that.
 */
export async function lostHere(executor: Executor): Promise<Lost[]> {
  const last = await sql<{ looked_up_at: Date | null; imported_at: Date | null }>`
    select (select max(at) from lookups) as looked_up_at, (select max(imported_at) from subscribers) as imported_at`.execute(
    executor,
  );
  const { looked_up_at = null, imported_at = null } = last.rows[0] ?? {};
  const since = (at: Date | null) => `since ${at?.toISOString() ?? 'the beginning'}`;
  return [
    { kind: 'look_ups_not_restored', about: since(looked_up_at) },
    { kind: 'subscribers_not_restored', about: since(imported_at) },
  ];
}
