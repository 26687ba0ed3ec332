import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { PAYMENT_STATUSES } from '../../../contracts/settlement-payments.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import type { SettlementContext } from '../context.ts';
import { ENTER_CARD_REFUSALS, enterCard, tokeniseCard } from '../payment-methods/enter-card.ts';
import { applySecondStep, SECOND_STEP_REFUSALS, submitSecondStep } from '../payments/second-step.ts';
import { payerIdempotency } from './idempotency.ts';

export const TokenParams = closed({
  token: Type.String({ minLength: 10, maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' }),
});

/** What a payer sends to settlement directly, identified by a one-time token, so that management never sees it. */
export function payerRoutes(app: App, context: SettlementContext): void {
  const idempotency = (request: FastifyRequest, status: number) => ({
    ...payerIdempotency(context, request),
    status,
  });

  app.post(
    '/v1/card-entries/:token',
    {
      schema: {
        tags: ['payer'],
        summary: 'Submit a card and get its token',
        params: TokenParams,
        body: closed({
          card_number: Type.String({ minLength: 12, maxLength: 30, pattern: '^[0-9 -]+$' }),
          expiry_month: Type.Integer({ minimum: 1, maximum: 12 }),
          expiry_year: Type.Integer({ minimum: 2000, maximum: 2100 }),
          security_code: Type.String({ pattern: '^[0-9]{3,4}$' }),
        }),
        response: {
          201: closed({ payment_method_id: Type.String(), brand: Type.String(), last4: Type.String() }),
        },
        refusals: withIdempotencyKey(ENTER_CARD_REFUSALS),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      const tokenised = await tokeniseCard(context, token, request.body);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency(request, 201), (tx) =>
          enterCard(context, tx, token, request.body, tokenised),
        ),
      );
    },
  );

  app.post(
    '/v1/second-steps/:token',
    {
      schema: {
        tags: ['payer'],
        summary: 'Complete the second step that the bank asks for',
        params: TokenParams,
        body: closed({ code: Type.String({ pattern: '^[0-9]{4,8}$' }) }),
        response: { 200: closed({ status: Type.Enum([...PAYMENT_STATUSES]) }) },
        refusals: withIdempotencyKey(SECOND_STEP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      const authorisation = await submitSecondStep(context, token, request.body.code);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency(request, 200), (tx) =>
          applySecondStep(context, tx, token, authorisation),
        ),
      );
    },
  );
}
