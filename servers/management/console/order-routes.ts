import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { TimelineShape } from '../orders/shapes.ts';
import { readTimeline } from '../orders/timeline.ts';
import { orderFilters } from './filters.ts';
import { READ_STORY_REFUSALS, readStory } from './read-story.ts';
import { RETRY_ORDER_REFUSALS, retryOrder } from './retry-order.ts';
import { searchOrders } from './search-orders.ts';
import { StaffOrderShape, StoryShape } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff'];

/** One order: finding it, reading what happened to it, retrying it. */
export function staffOrderRoutes(app: App, context: ManagementContext): void {
  const orderId = ({ params }: FastifyRequest) => Object(params).order_id;

  app.get(
    '/v1/staff/orders',
    {
      // The query may be somebody's number or address, so the audit trail leaves it out.
      config: {
        staffRoles: STAFF_ROLES,
        serviceScope: 'orders',
        audited: audited('search_orders', 'search', () => 'orders'),
      },
      schema: {
        tags,
        summary:
          'List orders by state, shop or day (Korean time), or find them by ID, phone number, email address, member number or the last digits of the certificate; newest first',
        security,
        querystring: closed({ ...orderFilters, before: Type.Optional(Id), limit: Limit }),
        response: { 200: closed({ orders: Type.Array(StaffOrderShape) }) },
      },
    },
    async (request, reply) => {
      const orders = await searchOrders(context, request.query, request.query);
      return sendResult(request, reply, done({ orders }));
    },
  );

  app.get(
    '/v1/staff/orders/:order_id/timeline',
    {
      config: {
        staffRoles: STAFF_ROLES,
        serviceScope: 'orders',
        audited: audited('look_at_order', 'order', orderId),
      },
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

  app.get(
    '/v1/staff/orders/:order_id/story',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_order', 'order', orderId),
      },
      schema: {
        tags,
        summary: 'Get everything that happened to a gift across the servers, oldest first',
        security,
        params: closed({ order_id: Id }),
        response: { 200: StoryShape },
        refusals: READ_STORY_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await readStory(context, request.params.order_id)),
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
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(reply, await idempotentProcess(idempotency, () => retryOrder(context, order_id)));
    },
  );
}
