import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Problem,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentProcess } from '../../../kit/idempotency.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done } from '../../../kit/result.ts';
import { readAuditTrail } from '../../../kit/staff/audit.ts';
import { requireStaff, staffOf } from '../../../kit/staff/guard.ts';
import { peopleRoutes } from '../../../kit/staff/routes.ts';
import { logIn } from '../../../kit/staff/staff.ts';
import type { ManagementContext } from '../context.ts';
import { conservation } from '../operations/conservation.ts';
import { driveOrder } from '../operations/drive-order.ts';
import { payOutShop } from '../operations/pay-out.ts';
import { searchOrders } from '../operations/search-orders.ts';
import { readTimeline } from '../operations/timeline.ts';
import { audited, STAFF_ROLES } from './guards.ts';
import { OrderShape, TimelineShape } from './shapes.ts';
import { staffShopRoutes } from './staff-shops.ts';

const StaffOrderShape = closed({
  ...OrderShape.properties,
  buyer: Type.String(),
  buyer_member_number: Type.String(),
});
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

const RULES = { prefix: '/v1/staff', roles: STAFF_ROLES, keeper: 'operator' };

/** What the operator's staff do. Everything they do, and everything they look at, is in the audit trail. */
export async function staffRoutes(app: App, context: ManagementContext): Promise<void> {
  logInRoute(app, context);
  await app.register(async (guarded) => {
    guarded.addHook('preHandler', requireStaff(context));
    peopleRoutes(guarded, context, RULES);
    orderRoutes(guarded, context);
    staffShopRoutes(guarded, context);
    bookRoutes(guarded, context);
  });
}

function logInRoute(app: App, context: ManagementContext): void {
  app.post(
    '/v1/staff/sessions',
    {
      schema: {
        tags: ['staff'],
        summary: 'Log in as staff',
        body: closed({
          login: Type.String({ minLength: 1, maxLength: 64 }),
          password: Type.String({ minLength: 1, maxLength: 800 }),
        }),
        response: {
          201: closed({
            session_token: Type.String(),
            expires_at: Timestamp,
            role: Type.Enum([...STAFF_ROLES]),
            name: Type.String(),
          }),
          '4xx': Problem,
        },
      },
    },
    async (request, reply) => {
      const entered = await logIn(context, request.body, request.ip);
      if (!entered.ok) return sendResult(request, reply, entered);
      const { staff, ...session } = entered.value;
      return sendResult(request, reply, done({ ...session, role: staff.role, name: staff.name }), 201);
    },
  );
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
          "Find orders by id, phone number, mail address, member number or the certificate's last digits",
        security,
        querystring: closed({ query: Type.String({ minLength: 4, maxLength: 254 }) }),
        response: { 200: closed({ orders: Type.Array(StaffOrderShape) }), '4xx': Problem },
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
        summary: 'What happened to a gift',
        security,
        params: closed({ order_id: Id }),
        response: { 200: TimelineShape, '4xx': Problem },
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
        summary: 'Try at once what an order waits for',
        security,
        params: closed({ order_id: Id }),
        response: { 200: TimelineShape, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const { staff_id } = staffOf(request);
      const idempotency = { db, clock, request, scope: `staff:${staff_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, async () => {
          const found = await searchOrders(context, order_id);
          if (found.length > 0) await driveOrder(context, order_id);
          return done(await readTimeline(context, order_id));
        }),
      );
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
        summary: 'Pay a shop what was used in its stores, less commission',
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
          '4xx': Problem,
        },
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
        summary: 'Whether issued = outstanding + redeemed + refunded + expired',
        security,
        response: { 200: closed({ books: Type.Array(BooksShape) }), '4xx': Problem },
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

  app.get(
    '/v1/staff/audit-trail',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        audited: audited('look_at_audit_trail', 'audit_trail', () => 'management'),
      },
      schema: {
        tags,
        summary: 'What staff did and looked at, newest first',
        security,
        querystring: closed({
          limit: Limit,
          before: Type.Optional(Id),
        }),
        response: {
          200: closed({
            entries: Type.Array(
              closed({
                audit_id: Id,
                at: Timestamp,
                staff: Type.String(),
                action: Type.String(),
                subject_kind: Type.String(),
                subject_id: Type.String(),
                detail: Type.Unknown(),
                trace_id: Type.String(),
              }),
            ),
          }),
          '4xx': Problem,
        },
      },
    },
    async (request, reply) => {
      const entries = (await readAuditTrail(db, request.query)).map(({ staff_login, subject, ...line }) => {
        // What the kit's own routes leave in the trail is about staff.
        const { subject_kind = 'staff', subject_id = subject.staff_id ?? staff_login, ...detail } = subject;
        return { ...line, staff: staff_login, subject_kind, subject_id, detail };
      });
      return sendResult(request, reply, done({ entries }));
    },
  );
}
