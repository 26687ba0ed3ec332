import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { MessageTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { memberOf, requireMember } from '../http/guards.ts';
import { ShopId } from '../shops/shapes.ts';
import {
  ABANDON_ORDER_REFUSALS,
  abandonOrder,
  CANCEL_ORDER_REFUSALS,
  cancelOrder,
  WITHDRAW_ORDER_REFUSALS,
  withdrawOrder,
} from './end-order.ts';
import { listOrders, OWN_ORDER_REFUSALS, ownOrder } from './list-orders.ts';
import { CHECK_PAYMENT_REFUSALS, checkPayment } from './payment/check-payment.ts';
import { PLACE_ORDER_REFUSALS, placeOrder } from './place-order.ts';
import { recipientRoutes } from './recipient/routes.ts';
import { RESEND_OFFER_REFUSALS, resendOffer } from './resend-offer.ts';
import { OrderShape, TimelineShape } from './shapes.ts';
import { readTimeline } from './timeline.ts';

const OrderParams = closed({ order_id: Id });
const common = { tags: ['orders'], security: [{ session: [] }] };

/** What a buyer does with their orders (Purchase 3–12). */
export function orderRoutes(app: App, context: ManagementContext): void {
  placeRoute(app, context);
  readRoutes(app, context);
  recipientRoutes(app, context);
  verbRoutes(app, context);
}

function placeRoute(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  app.post(
    '/v1/orders',
    {
      onRequest: requireMember(context),
      schema: {
        ...common,
        summary: 'Order a certificate and authorise its amount (Purchase 3-5)',
        body: closed({
          shop_id: ShopId,
          amount_minor: AmountMinor,
          currency: Currency,
          payment_method_id: Type.String({
            maxLength: 64,
            description: 'One of the member’s cards, or `cash` at a terminal of the shop.',
          }),
          message: Type.Optional(MessageTyped),
          card_design: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,32}$' })),
          deliver_at: Type.Optional(Timestamp),
        }),
        response: { 201: OrderShape },
        refusals: withIdempotencyKey(PLACE_ORDER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id, terminal_party: party, terminal_id } = memberOf(request);
      const terminal = party === null || terminal_id === null ? null : { party, terminal_id };
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (orderId) =>
          placeOrder(context, orderId, member_id, { ...request.body, terminal }),
        ),
      );
    },
  );
}

function readRoutes(app: App, context: ManagementContext): void {
  const guarded = { onRequest: requireMember(context) };

  app.get(
    '/v1/orders',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'List my gifts, newest first',
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          before: Type.Optional(Id),
        }),
        response: { 200: closed({ orders: Type.Array(OrderShape) }) },
      },
    },
    async (request, reply) => {
      const { limit = 20, before } = request.query;
      return sendResult(
        request,
        reply,
        done({ orders: await listOrders(context, memberOf(request).member_id, limit, before) }),
      );
    },
  );

  app.get(
    '/v1/orders/:order_id',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'Get one of my gifts',
        params: OrderParams,
        response: { 200: OrderShape },
        refusals: OWN_ORDER_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await ownOrder(context, memberOf(request).member_id, request.params.order_id),
      ),
  );

  app.get(
    '/v1/orders/:order_id/timeline',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'Get the timeline of a gift',
        params: OrderParams,
        response: { 200: TimelineShape },
        refusals: OWN_ORDER_REFUSALS,
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const own = await ownOrder(context, memberOf(request).member_id, order_id);
      return sendResult(request, reply, own.ok ? done(await readTimeline(context, order_id)) : own);
    },
  );
}

/** The verbs that need nothing but the order. */
function verbRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const verbs = [
    ['abandonment', 'Give up; the authorisation is released', abandonOrder, ABANDON_ORDER_REFUSALS],
    [
      'cancellation',
      'Take the gift back before it is accepted; it is refunded',
      cancelOrder,
      CANCEL_ORDER_REFUSALS,
    ],
    [
      'refund',
      'Take an accepted gift back while nothing of it was used; it is refunded',
      withdrawOrder,
      WITHDRAW_ORDER_REFUSALS,
    ],
    ['resend', 'Tell the recipient once more', resendOffer, RESEND_OFFER_REFUSALS],
    [
      'authentication',
      "The second step at the card's bank was taken: look what became of the payment",
      checkPayment,
      CHECK_PAYMENT_REFUSALS,
    ],
  ] as const;
  for (const [verb, summary, operation, codes] of verbs) {
    app.post(
      `/v1/orders/:order_id/${verb}`,
      {
        onRequest: requireMember(context),
        schema: {
          ...common,
          summary,
          params: OrderParams,
          response: { 200: OrderShape },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) => {
        const { member_id } = memberOf(request);
        const { order_id } = request.params;
        const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
        return sendAnswer(
          reply,
          await idempotentProcess(idempotency, () => operation(context, order_id, member_id)),
        );
      },
    );
  }
}
