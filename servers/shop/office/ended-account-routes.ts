import { ENDED_ACCOUNTS_PATH, EndedAccounts } from '../../../contracts/settlement-accounts.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { endedAccounts } from './ended-accounts.ts';

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
