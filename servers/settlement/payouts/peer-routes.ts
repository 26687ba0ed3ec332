import {
  PAYMENT_PATHS,
  PAYOUT_REFUSALS,
  Payout,
  RequestPayout,
} from '../../../contracts/settlement-payments.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { payOut } from './pay-out.ts';

/** Paying shops, for the operator of the programme. */
export function payoutRoutes(app: App, context: SettlementContext): void {
  const { db, clock } = context;

  app.post(
    PAYMENT_PATHS.payouts,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['payouts'],
        summary: 'Pay a shop for redemptions in its stores, less commission',
        security: [{ signature: [] }],
        body: RequestPayout,
        response: { 201: Payout },
        refusals: withIdempotencyKey(PAYOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => payOut(context, tx, party, request.body, evidence)),
      );
    },
  );
}
