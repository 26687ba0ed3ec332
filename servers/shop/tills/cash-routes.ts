import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { PinTyped } from '../../../kit/typed/shapes.ts';
import { BADGE_DIGITS } from '../clerks/clerks.ts';
import type { ShopContext } from '../context.ts';
import { allowEmptyBody } from '../http/shapes.ts';
import { TAKE_CASH_REFUSALS, takeCash } from '../payments/cash/take-cash.ts';
import { APPROVE_REVERSAL_REFUSALS, approveReversal } from '../redeem/approve-reversal.ts';
import { clerkOf, tillOf } from './guard.ts';
import { LIST_OWED_CASH_REFUSALS, listOwedCash, RETURN_CASH_REFUSALS, returnCash } from './return-cash.ts';

const security = [{ session: [] }];
const tags = ['cash'];
const asClerk = { byClerk: true } as const;
const params = closed({ order_id: Id });
const ClerkProof = Type.Union([
  closed({ clerk_number: Type.Integer({ minimum: 1, maximum: 999_999_999 }), pin: PinTyped }),
  closed({ badge: Type.String({ pattern: `^[0-9]{${BADGE_DIGITS}}$` }) }),
]);
const cash = { order_id: Id, amount_minor: AmountMinor, currency: Currency };
const receipt = { ...cash, receipt_no: Type.String() };

/** Cash at a till: a clerk takes it for a gift, and gives it back for one that came to nothing. */
export function cashRoutes(app: App, context: ShopContext): void {
  takingRoute(app, context);
  returnRoutes(app, context);
}

function takingRoute(app: App, context: ShopContext): void {
  app.post(
    '/v1/terminal/cash-payments/:order_id/taking',
    {
      schema: {
        tags,
        summary: 'A clerk says, by PIN or badge, that they have the cash for a gift that is bought here',
        security,
        params,
        body: ClerkProof,
        response: { 200: closed({ ...receipt, clerk_name: Type.String(), taken_at: Timestamp }) },
        refusals: TAKE_CASH_REFUSALS,
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      return sendResult(request, reply, await takeCash(context, tillOf(request), order_id, request.body));
    },
  );
}

function returnRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.get(
    '/v1/terminal/cash-to-return',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'List the cash that waits in this store for whoever paid it, the oldest first',
        security,
        response: {
          200: closed({
            owed: Type.Array(
              closed({
                ...receipt,
                paid_at: Timestamp,
                buyer: Type.Optional(
                  closed({ masked_name: Type.String(), member_number_end: Type.String() }),
                ),
              }),
            ),
          }),
        },
        refusals: LIST_OWED_CASH_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await listOwedCash(context, tillAndClerk(request))),
  );

  app.post(
    '/v1/terminal/cash-to-return/:order_id/return',
    {
      config: asClerk,
      preValidation: allowEmptyBody,
      schema: {
        tags,
        summary: 'Note that the clerk who is signed in has given the cash back',
        security,
        params,
        body: closed({ approval_id: Type.Optional(Id) }),
        response: { 201: closed({ ...cash, returned_at: Timestamp }) },
        refusals: withIdempotencyKey(RETURN_CASH_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillAndClerk(request);
      const input = { ...request.params, ...request.body };
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => returnCash(context, tx, till, input)),
      );
    },
  );

  app.post(
    '/v1/terminal/cash-to-return/:order_id/approvals',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'A second clerk agrees, by PIN or badge, that so much cash is given back at this terminal',
        security,
        params,
        body: ClerkProof,
        response: {
          201: closed({ approval_id: Id, clerk_name: Type.String(), expires_at: Timestamp }),
        },
        refusals: APPROVE_REVERSAL_REFUSALS,
      },
    },
    async (request, reply) => {
      const input = { redemption_id: request.params.order_id, by: request.body };
      return sendResult(request, reply, await approveReversal(context, tillAndClerk(request), input), 201);
    },
  );
}

function tillAndClerk(request: FastifyRequest) {
  return { ...tillOf(request), clerk_id: clerkOf(request) };
}
