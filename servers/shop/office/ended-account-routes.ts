import {
  ENDED_ACCOUNTS_PATH,
  EndedAccounts,
  PAYEE_ACCOUNTS_MAX,
} from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

/** What a settlement that was restored may have forgotten: that an account of ours is paid to no more. */
export function endedAccountRoutes(app: App, { db }: ShopContext): void {
  app.get(
    ENDED_ACCOUNTS_PATH,
    {
      config: { callers: ['settlement'] },
      schema: {
        tags: ['after a restore'],
        summary: 'List the bank accounts that this shop was told are no longer paid to',
        security: [{ signature: [] }],
        response: { 200: EndedAccounts },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ accounts: await endedAccounts(db) })),
  );
}

async function endedAccounts(executor: Executor) {
  const found = await sql<{ account_id: string; changed_at: Date }>`
    select account_id, changed_at from account_changes
    where change = 'ended' order by changed_at desc limit ${PAYEE_ACCOUNTS_MAX}`.execute(executor);
  return found.rows.map(({ account_id, changed_at }) => ({ account_id, ended_at: changed_at.toISOString() }));
}
