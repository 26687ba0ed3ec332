import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { AmountMinor, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { PinTyped } from '../../../kit/typed/shapes.ts';
import { BADGE_DIGITS } from '../clerks/clerks.ts';
import type { ShopContext } from '../context.ts';
import { allowEmptyBody } from '../http/shapes.ts';
import { APPROVE_REVERSAL_REFUSALS, approveReversal } from '../redeem/approve-reversal.ts';
import { REVERSAL_REASONS } from '../redeem/reversal-reasons.ts';
import { REVERSE_AT_TILL_REFUSALS, reverseAtTill, reverseSale } from '../redeem/reverse-at-till.ts';
import { ReversalShape } from '../redeem/shapes.ts';
import { clerkOf, tillOf } from './guard.ts';

const security = [{ session: [] }];
const tags = ['terminal'];
const asClerk = { byClerk: true } as const;
const params = closed({ redemption_id: Id });
const By = {
  reason: Type.Optional(Type.Enum([...REVERSAL_REASONS])),
  approval_id: Type.Optional(Id),
};

/** Reversals by the clerk who is signed in at a terminal, and the second clerk's consent to large ones. */
export function reversalRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    '/v1/redemptions/:redemption_id/reversal',
    {
      config: asClerk,
      preValidation: allowEmptyBody,
      schema: {
        tags,
        summary:
          'Reverse a redemption, in full or in part, in the store where it was made, by a signed-in clerk',
        security,
        params,
        body: closed({ amount_minor: Type.Optional(AmountMinor), ...By }),
        response: { 201: ReversalShape },
        refusals: withIdempotencyKey(REVERSE_AT_TILL_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillAndClerk(request);
      const input = { ...request.params, ...request.body };
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => reverseAtTill(context, tx, till, input)),
      );
    },
  );

  app.post(
    '/v1/redemptions/:redemption_id/sale-reversal',
    {
      config: asClerk,
      preValidation: allowEmptyBody,
      schema: {
        tags,
        summary:
          'Reverse all that is left of the sale that a redemption belongs to, on all of its certificates or on none',
        security,
        params,
        body: closed(By),
        response: {
          201: closed({
            sale_id: Id,
            sale_reference: Type.String(),
            reversals: Type.Array(ReversalShape),
          }),
        },
        refusals: withIdempotencyKey(REVERSE_AT_TILL_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillAndClerk(request);
      const input = { ...request.params, ...request.body };
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => reverseSale(context, tx, till, input)),
      );
    },
  );

  app.post(
    '/v1/redemptions/:redemption_id/reversal-approvals',
    {
      config: asClerk,
      schema: {
        tags,
        summary:
          'A second clerk agrees, by PIN or badge, that this redemption’s sale is reversed at this terminal',
        security,
        params,
        body: Type.Union([
          closed({ clerk_number: Type.Integer({ minimum: 1, maximum: 999_999_999 }), pin: PinTyped }),
          closed({ badge: Type.String({ pattern: `^[0-9]{${BADGE_DIGITS}}$` }) }),
        ]),
        response: {
          201: closed({ approval_id: Id, clerk_name: Type.String(), expires_at: Timestamp }),
        },
        refusals: APPROVE_REVERSAL_REFUSALS,
      },
    },
    async (request, reply) => {
      const input = { ...request.params, by: request.body };
      return sendResult(request, reply, await approveReversal(context, tillAndClerk(request), input), 201);
    },
  );
}

function tillAndClerk(request: FastifyRequest) {
  return { ...tillOf(request), clerk_id: clerkOf(request) };
}
