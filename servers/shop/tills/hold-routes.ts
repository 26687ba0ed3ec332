import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import type { ShopContext } from '../context.ts';
import { allowEmptyBody } from '../http/shapes.ts';
import {
  CONFIRM_HOLD_REFUSALS,
  confirmHold,
  HOLD_REFUSALS,
  hold,
  RELEASE_HOLD_REFUSALS,
  releaseHold,
} from '../redeem/holds.ts';
import { tillOf } from './guard.ts';
import { SaleReference, Token } from './shapes.ts';

/** Holds at a terminal until a sale is final. */
export function holdRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const security = [{ session: [] }];
  const tags = ['holds'];
  const params = closed({ hold_id: Id });

  app.post(
    '/v1/holds',
    {
      schema: {
        tags,
        summary: 'Hold value until the sale is final',
        security,
        body: closed({
          verification_token: Token,
          certificate_id: Id,
          amount_minor: AmountMinor,
          sale_reference: SaleReference,
        }),
        response: {
          201: closed({
            hold_id: Id,
            certificate_id: Id,
            amount_minor: AmountMinor,
            currency: Currency,
            expires_at: Timestamp,
          }),
        },
        refusals: withIdempotencyKey(HOLD_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, holdId) =>
          hold(context, tx, till, holdId, request.body),
        ),
      );
    },
  );

  app.post(
    '/v1/holds/:hold_id/confirmation',
    {
      preValidation: allowEmptyBody,
      schema: {
        tags,
        summary: 'Capture a hold, in full or in part',
        security,
        params,
        body: closed({ amount_minor: Type.Optional(AmountMinor) }),
        response: {
          200: closed({
            hold_id: Id,
            redemption_id: Id,
            amount_minor: AmountMinor,
            balance_minor: AmountMinorOrZero,
            currency: Currency,
          }),
        },
        refusals: withIdempotencyKey(CONFIRM_HOLD_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const { hold_id } = request.params;
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 200 };
      const place = { ...till, channel: 'store' } as const;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          confirmHold(context, tx, place, hold_id, request.body.amount_minor),
        ),
      );
    },
  );

  app.post(
    '/v1/holds/:hold_id/release',
    {
      schema: {
        tags,
        summary: 'Release a hold',
        security,
        params,
        response: { 200: closed({ hold_id: Id, state: Type.Enum(['released', 'expired']) }) },
        refusals: withIdempotencyKey(RELEASE_HOLD_REFUSALS),
      },
    },
    async (request, reply) => {
      const { terminal_id } = tillOf(request);
      const { hold_id } = request.params;
      const idempotency = { db, clock, request, scope: `terminal:${terminal_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => releaseHold(tx, terminal_id, hold_id)),
      );
    },
  );
}
