import { closed, Id } from '../../../contracts/common.ts';
import {
  PAYOUT_REFUSALS,
  PAYOUTS_PATH,
  Payout,
  READ_PAYOUT_REFUSALS,
  RequestPayout,
} from '../../../contracts/settlement-payouts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { payOut, payOutWhole, readPayout } from './pay-out.ts';

/** Paying shops, for the operator of the programme. */
export function payoutRoutes(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  const tags = ['payouts'];
  const security = [{ signature: [] }];

  app.post(
    PAYOUTS_PATH,
    {
      config: { callers: ['management'] },
      schema: {
        tags,
        summary: 'Pay a shop for redemptions in its stores, less commission',
        security,
        body: RequestPayout,
        response: { 201: Payout },
        refusals: withIdempotencyKey(PAYOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      if (request.body.reads_states === true) {
        const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
        return sendAnswer(
          reply,
          await idempotentTransaction(idempotency, (tx) =>
            payOut(context, tx, party, request.body, evidence),
          ),
        );
      }
      return sendResult(request, reply, await payOutWhole(context, party, request.body, evidence), 201);
    },
  );

  app.get(
    `${PAYOUTS_PATH}/:payout_id`,
    {
      config: { callers: ['management'] },
      schema: {
        tags,
        summary: 'Get what became of a payout',
        security,
        params: closed({ payout_id: Id }),
        response: { 200: Payout },
        refusals: READ_PAYOUT_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readPayout(db, peerOf(request).party, request.params.payout_id)),
  );
}
