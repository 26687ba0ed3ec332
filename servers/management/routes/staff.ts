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
import { idempotentProcess } from '../../../kit/idempotency.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { readAuditTrail, recordAudit } from '../operations/audit.ts';
import { conservation } from '../operations/conservation.ts';
import { driveOrder } from '../operations/drive-order.ts';
import { payOutShop } from '../operations/pay-out.ts';
import { searchOrders } from '../operations/search-orders.ts';
import { STAFF_ROLES, staffLogIn } from '../operations/staff-log-in.ts';
import { readTimeline } from '../operations/timeline.ts';
import { requireStaff, staffOf } from './guards.ts';
import { OrderShape, TimelineShape } from './shapes.ts';

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

/** What the operator's staff do. Everything they do, and everything they look at, is in the audit trail. */
export function staffRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const tags = ['staff'];

  app.post(
    '/v1/staff/sessions',
    {
      schema: {
        tags,
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
    async (request, reply) =>
      sendResult(request, reply, await staffLogIn(context, request.body, request.ip), 201),
  );

  app.get(
    '/v1/staff/orders',
    {
      preHandler: requireStaff(context, 'operator', 'support', 'auditor'),
      schema: {
        tags,
        summary:
          "Find orders by id, phone number, mail address, member number or the certificate's last digits",
        security,
        querystring: closed({ query: Type.String({ minLength: 4, maxLength: 254 }) }),
        response: { 200: closed({ orders: Type.Array(StaffOrderShape) }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      await recordAudit(context, db, {
        staff_id,
        action: 'search_orders',
        subject_kind: 'search',
        subject_id: 'orders',
      });
      return sendResult(request, reply, done({ orders: await searchOrders(context, request.query.query) }));
    },
  );

  app.get(
    '/v1/staff/orders/:order_id/timeline',
    {
      preHandler: requireStaff(context, 'operator', 'support', 'auditor'),
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
      const { staff_id } = staffOf(request);
      await recordAudit(context, db, {
        staff_id,
        action: 'look_at_order',
        subject_kind: 'order',
        subject_id: order_id,
      });
      return sendResult(request, reply, done(await readTimeline(context, order_id)));
    },
  );

  app.post(
    '/v1/staff/orders/:order_id/retry',
    {
      preHandler: requireStaff(context, 'operator'),
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
          await recordAudit(context, db, {
            staff_id,
            action: 'retry_order',
            subject_kind: 'order',
            subject_id: order_id,
          });
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
      preHandler: requireStaff(context, 'operator'),
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
        await idempotentProcess(idempotency, async (payoutId) => {
          await recordAudit(context, db, {
            staff_id,
            action: 'pay_out',
            subject_kind: 'shop',
            subject_id: shop_id,
          });
          return payOutShop(context, payoutId, shop_id);
        }),
      );
    },
  );

  app.get(
    '/v1/staff/books',
    {
      preHandler: requireStaff(context, 'operator', 'auditor'),
      schema: {
        tags,
        summary: 'Whether issued = outstanding + redeemed + refunded + expired',
        security,
        response: { 200: closed({ books: Type.Array(BooksShape) }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const about = { subject_kind: 'books', subject_id: 'management' };
      await recordAudit(context, db, { staff_id, action: 'look_at_books', ...about });
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
      preHandler: requireStaff(context, 'operator', 'auditor'),
      schema: {
        tags,
        summary: 'What staff did and looked at, newest first',
        security,
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
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
      const { limit = 50, before } = request.query;
      const entries = await readAuditTrail(context, { limit, ...(before === undefined ? {} : { before }) });
      return sendResult(request, reply, done({ entries }));
    },
  );
}
