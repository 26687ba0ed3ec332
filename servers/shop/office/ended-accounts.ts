import { PAYEE_ACCOUNTS_MAX } from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** Bank accounts that this shop was told are no longer paid to, the latest first. */
export async function endedAccounts(executor: Executor) {
  const found = await sql<{ account_id: string; changed_at: Date }>`
    select account_id, changed_at from account_changes
    where change = 'ended' order by changed_at desc limit ${PAYEE_ACCOUNTS_MAX}`.execute(executor);
  return found.rows.map(({ account_id, changed_at }) => ({ account_id, ended_at: changed_at.toISOString() }));
}
