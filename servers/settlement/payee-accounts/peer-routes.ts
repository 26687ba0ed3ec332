import {
  ACCOUNT_PROPOSALS_PATH,
  AccountProposal,
  AccountProposals,
  PAYEE_ACCOUNTS_PATH,
  PayeeAccounts,
  PROPOSE_ACCOUNT_REFUSALS,
  ProposeAccount,
} from '../../../contracts/settlement-accounts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { accountsOfShop } from './list-accounts.ts';
import { proposalsOfShop } from './list-proposals.ts';
import { receiveProposal } from './receive-proposal.ts';

/** Each shop reads where its own money goes and who is about to change that, and asks for another account. */
export function payeeAccountRoutes(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  const config = { callers: ['shop'] };
  const security = [{ signature: [] }];
  const tags = ['payouts'];

  app.get(
    PAYEE_ACCOUNTS_PATH,
    {
      config,
      schema: {
        tags,
        summary:
          'List the bank accounts of the shop that asks, with when each was entered, decided and ended',
        security,
        response: { 200: PayeeAccounts },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ accounts: await accountsOfShop(db, peerOf(request).party) })),
  );

  app.get(
    ACCOUNT_PROPOSALS_PATH,
    {
      config,
      schema: {
        tags,
        summary: 'List what became of the bank accounts that the shop that asks has asked for',
        security,
        response: { 200: AccountProposals },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ proposals: await proposalsOfShop(db, peerOf(request).party) })),
  );

  app.post(
    ACCOUNT_PROPOSALS_PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Ask to be paid to another bank account; staff take it over or refuse it',
        security,
        body: ProposeAccount,
        response: { 201: AccountProposal },
        refusals: withIdempotencyKey(PROPOSE_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const peer = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${peer.party}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => receiveProposal(context, tx, peer, request.body)),
      );
    },
  );
}
