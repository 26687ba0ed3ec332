import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { listRefunds } from './list-refunds.ts';
import { READ_EVIDENCE_REFUSALS, readEvidence } from './read-evidence.ts';
import { READ_STORY_REFUSALS, readStory } from './read-story.ts';
import { EvidenceShape, StaffOrderShape, StoryShape, StuckShape } from './shapes.ts';
import { listStuck } from './stuck-orders.ts';

const security = [{ session: [] }];
const tags = ['staff'];

/** What happened to gifts across the servers, what proves it, and which of them do not go on. */
export function staffStoryRoutes(app: App, context: ManagementContext): void {
  const param =
    (name: string) =>
    ({ params }: FastifyRequest) =>
      Object(params)[name];

  app.get(
    '/v1/staff/orders/:order_id/story',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_order', 'order', param('order_id')),
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

  app.get(
    '/v1/staff/evidence/:evidence_id',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_evidence', 'evidence', param('evidence_id')),
      },
      schema: {
        tags,
        summary: 'Get a signed message as stored, and whether its signature is valid',
        security,
        params: closed({ evidence_id: Id }),
        response: { 200: EvidenceShape },
        refusals: READ_EVIDENCE_REFUSALS,
      },
    },
    async (request, reply) => {
      // Support helps people without reading who they are.
      const seesPeople = staffOf(request).role !== 'support';
      const { evidence_id } = request.params;
      return sendResult(request, reply, await readEvidence(context, evidence_id, { seesPeople }));
    },
  );

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
