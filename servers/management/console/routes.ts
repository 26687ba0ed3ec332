import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { AmountMinor, AmountMinorOrZero, Currency, closed, Id } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done } from '../../../kit/result.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import { staffRoutes as door } from '../../../kit/staff/routes.ts';
import { conservation } from '../books/conservation.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { TimelineShape } from '../orders/shapes.ts';
import { readTimeline } from '../orders/timeline.ts';
import { PAY_OUT_SHOP_REFUSALS, payOutShop } from '../shops/pay-out.ts';
import { staffShopRoutes } from '../shops/staff-routes.ts';
import { staffLimitRoutes } from './limit-routes.ts';
import { RETRY_ORDER_REFUSALS, retryOrder } from './retry-order.ts';
import { searchOrders } from './search-orders.ts';
import { StaffOrderShape } from './shapes.ts';
import { staffStoryRoutes } from './story-routes.ts';
import { staffWatchRoutes } from './watch-routes.ts';

const BooksShape = closed({
  currency: Currency,
  issued_minor: AmountMinorOrZero,
  outstanding_minor: AmountMinorOrZero,
  redeemed_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  expired_minor: AmountMinorOrZero,
  holds: Type.Boolean(),
});
const security = [{ session: [] }];

const RULES = { prefix: '/v1/staff', roles: STAFF_ROLES, adminRole: 'operator' };

/** What the operator's staff do. Everything they do, and everything they look at, is in the audit trail. */
export function staffRoutes(app: App, context: ManagementContext): Promise<void> {
  return door(app, context, RULES, (guarded) => {
    orderRoutes(guarded, context);
    staffStoryRoutes(guarded, context);
    staffWatchRoutes(guarded, context);
    staffLimitRoutes(guarded, context);
    staffShopRoutes(guarded, context);
    bookRoutes(guarded, context);
  });
}

function orderRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const tags = ['staff'];
  const orderId = ({ params }: FastifyRequest) => Object(params).order_id;

  app.get(
    '/v1/staff/orders',
    {
      // What was searched for is somebody's number or address, so it is left out of the trail.
      config: { staffRoles: STAFF_ROLES, audited: audited('search_orders', 'search', () => 'orders') },
      schema: {
        tags,
        summary:
          'Find orders by ID, phone number, email address, member number or the last digits of the certificate',
        security,
        querystring: closed({ query: Type.String({ minLength: 4, maxLength: 254 }) }),
        response: { 200: closed({ orders: Type.Array(StaffOrderShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ orders: await searchOrders(context, request.query.query) })),
  );

  app.get(
    '/v1/staff/orders/:order_id/timeline',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_order', 'order', orderId) },
      schema: {
        tags,
        summary: 'List the events of a gift',
        security,
        params: closed({ order_id: Id }),
        response: { 200: TimelineShape },
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      return sendResult(request, reply, done(await readTimeline(context, order_id)));
    },
  );

  app.post(
    '/v1/staff/orders/:order_id/retry',
    {
      config: { staffRoles: ['operator'], audited: audited('retry_order', 'order', orderId) },
      schema: {
        tags,
        summary: 'Retry a pending step of an order right away',
        security,
        params: closed({ order_id: Id }),
        response: { 200: TimelineShape },
        refusals: withIdempotencyKey(RETRY_ORDER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const { staff_id } = staffOf(request);
      const idempotency = { db, clock, request, scope: `staff:${staff_id}`, status: 200 };
      return sendAnswer(reply, await idempotentProcess(idempotency, () => retryOrder(context, order_id)));
    },
  );

  app.post(
    '/v1/staff/payouts',
    {
      config: {
        staffRoles: ['operator'],
        audited: audited('pay_out', 'shop', ({ body }) => Object(body).shop_id),
      },
      schema: {
        tags,
        summary: 'Pay a shop for redemptions in its stores, less commission',
        security,
        body: closed({ shop_id: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }) }),
        response: {
          201: closed({
            payout_id: Id,
            gross_minor: AmountMinor,
            commission_minor: AmountMinorOrZero,
            currency: Currency,
            state: Type.Enum(['asked', 'paid', 'refused']),
          }),
        },
        refusals: withIdempotencyKey(PAY_OUT_SHOP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { shop_id } = request.body;
      const idempotency = { db, clock, request, scope: `staff:${staff_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (payoutId) => payOutShop(context, payoutId, shop_id)),
      );
    },
  );
}

function bookRoutes(app: App, context: ManagementContext): void {
  const { db } = context;
  const tags = ['staff'];

  app.get(
    '/v1/staff/books',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        audited: audited('look_at_books', 'books', () => 'management'),
      },
      schema: {
        tags,
        summary: 'Check whether issued = outstanding + redeemed + refunded + expired',
        security,
        response: { 200: closed({ books: Type.Array(BooksShape) }) },
      },
    },
    async (request, reply) => {
      const books = (await conservation(db)).map(({ currency, holds, ...amounts }) => ({
        currency,
        ...Object.fromEntries(Object.entries(amounts).map(([name, minor]) => [name, minorToJson(minor)])),
        holds,
      }));
      return sendResult(request, reply, done({ books }));
    },
  );
}
