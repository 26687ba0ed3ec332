import { PAYEE_ACCOUNTS_PATH, PayeeAccounts } from '../../../contracts/settlement-accounts.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { accountsOfShop } from './list-accounts.ts';

/** Each shop reads where its own money goes, and who is about to change that. */
export function payeeAccountRoutes(app: App, { db }: SettlementContext): void {
  app.get(
    PAYEE_ACCOUNTS_PATH,
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['payouts'],
        summary:
          'List the bank accounts of the shop that asks, with when each was entered, decided and ended',
        security: [{ signature: [] }],
        response: { 200: PayeeAccounts },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ accounts: await accountsOfShop(db, peerOf(request).party) })),
  );
}
