import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, PaymentMethodId } from '../../../../contracts/common.ts';
import { PaymentMethodSetup } from '../../../../contracts/settlement-payment-methods.ts';
import { sendAnswer, sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { done } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { ShopId } from '../../shops/shapes.ts';
import {
  ADD_PAYMENT_METHOD_REFUSALS,
  addPaymentMethod,
  REMOVE_PAYMENT_METHOD_REFUSALS,
  removePaymentMethod,
  SET_UP_PAYMENT_METHOD_REFUSALS,
  setUpPaymentMethod,
} from './payment-methods.ts';
import { listUsableMethods } from './usable-methods.ts';

const method = {
  payment_method_id: PaymentMethodId,
  brand: Type.String(),
  masked_number: Type.String({ examples: ['**** **** **** 4242'] }),
  expiry_month: Type.Optional(Type.Integer()),
  expiry_year: Type.Optional(Type.Integer()),
  charged_at_capture: Type.Boolean({
    description: 'Nothing is held on it; the card is charged, and may be declined, when the buyer confirms.',
  }),
  settlement: Type.String({ description: 'Good for the shops that have the same settlement server.' }),
};
export const StoredPaymentMethodShape = closed(method);
const UsableMethodShape = closed({
  ...method,
  provider: Type.Optional(Type.String({ description: 'The payment provider, if settlement said' })),
  shops: Type.Array(ShopId, { description: 'Those on sale at which it can be used' }),
});

/** A member's payment methods: tokens of the settlement server; the card itself never passes through here. */
export function paymentMethodRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const guarded = { onRequest: requireMember(context) };
  const security = [{ session: [] }];
  const tags = ['payment methods'];
  /** The address of the terminal's page that a member logged in at; from no other page is one returned to. */
  const terminalOriginOf = (request: FastifyRequest) =>
    memberOf(request).line === 'terminal'
      ? context.settings.terminalOrigins.find((origin) => origin === request.headers.origin)
      : undefined;

  app.post(
    '/v1/payment-method-setups',
    {
      ...guarded,
      schema: {
        tags,
        summary:
          'Create a card session at the settlement server of a shop, which returns here, or to the terminal that asks; another each time, and its address is stored nowhere',
        security,
        querystring: closed({ shop_id: Type.Optional(ShopId) }),
        response: { 201: PaymentMethodSetup },
        refusals: SET_UP_PAYMENT_METHOD_REFUSALS,
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const session = await setUpPaymentMethod(context, member_id, {
        shopId: request.query.shop_id,
        terminalOrigin: terminalOriginOf(request),
      });
      return sendResult(request, reply, session, 201);
    },
  );

  app.post(
    '/v1/payment-methods',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Add a payment method by the token from the settlement server',
        security,
        body: closed({ payment_method_id: PaymentMethodId }),
        response: { 201: StoredPaymentMethodShape },
        refusals: withIdempotencyKey(ADD_PAYMENT_METHOD_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const scope = `member:${member_id}`;
      return sendAnswer(
        reply,
        await idempotentProcess({ db, clock, request, scope, status: 201 }, () =>
          addPaymentMethod(context, member_id, request.body.payment_method_id),
        ),
      );
    },
  );

  app.get(
    '/v1/payment-methods',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'List my payment methods, and at which shops each can be used',
        security,
        response: { 200: closed({ payment_methods: Type.Array(UsableMethodShape) }) },
      },
    },
    async (request, reply) => {
      const methods = await listUsableMethods(context, memberOf(request).member_id);
      return sendResult(request, reply, done({ payment_methods: methods }));
    },
  );

  app.delete(
    '/v1/payment-methods/:payment_method_id',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Remove a payment method',
        security,
        params: closed({ payment_method_id: PaymentMethodId }),
        response: { 200: closed({ payment_method_id: PaymentMethodId }) },
        refusals: REMOVE_PAYMENT_METHOD_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await removePaymentMethod(context, memberOf(request).member_id, request.params.payment_method_id),
      ),
  );
}
