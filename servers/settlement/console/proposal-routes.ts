import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { PROPOSAL_STATES } from '../../../contracts/settlement-accounts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { SettlementContext } from '../context.ts';
import {
  REFUSE_PROPOSAL_REFUSALS,
  refuseProposal,
  TAKE_OVER_PROPOSAL_REFUSALS,
  takeOverProposal,
} from '../payee-accounts/decide-proposal.ts';
import { waitingProposals } from '../payee-accounts/list-proposals.ts';
import { PayeeAccountShape, Reason, TextOrNull, TREASURER } from './shapes.ts';

const tags = ['staff: payouts'];
const security = [{ session: [] }];
const params = closed({ proposal_id: Id });

/** Bank accounts that shops ask to be paid to. For a scope of staff. */
export function proposalRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  app.get(
    '/v1/staff/account-proposals',
    {
      config: { staffRoles },
      schema: {
        tags,
        summary: 'List bank accounts that shops ask to be paid to, and that nobody has decided about',
        security,
        response: {
          200: closed({
            proposals: Type.Array(
              closed({
                proposal_id: Id,
                payee: Type.String(),
                currency: Currency,
                kind: Type.Enum(['iban', 'kr']),
                bank_code: TextOrNull,
                last4: Type.String(),
                state: Type.Enum([...PROPOSAL_STATES]),
                holder: Type.String(),
                received_at: Timestamp,
                paid_to: Type.Union([closed({ bank_code: TextOrNull, last4: Type.String() }), Type.Null()], {
                  description: 'The account that the shop is paid to now.',
                }),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ proposals: await waitingProposals(context.db, context) })),
  );

  app.post(
    '/v1/staff/account-proposals/:proposal_id/takeover',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Enter the account that a shop asks for; somebody else has to confirm it',
        security,
        params,
        response: { 201: PayeeAccountShape },
        refusals: withIdempotencyKey(TAKE_OVER_PROPOSAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          takeOverProposal(context, tx, staff_id, request.params.proposal_id),
        ),
      );
    },
  );

  app.post(
    '/v1/staff/account-proposals/:proposal_id/refusals',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Refuse an account that a shop asks for; the shop reads the reason',
        security,
        params,
        body: closed({ reason: Reason }),
        response: { 201: closed({ proposal_id: Id }) },
        refusals: withIdempotencyKey(REFUSE_PROPOSAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const about = { proposal_id: request.params.proposal_id, reason: request.body.reason };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          refuseProposal(context, tx, staff_id, about),
        ),
      );
    },
  );
}
