import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { listRefunds } from './list-refunds.ts';
import { StaffOrderShape, StuckShape } from './shapes.ts';
import { listStuck } from './stuck-orders.ts';

const security = [{ session: [] }];
const tags = ['staff'];

/** Orders that may need attention: stuck ones and refunds. */
export function staffAttentionRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/stuck-orders',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_stuck_orders', 'orders', () => 'stuck'),
      },
      schema: {
        tags,
        summary: 'List stuck orders and the reasons',
        security,
        querystring: closed({ limit: Limit }),
        response: {
          200: closed({ orders: Type.Array(closed({ ...StaffOrderShape.properties, stuck: StuckShape })) }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ orders: await listStuck(context, request.query.limit) })),
  );

  const part = Type.Enum(['under_way', 'done', 'failed']);
  app.get(
    '/v1/staff/refunds',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_refunds', 'orders', () => 'refunds') },
      schema: {
        tags,
        summary: 'List refunds, newest gifts first',
        security,
        querystring: closed({ part: Type.Optional(part), before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            refunds: Type.Array(
              closed({
                ...StaffOrderShape.properties,
                part,
                begun_at: Timestamp,
                at: Timestamp,
                problem: Type.Optional(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ refunds: await listRefunds(context, request.query) })),
  );
}
